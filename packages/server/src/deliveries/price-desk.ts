import type { Channel } from '../inbound/channel.js';
import type { DeliveryStatus, MessagePrice } from '../inbound/inbound-event.js';
import type { Log } from '../log.js';
import type { SendingTier } from '../notifications/tiers.js';

/** Asks what messages cost, where a vendor tells only when asked. */
export interface PriceDesk {
  /** A message has come to its end, and its price was not told. Never throws. */
  ask(channel: Pick<Channel, 'organizationId' | 'provider'>, tier: SendingTier, status: DeliveryStatus): void;
  /** Asks no more, and waits for what is being asked. */
  close(): Promise<void>;
}

export interface PriceDeskParts {
  /** `null`: this vendor is not to be asked. */
  fetcherOf(
    organizationId: string,
    tier: SendingTier,
  ): ((providerMessageId: string) => Promise<MessagePrice | null>) | null | undefined;
  /** The same status once more, with its price. */
  record(channel: Pick<Channel, 'organizationId' | 'provider'>, status: DeliveryStatus): Promise<void>;
  log: Log;
  /** When a vendor is asked, counted from its last answer. A price that is not known by then stays unknown. */
  delaysMs?: readonly number[];
}

/** Twilio knows most prices within a minute, some within hours. */
const DELAYS_MS = [0, 60_000, 900_000];

export function createPriceDesk({ fetcherOf, record, log, delaysMs = DELAYS_MS }: PriceDeskParts): PriceDesk {
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let closed = false;

  const askLater: (...input: [...Parameters<PriceDesk['ask']>, number]) => void = (channel, tier, status, index) => {
    const fetchPrice = fetcherOf(channel.organizationId, tier);
    const delayMs = delaysMs[index];
    if (!fetchPrice || delayMs === undefined || closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const asking = fetchPrice(status.providerMessageId)
        .then((price) =>
          price === null ? askLater(channel, tier, status, index + 1) : record(channel, { ...status, price }),
        )
        .catch((error: unknown) => {
          const { organizationId, provider } = channel;
          const name = error instanceof Error ? error.name : 'unknown';
          log.warn({ organizationId, provider, error: name }, 'the price of a message could not be kept');
        })
        .finally(() => underWay.delete(asking));
      underWay.add(asking);
    }, delayMs);
    timers.add(timer.unref());
  };

  return {
    ask: (channel, tier, status) => askLater(channel, tier, status, 0),
    async close() {
      closed = true;
      timers.forEach(clearTimeout);
      await Promise.all(underWay);
    },
  };
}
