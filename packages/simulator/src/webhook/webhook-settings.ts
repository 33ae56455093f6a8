/** Where the vendors post, as set in their panels, and how. */
export interface WebhookSettings {
  /** For the vendor that carries WhatsApp here. Without it nothing is posted. */
  url: string | null;
  /** UltraMsg: added to the URL as `?token=`. */
  token: string | null;
  /** Where Twilio posts the SMS that a phone sends. */
  smsUrl: string | null;
  /** How UltraMsg's event is written on the wire. */
  form: 'json' | 'messages' | 'form_encoded';
  /** News of what became of messages: UltraMsg's `webhook_message_ack`, the statuses of Meta and Twilio. */
  acks: boolean;
  /** UltraMsg's `webhook_message_create`: echoes of own messages, and inbound ones a second time. */
  echoes: boolean;
  /** Waits between the tries, in ms; their number is the number of retries. */
  retryDelaysMs: readonly number[];
  /** A try without an answer is given up after this long. */
  timeoutMs: number;
}

/** Settings of a simulator that was given none: no URL, three retries. */
export const WEBHOOK_DEFAULTS: Readonly<WebhookSettings> = Object.freeze({
  url: null,
  token: null,
  smsUrl: null,
  form: 'json',
  acks: false,
  echoes: false,
  // UltraMsg retries 1 to 5 times (3 by default), Meta for days, Twilio hardly; no schedule is published.
  retryDelaysMs: Object.freeze([1_000, 4_000, 16_000]),
  timeoutMs: 15_000,
});
