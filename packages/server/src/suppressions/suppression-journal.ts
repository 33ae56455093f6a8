import { appendToJournal, readLastLine } from './journal-file.js';
import type { JournalLine, MarkLine } from './journal-line.js';
import type { OwedSuppression, SuppressionStore } from './suppression-store.js';

const FLUSHED_AT_ONCE = 500;

/** The database does not fit its journal: `findUnchecked` says why. */
export class UncheckedDatabaseError extends Error {
  override readonly name = 'UncheckedDatabaseError';

  constructor() {
    super('The database does not fit its journal of STOPs: it was restored while the server ran.');
  }
}

/** A keyed hash of a name. */
type HashName = (organizationId: string, name: string) => Uint8Array;

/** The journal of STOPs, STARTs and erasures, outside of the database. */
export interface SuppressionJournal {
  /**
   * Writes what the database owes, and resolves when the disk has it: everything that was committed before the call.
   *
   * @throws {UncheckedDatabaseError} where the database was restored
   * @throws {Error} where the file cannot be written; what it lacks stays owed
   */
  flush(): Promise<void>;
  /** Writes how far the database is. @throws as `flush` does */
  heartbeat(): Promise<void>;
}

export function createSuppressionJournal(parts: {
  file: string;
  store: Pick<SuppressionStore, 'position' | 'reserve' | 'takeOwed' | 'forgetOwed'>;
  hashName: HashName;
  /** The database was restored under this server: it must send nothing more. */
  onUnchecked(): void;
}): SuppressionJournal {
  const { file, store, hashName, onUnchecked } = parts;
  let last: Promise<void> = Promise.resolve();

  /** A line that a restored database reserves would hide one that it lacks. */
  const refuseUnchecked = async (): Promise<void> => {
    if ((await findUnchecked(file, store)) === null) return;
    onUnchecked();
    throw new UncheckedDatabaseError();
  };
  const drain = async (): Promise<void> => {
    for (;;) {
      const owed = await store.takeOwed(FLUSHED_AT_ONCE);
      if (owed.length === 0) return;
      await refuseUnchecked();
      // Reserved and committed first: the file is never ahead of its database, unless that was restored.
      const end = await store.reserve(owed.length);
      const first = end - owed.length + 1;
      const lines = owed.map((fact, index) => toLine(fact, first + index, hashName));
      await appendToJournal(file, lines);
      await store.forgetOwed(owed);
    }
  };
  return {
    flush() {
      // One at a time; a call that comes meanwhile gets a run of its own, which sees its commit.
      last = last.catch(() => undefined).then(drain);
      return last;
    },
    async heartbeat() {
      await refuseUnchecked();
      await appendMark(file, store, 'alive');
    },
  };
}

/** Reserves a line and writes it, without a fact. */
export async function appendMark(
  file: string,
  store: Pick<SuppressionStore, 'reserve'>,
  kind: MarkLine['kind'],
): Promise<void> {
  const position = await store.reserve(1);
  await appendToJournal(file, [{ position, at: new Date().toISOString(), kind }]);
}

/** Why a database may not be worked on: it was restored, or its journal is not the one that it kept. */
export type UncheckedReason = 'restored' | 'journal_missing';

/**
 * Compares the journal with its database. `null`: they fit. The file is read first, since it only grows.
 *
 * @throws {Error} where the file or the database cannot be read
 */
export async function findUnchecked(
  file: string,
  store: Pick<SuppressionStore, 'position'>,
): Promise<UncheckedReason | null> {
  const written = (await readLastLine(file))?.position ?? 0;
  const reserved = await store.position();
  if (written > reserved) return 'restored';
  return written === 0 && reserved > 0 ? 'journal_missing' : null;
}

function toLine(fact: OwedSuppression, position: number, hashName: HashName): JournalLine {
  const { organizationId, turn, kind, at, names, nameHashes } = fact;
  const hashes = [...names.map((name) => hashName(organizationId, name)), ...nameHashes];
  const hex = hashes.map((hash) => Buffer.from(hash).toString('hex'));
  return { position, at: at.toISOString(), kind, organization: organizationId, turn, names: [...new Set(hex)] };
}
