import type { Behaviours } from '../behaviours.js';
import type { Ledger } from '../ledger.js';
import { pause } from '../reply.js';
import type { WebhookSettings } from './webhook-settings.js';

/** One event on its way to the server, as the vendor writes it. */
export interface WebhookPost {
  vendor: 'ultramsg' | 'meta' | 'twilio';
  /** `message_received` for what a person wrote; else a word of the vendor's. */
  eventType: string;
  messageId: string;
  /** E.164 of the person, or the address that the vendor has instead. */
  phone: string;
  /** Created for each try; `null` where the vendor has no address to post to. */
  request(): { url: URL; headers: Record<string, string>; body: string } | null;
}

/** What became of one event, after its last try. */
export interface WebhookOutcome {
  /** The vendor's id of the message that the event is about. */
  messageId: string;
  /** A try was answered with 2xx. */
  acknowledged: boolean;
  /** Tries that were made; 0 where the event was dropped. */
  attempts: number;
}

export interface Courier {
  /** Posts one event until it is acknowledged or the retries are used up. Never rejects. */
  deliver(post: WebhookPost): Promise<WebhookOutcome>;
}

export interface CourierParts {
  settings(): WebhookSettings;
  ledger: Ledger;
  behaviours: Behaviours;
  closed: AbortSignal;
}

/** Webhooks come late, twice, out of order or not at all: the rules of `webhook`, by phone, say how. */
export function createCourier({ settings, ledger, behaviours, closed }: CourierParts): Courier {
  /** Posts that wait until a later one of their phone has gone. */
  const held = new Map<string, (() => void)[]>();

  const release = (phone: string): void => {
    const waiting = held.get(phone) ?? [];
    held.delete(phone);
    for (const go of waiting) go();
  };

  const untilLaterOne = (phone: string): Promise<void> =>
    new Promise((resolve) => {
      held.set(phone, [...(held.get(phone) ?? []), resolve]);
      closed.addEventListener('abort', () => resolve(), { once: true });
    });

  const deliverNow = async (post: WebhookPost): Promise<WebhookOutcome> => {
    const { vendor, messageId, eventType, phone } = post;
    const { retryDelaysMs, timeoutMs } = settings();
    const delays = [0, ...retryDelaysMs];
    for (const [index, delayMs] of delays.entries()) {
      await pause(delayMs, closed);
      if (closed.aborted) return { messageId, acknowledged: false, attempts: index };
      const status = await postOnce(post, timeoutMs, closed);
      const acknowledged = status !== null && status >= 200 && status < 300;
      const settled = acknowledged || index + 1 === delays.length;
      const outcome = { attempt: index + 1, status, acknowledged, settled };
      ledger.append({ kind: 'webhook_delivery', vendor, eventType, messageId, phone, ...outcome });
      if (acknowledged) return { messageId, acknowledged, attempts: index + 1 };
    }
    return { messageId, acknowledged: false, attempts: delays.length };
  };

  return {
    async deliver(post) {
      const { mode, delayMs } = behaviours.take('webhook', post.phone);
      if (mode === 'drop') return { messageId: post.messageId, acknowledged: false, attempts: 0 };
      if (mode === 'reorder') {
        await untilLaterOne(post.phone);
        return deliverNow(post);
      }
      if (mode === 'late') await pause(delayMs, closed);
      const [outcome] = await Promise.all([deliverNow(post), ...(mode === 'duplicate' ? [deliverNow(post)] : [])]);
      release(post.phone);
      return outcome;
    },
  };
}

/** @returns the status, or null where nobody answered. */
async function postOnce(post: WebhookPost, timeoutMs: number, closed: AbortSignal): Promise<number | null> {
  const request = post.request();
  if (request === null) return null;
  const { url, headers, body } = request;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closed, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Refused, cut or timed out: the vendor has no answer.
    return null;
  }
}
