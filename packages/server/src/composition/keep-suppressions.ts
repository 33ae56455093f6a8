import type { ResolvedOptions } from '../config/resolve-options.js';
import { createPhoneHasher } from '../contacts/phone-hasher.js';
import type { Log } from '../log.js';
import type { Stores } from '../storage/create-stores.js';
import { createSuppressionJournal } from '../suppressions/suppression-journal.js';

export interface KeptSuppressions {
  /** An act that takes something back is done when the journal has it. */
  stores: Stores;
  /** Writes what a crash left owed, and what nobody waits for. */
  flush(): Promise<void>;
  heartbeat(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * Keeps the journal of STOPs, STARTs and erasures where one is set. Begins it with a heartbeat.
 *
 * @param phoneKeys - by organization: names are hashed as phones of erased people are
 * @throws {Error} where its file cannot be written
 */
export async function keepSuppressions(
  stores: Stores,
  phoneKeys: ReadonlyMap<string, Uint8Array>,
  { suppressionJournal: file }: Pick<ResolvedOptions, 'suppressionJournal'>,
  { log, onUnchecked }: { log: Log; onUnchecked(): void },
): Promise<KeptSuppressions> {
  if (file === undefined) {
    if ((await stores.suppressions.position()) > 0) {
      log.warn(
        {},
        'SUPPRESSION_JOURNAL is not set, and this database has kept a journal: a restore would go unnoticed',
      );
    }
    return { stores, flush: nothing, heartbeat: nothing };
  }
  const hashName = createPhoneHasher(phoneKeys);
  const journal = createSuppressionJournal({ file, store: stores.suppressions, hashName, onUnchecked });
  await stores.suppressions.keep();
  await journal.heartbeat();
  await journal.flush();
  return {
    ...journal,
    stores: {
      ...stores,
      inbound: {
        ...stores.inbound,
        async accept(items) {
          const accepted = await stores.inbound.accept(items);
          if (items.some(({ keyword }) => keyword === 'stop')) await journal.flush();
          return accepted;
        },
      },
      customerPage: {
        ...stores.customerPage,
        async stop(page) {
          await stores.customerPage.stop(page);
          await journal.flush();
        },
      },
      contacts: {
        ...stores.contacts,
        async erase(organizationId, names) {
          const erasure = await stores.contacts.erase(organizationId, names);
          if (erasure !== null) await journal.flush();
          return erasure;
        },
      },
    },
  };
}
