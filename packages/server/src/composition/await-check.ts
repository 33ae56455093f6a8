import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../log.js';
import type { Database } from '../storage/database.js';
import { createSuppressionStore } from '../storage/suppression-store.js';
import { findUnchecked, type UncheckedReason } from '../suppressions/suppression-journal.js';

const RETRY_MS = 2_000;

const REMEDIES: Readonly<Record<UncheckedReason, string>> = {
  restored:
    'The database is older than its journal of STOPs (SUPPRESSION_JOURNAL): it was restored. Nothing is sent until `whatsapp-optin restore-check` has run.',
  journal_missing:
    'SUPPRESSION_JOURNAL names a file that is missing or empty, and the database has kept a journal. Name that one. Where it is lost, or this machine is new, see `whatsapp-optin restore-check --help`.',
};

/**
 * Waits until the database fits its journal of STOPs: one that was restored has to be checked first.
 *
 * @param onUnchecked - gets the remedy while it waits, and `null` when it ends.
 * @throws {Error} where the journal cannot be read; the reason of `signal` where it aborts
 */
export async function awaitCheck(
  database: Database,
  {
    file,
    signal,
    log,
    onUnchecked,
  }: { file: string; signal: AbortSignal; log: Log; onUnchecked(remedy: string | null): void },
): Promise<void> {
  const store = createSuppressionStore(database);
  let found: UncheckedReason | null = null;
  for (;;) {
    const reason = await findUnchecked(file, store);
    if (reason === null) {
      onUnchecked(null);
      return;
    }
    if (reason !== found) log.error({}, REMEDIES[reason]);
    found = reason;
    onUnchecked(REMEDIES[reason]);
    await delay(RETRY_MS, undefined, { signal });
  }
}
