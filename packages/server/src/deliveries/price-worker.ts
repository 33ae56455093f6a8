import { drain } from '../batches/drain.js';
import type { WhatsAppAccount } from '../accounts/whatsapp-account.js';
import type { DeliveryStatus, MessagePrice } from '../providers/inbound-event.js';
import type { Log } from '../log.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { OwedPrice, PriceStore } from './price-store.js';

export interface PriceWorkerParts {
  store: PriceStore;
  /** `null`: this vendor offers no such call. */
  fetcherOf(
    organizationId: string,
    tier: SendingTier,
  ): ((providerMessageId: string) => Promise<MessagePrice | null>) | null | undefined;
  /** The same status once more, with its price. */
  record(account: Pick<WhatsAppAccount, 'organizationId' | 'provider'>, status: DeliveryStatus): Promise<void>;
  log: Log;
}

/** Questions to vendors under way in one process. */
const AT_ONCE = 20;
/** At once, after a minute, a quarter of an hour and six hours; a price that is not known by then stays unknown. */
const MAX_TRIES = 4;

/** Fetches the prices of messages from vendors that give them only on request. Safe in several processes at once. */
export function createPriceWorker({ store, fetcherOf, record, log }: PriceWorkerParts): {
  /** Asks for all prices that are due, or those that it has begun when `stopping` aborts. @returns their count */
  processDue(stopping?: AbortSignal): Promise<number>;
} {
  const ask = async (owed: OwedPrice): Promise<void> => {
    const { organizationId, provider, attemptId, providerMessageId, status, tier, tries } = owed;
    const price = await fetcherOf(organizationId, tier)?.(providerMessageId);
    if (price) {
      const priced = { kind: 'status' as const, providerMessageId, correlationId: attemptId, status, at: null, price };
      await record({ organizationId, provider }, { ...priced, failure: null });
    }
    if (price !== null || tries >= MAX_TRIES) await store.settle(owed);
  };

  return {
    processDue: (stopping) =>
      drain<OwedPrice>(
        {
          take: (limit, except) => store.takeDue(limit, except),
          groupOf: ({ organizationId }) => organizationId,
          atOnce: AT_ONCE,
          async work(owed) {
            try {
              await ask(owed);
            } catch (error) {
              const { organizationId, provider, tries } = owed;
              const name = error instanceof Error ? error.name : 'unknown';
              log.warn({ organizationId, provider, error: name }, 'the price of a message could not be kept');
              if (tries >= MAX_TRIES) await store.settle(owed).catch(() => undefined);
            }
          },
        },
        stopping,
      ),
  };
}
