import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import { schemaWriter, type Database, type Row, type SqlExecutor } from './database.js';
import { checkDataFolder, FolderDamagedError } from './pglite-folder.js';
import { lockFolder } from './pglite-lock.js';
import { findPgliteSnapshot } from './pglite-snapshot.js';

/** The class of `@electric-sql/pglite`, an optional package. */
type Engine = typeof PGlite;

/**
 * The embedded database: PostgreSQL in this process, in its own folder.
 *
 * Survives the death of the process, not the loss of power: PGlite does not sync its files to the disk.
 *
 * @throws {FolderInUseError} when another process has the folder open.
 * @throws {FolderDamagedError} when its data is not whole.
 */
export async function openPglite(input: { engine: Engine; folder: string; schema: string }): Promise<Database> {
  const { lite, unlock } = await openFolder(input.engine, input.folder);
  return wrapPglite(lite, { schema: input.schema, unlock });
}

/** Requests such as `/healthz` wait no longer than this and one statement. */
const LONGEST_TURN_MS = 20;

/** An opened PGlite behind the `Database` port. */
export function wrapPglite(lite: PGlite, input: { schema: string; unlock: () => Promise<void> }): Database {
  const write = schemaWriter(input.schema);
  const inTransaction = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();
  let turnedAtMs = 0;

  /** Statements run in this thread, one right after another if they can: sockets and timers get their turn between them. */
  const letOthers = async (): Promise<void> => {
    if (performance.now() - turnedAtMs < LONGEST_TURN_MS) return;
    await endOfTurn();
    turnedAtMs = performance.now();
  };
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(letOthers).then(work);
    last = done.catch(() => undefined);
    return done;
  };

  // The one connection waits for the transaction to end, and the transaction would wait for this query: a deadlock for good.
  const refuseInsideTransaction = (): void => {
    if (inTransaction.getStore())
      throw new Error('A query outside the transaction was made inside it; use its executor.');
  };

  const database: Database = {
    engine: 'pglite',
    schema: input.schema,
    async query<T extends Row>(text: string, values: readonly unknown[] = []): Promise<T[]> {
      refuseInsideTransaction();
      return inOrder(() => run<T>(lite, write(text), values));
    },
    async transaction(work) {
      refuseInsideTransaction();
      return inOrder(() =>
        lite.transaction((transaction) => inTransaction.run(true, () => work(executor(transaction, write, letOthers)))),
      );
    },
    async listen(channel, onPayload) {
      return lite.listen(channel, onPayload);
    },
    async close() {
      await lite.close();
      await input.unlock();
    },
    // Its statements run in this thread, so that none can be given up.
    withTimeout: () => database,
    silentForMs: () => 0,
  };
  return database;
}

function executor(
  transaction: Transaction,
  write: (text: string) => string,
  letOthers: () => Promise<void>,
): SqlExecutor {
  return {
    async query(text, values = []) {
      await letOthers();
      return run(transaction, write(text), values);
    },
  };
}

async function run<T extends Row>(lite: PGlite | Transaction, text: string, values: readonly unknown[]): Promise<T[]> {
  if (values.length > 0) return (await lite.query<T>(text, [...values])).rows;
  return (await lite.exec(text)).flatMap((result) => result.rows as T[]);
}

async function openFolder(engine: Engine, folder: string): Promise<{ lite: PGlite; unlock: () => Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    const dataDir = path.join(folder, 'data');
    const unfinished = path.join(folder, 'unfinished');
    // A first start that was interrupted has acknowledged nothing yet: begin it again.
    if (existsSync(unfinished)) await rm(dataDir, { recursive: true, force: true });
    if (existsSync(dataDir)) return { lite: await openData(engine, folder, dataDir), unlock };
    await writeFile(unfinished, '');
    const lite = await engine.create({ dataDir, ...(await snapshotOption()) });
    await rm(unfinished);
    return { lite, unlock };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openData(engine: Engine, folder: string, dataDir: string): Promise<PGlite> {
  await checkDataFolder(folder, dataDir);
  try {
    return await engine.create({ dataDir });
  } catch (cause) {
    throw new FolderDamagedError(folder, 'PostgreSQL cannot start in it', { cause });
  }
}

/** A data folder made at build time saves the first start its `initdb`. */
async function snapshotOption(): Promise<{ loadDataDir?: Blob }> {
  const file = findPgliteSnapshot();
  return file === null ? {} : { loadDataDir: new Blob([await readFile(file)], { type: 'application/x-gzip' }) };
}
