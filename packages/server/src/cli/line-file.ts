import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { PassThrough, pipeline as join, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Only its owner may read it: it holds phones and texts. */
const OWNER_ONLY = 0o600;

const isGzip = (file: string): boolean => file.endsWith('.gz');

/**
 * Writes a new file of lines, with gzip where its name ends in `.gz`. A file that was not finished is removed.
 *
 * @param produce - gets a function that writes one line and resolves when the next may come.
 * @throws {Error} where the file is there already, or cannot be written; and that of `produce`
 */
export async function writeLines<Result>(
  file: string,
  produce: (write: (line: string) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const handle = await open(file, 'wx', OWNER_ONLY);
  const input = isGzip(file) ? createGzip() : new PassThrough();
  const written = pipeline(input, handle.createWriteStream({ flush: true }));
  // A disk that is full ends the waiting for it, too.
  written.catch(() => undefined);
  try {
    const result = await produce(async (line) => {
      if (!input.write(`${line}\n`)) await Promise.race([once(input, 'drain'), written]);
    });
    input.end();
    await written;
    return result;
  } catch (error) {
    input.destroy();
    await written.catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

/** The bytes of a file, unpacked where its name ends in `.gz`. An error of either ends the stream. */
export function openFile(file: string): Readable {
  const bytes = createReadStream(file);
  // A read that fails later does not name its file.
  bytes.on('error', (error) => Object.assign(error, { path: file }));
  return isGzip(file) ? join(bytes, createGunzip(), () => undefined) : bytes;
}

/**
 * Reads a file of lines piece by piece, without their line ends. Only `\n` ends a line: a text may hold other separators.
 *
 * @throws {Error} where the file cannot be read, or its gzip is damaged or cut short
 */
export async function* readLines(file: string): AsyncGenerator<string> {
  const source = openFile(file).setEncoding('utf8');
  const pieces: string[] = [];
  for await (const chunk of source as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    pieces.push(first);
    for (const next of others) {
      yield pieces.join('');
      pieces.length = 0;
      pieces.push(next);
    }
  }
  const last = pieces.join('');
  if (last !== '') yield last;
}
