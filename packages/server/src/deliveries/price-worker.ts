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

const BATCH = 20;
/** At once, after a minute, a quarter of an hour and six hours; a price that is not known by then stays unknown. */
const MAX_TRIES = 4;

/** Fetches the prices of messages from vendors that give them only on request. Safe in several processes at once. */
export function createPriceWorker({ store, fetcherOf, record, log }: PriceWorkerParts): {
  processDue(): Promise<number>;
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
    async processDue() {
      const due = await store.takeDue(BATCH);
      await Promise.all(
        due.map((owed) =>
          ask(owed).catch(async (error: unknown) => {
            const { organizationId, provider, tries } = owed;
            const name = error instanceof Error ? error.name : 'unknown';
            log.warn({ organizationId, provider, error: name }, 'the price of a message could not be kept');
            if (tries >= MAX_TRIES) await store.settle(owed);
          }),
        ),
      );
      return due.length;
    },
  };
}
