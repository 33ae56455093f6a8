import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import type { SendOutcome } from './send-outcome.js';
import type { OutboundWhatsAppMessage, WhatsAppProvider } from './whatsapp-provider.js';

/** How fast a vendor may be asked. Exceeding it costs quality with some and messages with all. */
export interface Pace {
  /** Of one business number. */
  perSecond: number;
  /** Between two messages to one person; 0 = none. */
  pairSeconds: number;
  /** Calls under way at once. */
  concurrency: number;
}

/**
 * Meta's limits are its own: 80 messages a second and number, one in six seconds to one person. The others publish none:
 * what is a guess errs on the slow side, most of all for UltraMsg, behind which a real phone sends.
 */
export const PACES: Readonly<Record<string, Pace>> = {
  meta: { perSecond: 80, pairSeconds: 6, concurrency: 32 },
  twilio: { perSecond: 80, pairSeconds: 0, concurrency: 32 },
  ultramsg: { perSecond: 10, pairSeconds: 0, concurrency: 8 },
};

/** What waits longer than this is refused, to be tried again: a call of `notify` is waited for by its caller. */
const LONGEST_QUEUE = 500;

/** The same vendor, asked no faster than its pace. A full queue is a refusal that says when to come back. */
export function paced(vendor: WhatsAppProvider, pace: Pace): WhatsAppProvider {
  const perNumber = new RateLimiterQueue(new RateLimiterMemory({ points: pace.perSecond, duration: 1 }), {
    maxQueueSize: LONGEST_QUEUE,
  });
  const perPair =
    pace.pairSeconds === 0
      ? null
      : new RateLimiterQueue(new RateLimiterMemory({ points: 1, duration: pace.pairSeconds }), { maxQueueSize: 3 });
  const slots = new Slots(pace.concurrency);

  const sendText = async (message: OutboundWhatsAppMessage): Promise<SendOutcome> => {
    try {
      const [person] = message.to;
      if (perPair !== null && person !== undefined) await perPair.removeTokens(1, `${person.kind} ${person.value}`);
      await perNumber.removeTokens(1, vendor.businessNumber);
    } catch {
      const retryAfterMs = Math.max(1, pace.pairSeconds) * 1000;
      return { status: 'failed', failure: { action: 'retry', retryAfterMs, errorCode: 'queue_full' } };
    }
    return slots.run(() => vendor.sendText(message));
  };
  return { ...vendor, sendText };
}

/** At most so many at once; the others wait in the order in which they came. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
