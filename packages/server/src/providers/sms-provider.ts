import type { InboundEvent } from './inbound-event.js';
import type { SendOutcome } from './send-outcome.js';
import type {
  MessagePrice,
  ProviderFinding,
  WebhookReply,
  WebhookRequest,
  WebhookVerdict,
} from './whatsapp-provider.js';

/** A vendor that carries SMS. */
export interface SmsProvider {
  readonly name: string;
  /** Longest text that it takes, in UTF-16 units. */
  readonly maxTextLength: number;
  /** Codes of a refusal that say: the account sends too fast. */
  readonly tooFastCodes: readonly string[];
  /** `to` is E.164. All organizations share the account: its statuses come back with `organizationId`. */
  sendSms(message: { to: string; text: string; correlationId: string; organizationId: string }): Promise<SendOutcome>;
  /** Present where the vendor calls back: inbound SMS (never opens a session) and delivery statuses. */
  readonly webhook?: SmsWebhook;
  /**
   * Price of a message, from a vendor that gives it only on request: after its final status, again later while `null`.
   */
  fetchPrice?(providerMessageId: string): Promise<MessagePrice | null>;
  diagnose?(): Promise<readonly ProviderFinding[]>;
}

export interface SmsWebhook {
  readonly webhookAddresses: readonly string[];
  verifyWebhook(request: WebhookRequest): WebhookVerdict;
  /** Messages come with `opensWindow: false`. @throws {UnparsableWebhookError} */
  parseWebhook(request: WebhookRequest): InboundEvent[];
  acknowledge?(): WebhookReply;
}
