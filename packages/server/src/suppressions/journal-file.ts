import { open } from 'node:fs/promises';
import { readJournalLine, type JournalLine } from './journal-line.js';

/** Only its owner may read it: it says how many people have stopped, and when. */
const OWNER_ONLY = 0o600;
/** Holds some hundred lines: those of several processes may stand a little out of order. */
const TAIL_BYTES = 65_536;

/**
 * Appends the lines with one write, and resolves when the disk has them. Several processes may append to one file of a
 * local disk.
 *
 * @throws {Error} where the file cannot be made or written
 */
export async function appendToJournal(file: string, lines: readonly JournalLine[]): Promise<void> {
  const handle = await open(file, 'a', OWNER_ONLY);
  try {
    // The empty line ends what another process left half written.
    await handle.appendFile(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The last line by position; `null` where the file is empty or is not there. */
export async function readLastLine(file: string): Promise<JournalLine | null> {
  const handle = await openToRead(file);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const start = Math.max(0, size - TAIL_BYTES);
    const tail = Buffer.alloc(size - start);
    await handle.read(tail, 0, tail.length, start);
    const lines = tail
      .toString('utf8')
      .split('\n')
      .flatMap((text) => readJournalLine(text) ?? []);
    return lines.reduce<JournalLine | null>(
      (last, line) => (line.position > (last?.position ?? 0) ? line : last),
      null,
    );
  } finally {
    await handle.close();
  }
}

/**
 * Every whole line, in the order of the file.
 *
 * @throws {Error} where the file cannot be read
 */
export async function* readJournal(file: string): AsyncGenerator<JournalLine> {
  const handle = await open(file, 'r');
  try {
    for await (const text of handle.readLines()) {
      const line = readJournalLine(text);
      if (line !== null) yield line;
    }
  } finally {
    await handle.close();
  }
}

async function openToRead(file: string) {
  try {
    return await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
