import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendToJournal, readJournal, readLastLine } from './journal-file.js';
import type { JournalLine } from './journal-line.js';

let folder: string;
let file: string;
let serial = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-journal-file-'));
});
beforeEach(() => {
  file = path.join(folder, `${(serial += 1)}.ndjson`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const line = (position: number): JournalLine => ({ position, at: '2026-11-30T00:00:00.000Z', kind: 'alive' });

async function positions(): Promise<number[]> {
  const found: number[] = [];
  for await (const { position } of readJournal(file)) found.push(position);
  return found;
}

describe('a journal file', () => {
  it('is empty where there is none, and its owner alone reads it', async () => {
    expect(await readLastLine(file)).toBeNull();
    await appendToJournal(file, [line(1), line(2)]);
    expect([await positions(), (await stat(file)).mode & 0o777]).toEqual([[1, 2], 0o600]);
  });

  it('loses no line to one that was cut off', async () => {
    await appendToJournal(file, [line(1)]);
    await appendFile(file, '{"position":2,"at":"2026-1');
    await appendToJournal(file, [line(3)]);
    expect([await positions(), await readLastLine(file)]).toEqual([[1, 3], line(3)]);
  });

  it('ends at the highest position, also where two processes wrote out of order', async () => {
    await appendToJournal(file, [line(3)]);
    await appendToJournal(file, [line(2)]);
    expect(await readLastLine(file)).toEqual(line(3));
  });

  it('takes whole lines from several writers at once', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => appendToJournal(file, [line(index + 1)])));
    expect(new Set(await positions()).size).toBe(200);
  });

  it('finds its last line beyond the piece that it reads', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => JSON.stringify(line(index + 1)));
    await writeFile(file, `${many.join('\n')}\n`);
    expect((await readFile(file)).length).toBeGreaterThan(65_536);
    expect(await readLastLine(file)).toEqual(line(5_000));
  });
});
