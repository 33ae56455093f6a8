import type { Behaviours } from './behaviours.js';
import type { Ledger } from './ledger.js';
import type { UltraMsgEvent } from './ultramsg/inbound-event.js';
import type { UltraMsgInstance } from './ultramsg/ultramsg-api.js';
import type { WebhookOutcome, WebhookSettings } from './ultramsg/webhook.js';

/** What the stand-ins share: one clock, one ledger, one set of rules. */
export interface World {
  now(): number;
  readonly ledger: Ledger;
  readonly behaviours: Behaviours;
  readonly instances: readonly UltraMsgInstance[];
  readonly twilio: TwilioAccount;
  /** Changes through the control API. */
  webhook: WebhookSettings;
  /** Messages that phones have written, for the vendor's read-back. */
  readonly inbound: readonly UltraMsgEvent[];
  /** Posts an event to the webhook. Never rejects. */
  post(event: UltraMsgEvent): Promise<WebhookOutcome>;
  /** Where the simulator is reached, `http://localhost:4001`; known once it listens. */
  origin(): string;
  /** Aborted when the simulator closes. */
  readonly closed: AbortSignal;
}

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
}
