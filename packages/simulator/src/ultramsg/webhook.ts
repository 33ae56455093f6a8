import type { Ledger } from '../ledger.js';
import { toE164 } from '../phone-digits.js';
import { pause } from '../reply.js';
import { formEncodedEvent, type UltraMsgEvent } from './inbound-event.js';

/** Where UltraMsg's events go, as set in the vendor's panel. */
export interface WebhookSettings {
  /** Without it nothing is posted. */
  url: string | null;
  /** Added to the URL as `?token=`. */
  token: string | null;
  /** How the event is written on the wire. */
  form: 'json' | 'messages' | 'form_encoded';
  /** The vendor's `webhook_message_ack`. */
  acks: boolean;
  /** The vendor's `webhook_message_create`: echoes of own messages, and inbound ones a second time. */
  echoes: boolean;
  /** Waits between the tries, in ms; their number is the number of retries. */
  retryDelaysMs: readonly number[];
  /** A try without an answer is given up after this long. */
  timeoutMs: number;
}

export const WEBHOOK_DEFAULTS: Readonly<WebhookSettings> = Object.freeze({
  url: null,
  token: null,
  form: 'json',
  acks: false,
  echoes: false,
  // The vendor retries 1 to 5 times (3 by default); its schedule is not published.
  retryDelaysMs: Object.freeze([1_000, 4_000, 16_000]),
  timeoutMs: 15_000,
});

export interface WebhookOutcome {
  messageId: string;
  acknowledged: boolean;
  attempts: number;
}

/** Posts one event until it is acknowledged or the retries are used up. Never rejects. */
export async function deliverEvent(
  event: UltraMsgEvent,
  { settings, ledger, closed }: { settings: WebhookSettings; ledger: Ledger; closed: AbortSignal },
): Promise<WebhookOutcome> {
  const messageId = event.data.id;
  const counterpart = event.data.fromMe ? event.data.to : event.data.from;
  const delays = [0, ...settings.retryDelaysMs];
  for (const [index, delayMs] of delays.entries()) {
    await pause(delayMs, closed);
    if (closed.aborted) return { messageId, acknowledged: false, attempts: index };
    const status = await post(event, settings, closed);
    const acknowledged = status !== null && status >= 200 && status < 300;
    ledger.append({
      kind: 'webhook_delivery',
      eventType: event.event_type,
      messageId,
      phone: toE164(counterpart) ?? counterpart,
      attempt: index + 1,
      status,
      acknowledged,
      settled: acknowledged || index + 1 === delays.length,
    });
    if (acknowledged) return { messageId, acknowledged, attempts: index + 1 };
  }
  return { messageId, acknowledged: false, attempts: delays.length };
}

/** @returns the status, or null where nobody answered. */
async function post(event: UltraMsgEvent, settings: WebhookSettings, closed: AbortSignal): Promise<number | null> {
  if (settings.url === null) return null;
  const url = new URL(settings.url);
  if (settings.token !== null) url.searchParams.set('token', settings.token);
  const [contentType, body] = write(event, settings);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closed, AbortSignal.timeout(settings.timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Refused, cut or timed out: to the vendor it is all the same, no answer.
    return null;
  }
}

function write(event: UltraMsgEvent, settings: WebhookSettings): [contentType: string, body: string] {
  if (settings.form === 'form_encoded') return ['application/x-www-form-urlencoded', formEncodedEvent(event)];
  if (settings.form === 'messages' && event.event_type === 'message_received') {
    const { id, from, to, body, type, time } = event.data;
    const messages = [{ id, from, to, body, type, timestamp: time }];
    return ['application/json', JSON.stringify({ token: settings.token ?? '', messages })];
  }
  return ['application/json', JSON.stringify(event)];
}
