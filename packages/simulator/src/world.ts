import type { Behaviours } from './behaviours.js';
import type { Ledger } from './ledger.js';
import type { MetaAccount } from './meta/webhook-payload.js';
import type { TwilioAccount } from './twilio/webhook-form.js';
import type { UltraMsgEvent } from './ultramsg/inbound-event.js';
import type { UltraMsgInstance } from './ultramsg/ultramsg-api.js';
import type { WebhookOutcome, WebhookPost } from './webhook/courier.js';
import type { WebhookSettings } from './webhook/webhook-settings.js';

/** What the stand-ins share: one clock, one ledger, one set of rules. */
export interface World {
  now(): number;
  readonly ledger: Ledger;
  readonly behaviours: Behaviours;
  readonly instances: readonly UltraMsgInstance[];
  readonly meta: MetaAccount;
  readonly twilio: TwilioAccount;
  /** Changes through the control API. */
  webhook: WebhookSettings;
  /** Messages that phones have written, for UltraMsg's read-back. */
  readonly inbound: UltraMsgEvent[];
  /** Phones by the id that WhatsApp knows their person by, of those who have written. */
  readonly people: Map<string, string>;
  /** Posts an event to its webhook. Never rejects. */
  deliver(post: WebhookPost): Promise<WebhookOutcome>;
  /** Where the simulator is reached, `http://localhost:4001`; known once it listens. */
  origin(): string;
  /** Aborted when the simulator closes. */
  readonly closed: AbortSignal;
}
