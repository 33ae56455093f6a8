import type { Identity } from './identity.js';
import type { InboundEvent, InboundMessage, MessagePrice } from './inbound-event.js';
import type { SendOutcome } from './send-outcome.js';

/** The words of this port, for the vendors' folders, which know no other room. */
export type { Identity } from './identity.js';
export type { DeliveryStatus, IgnoredEvent, InboundEvent, InboundMessage, MessagePrice } from './inbound-event.js';

/** A webhook request before anything in it is believed: the body is bytes. */
export interface WebhookRequest {
  method: string;
  url: URL;
  headers: Headers;
  rawBody: Uint8Array;
}

/** What a genuine request is answered with; a vendor's handshake and TwiML need their own body. Default: our JSON. */
export interface WebhookReply {
  status: number;
  contentType: string;
  body: string;
}

/**
 * A vendor's handshake, answered: the reply as it goes out, `unparsable` where the request is no handshake (400), `null`
 * where its token is wrong (403), `not_configured` where the provider has no token to compare with (503). Where several
 * channels share one address, the first reply wins, then `unparsable`, then a `null`.
 */
export type HandshakeAnswer = WebhookReply | null | 'not_configured' | 'unparsable';

/**
 * `not_configured`: the provider has no secret to check against, so nothing can be believed (503, never 200). Every request
 * gets this verdict then, and one whose body is not read yet does, too.
 */
export type WebhookVerdict = 'genuine' | 'forged' | 'not_configured';

/** The body is not what the vendor documents. HTTP answers 400. `message` never quotes the body. */
export class UnparsableWebhookError extends Error {
  override readonly name = 'UnparsableWebhookError';
}

/** The body holds more items than one webhook may. HTTP answers 413, and nothing of it is accepted. */
export class OversizedWebhookError extends Error {
  override readonly name = 'OversizedWebhookError';
}

/** A button whose tap comes back as a message with `id` as its payload. */
export interface ReplyButton {
  id: string;
  /** At most 20 UTF-16 units. */
  label: string;
}

export interface OutboundWhatsAppMessage {
  /** Best identity first; a provider uses the first that it can address. */
  to: readonly Identity[];
  text: string;
  /** Reply buttons below the text; only for a vendor with `maxButtonTextLength`. */
  buttons?: readonly ReplyButton[] | undefined;
  /** Our attempt id, planted in the request so that a lost answer can be reconciled. */
  correlationId: string;
  /** Goes before what is waiting at the vendor: `your_turn`, `critical`, replies. */
  urgent?: boolean | undefined;
}

/** A vendor that carries WhatsApp messages of one business number. Vendor words stay behind it. */
export interface WhatsAppProvider {
  readonly name: string;
  /** E.164 of the business; sessions are per this number. */
  readonly businessNumber: string;
  /** How far its webhooks can be believed; kept with each consent. */
  readonly evidence: 'signed_webhook' | 'secret_url';
  /** Longest text that it takes, in UTF-16 units. */
  readonly maxTextLength: number;
  /** Longest text above reply buttons, in UTF-16 units. Absent: it sends none without a template. */
  readonly maxButtonTextLength?: number;
  /** Codes of a refusal that say: this number sends too fast, whoever the messages are for. */
  readonly tooFastCodes: readonly string[];
  /** Words by which a webhook names this account: `phone_number_id`, the instance, the number. Letters and digits alone. */
  readonly webhookAddresses: readonly string[];
  verifyWebhook(request: WebhookRequest): WebhookVerdict;
  /**
   * Called only for a genuine request. Events that belong to another instance or number come back as `ignored`.
   * @throws {UnparsableWebhookError}
   * @throws {OversizedWebhookError}
   */
  parseWebhook(request: WebhookRequest): InboundEvent[];
  sendText(message: OutboundWhatsAppMessage): Promise<SendOutcome>;
  /**
   * For a webhook that is not signed: asks the vendor whether this message exists. With it, messages are stored `pending`
   * and a job accepts or rejects them. `unknown`: the vendor could not be asked now; asked again later.
   */
  confirmInbound?(message: InboundMessage): Promise<'genuine' | 'forged' | 'unknown'>;
  /** Answer to the vendor's GET handshake. */
  answerHandshake?(request: WebhookRequest): HandshakeAnswer;
  /** The vendor's own form of "received". */
  acknowledge?(): WebhookReply;
  /**
   * Price of a message, from a vendor that gives it only on request: after its final status, again later while `null`.
   */
  fetchPrice?(providerMessageId: string): Promise<MessagePrice | null>;
  /** What `doctor` finds: one line each, with what to do. Never a secret. */
  diagnose?(): Promise<readonly ProviderFinding[]>;
  /**
   * Leads the vendor's webhooks to this server, as far as its API allows: what was changed as `ok`, and why something was not as
   * `problem`. Empty where nothing had to change. For `doctor --fix`.
   */
  subscribeWebhook?(): Promise<readonly ProviderFinding[]>;
}

export interface ProviderFinding {
  level: 'ok' | 'warning' | 'problem';
  /** What was found. */
  message: string;
  /** What to do; `null` where nothing is. */
  advice: string | null;
}
