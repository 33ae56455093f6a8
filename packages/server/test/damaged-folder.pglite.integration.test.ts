import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/composition/create-log.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createDatabase } from './test-world.js';

const log = createLog({ level: 'silent' });
const open = (database: string) => openDatabase({ database, schema: 'whatsapp_optin', log });

/** What becomes of the folder `data`, and what the refusal names. */
const DAMAGES: readonly [string, (data: string) => Promise<unknown>, string][] = [
  ['lacks its version', (data) => rm(path.join(data, 'PG_VERSION')), 'PG_VERSION'],
  ['has an empty control file', (data) => truncate(path.join(data, 'global/pg_control'), 0), 'global/pg_control'],
  ['has lost its log', (data) => rm(path.join(data, 'pg_wal'), { recursive: true }), 'pg_wal'],
  ['is empty, as an unmounted volume is', (data) => rm(data, { recursive: true }).then(() => mkdir(data)), 'empty'],
  [
    'has a log of other bytes',
    async (data) => {
      const wal = path.join(data, 'pg_wal');
      const names = (await readdir(wal)).filter((name) => /^[0-9A-F]{24}$/.test(name));
      for (const name of names) await writeFile(path.join(wal, name), 'not a log');
    },
    'cannot start',
  ],
];

describe('the folder of an embedded database', () => {
  it.each(DAMAGES)('that %s is refused by its name, and is not begun again', async (_, damage, named) => {
    const { url, drop } = await createDatabase();
    await damage(path.join(url, 'data'));
    const before = await readdir(path.join(url, 'data'));
    const error = await open(url).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ code: 'FOLDER_DAMAGED', message: expect.stringContaining(url) as string });
    expect((error as Error).message).toContain(named);
    expect((error as Error).message).toContain('backup');
    expect(await readdir(path.join(url, 'data'))).toEqual(expect.arrayContaining(before));
    await drop();
  });
});
