import type { AttemptStatus } from '@whatsapp-optin/sdk/contract';
import type { AccountAlert } from './account-alert.js';
import type { Identity } from './identity.js';
import type { MessageReaction } from './message-reaction.js';
import type { SendFailure } from './send-outcome.js';

/** One event of a vendor's webhook, in a form common to all vendors. */
export type InboundEvent = InboundMessage | DeliveryStatus | IdentityChange | IgnoredEvent;

/** A message that a person wrote to the business. Only this may open a window. */
export interface InboundMessage {
  kind: 'message';
  /** Unique at the vendor; the key of de-duplication. May contain a phone: never logged. */
  providerMessageId: string;
  /**
   * WhatsApp's own key, where the vendor may deliver one message under several ids. The message counts once.
   * @default providerMessageId
   */
  sharedId?: string | undefined;
  /** The vendor's own time; `null` where it gives none. Not yet clamped. */
  sentAt: Date | null;
  /** At least one, best first. */
  sender: readonly [Identity, ...Identity[]];
  senderName: string | null;
  /** `text`, `image`, `location` … */
  contentType: string;
  /** Text or caption; empty where there is none. */
  text: string;
  /** What a tapped button carries besides its label. The business wrote it; only a plain STOP in it counts. */
  payload?: string | undefined;
  /**
   * How it came. @default 'whatsapp'
   */
  channel?: 'whatsapp' | 'sms' | undefined;
  /**
   * `false` for a message that opens no session: an SMS to the business, an edit, or one whose time cannot be read. Its
   * STOP still counts.
   * @default true
   */
  opensWindow?: boolean | undefined;
  /** The vendor has judged a keyword itself (Twilio's `OptOutType`); it goes before our own reading of the text. */
  keyword?: 'stop' | 'start' | undefined;
  /** The vendor's item as it came, secrets removed; kept for staff and for replay. */
  raw: unknown;
}

/** Status of a message that we sent. Delivered at least once, in any order. */
export interface DeliveryStatus {
  kind: 'status';
  providerMessageId: string;
  /** Our attempt id, where the vendor gives back what we planted. */
  correlationId: string | null;
  /** Where the vendor gives it back: the status is this organization's alone. Absent: of whoever has the account. */
  organizationId?: string;
  status: Extract<AttemptStatus, 'accepted' | 'sent' | 'delivered' | 'read' | 'failed'>;
  at: Date | null;
  /** With `failed`: what the sender must do about it. */
  failure: SendFailure | null;
  price: MessagePrice | null;
}

/** What a message cost, as far as the vendor says. Unknown is `null`, never 0. */
export interface MessagePrice {
  /** Decimal in the currency's unit, `0.0075`; positive. */
  amount: string | null;
  /** ISO 4217 */
  currency: string | null;
  /** The vendor's category: `service`, `utility` … */
  category: string | null;
  billable: boolean | null;
}

/** A person goes by other identities from now on. Closes or moves the session; never merges two people. */
export interface IdentityChange {
  kind: 'identity_change';
  /** De-duplicated like a message. */
  providerMessageId: string;
  at: Date | null;
  from: readonly [Identity, ...Identity[]];
  to: readonly Identity[];
  raw: unknown;
}

/** What is kept of an event that the product cannot show. */
export interface KeptEvent {
  /** The same for every channel that reads the same item. */
  key: string;
  raw: unknown;
  /** A customer sent it, so that staff see that it came. @default false */
  fromCustomer?: boolean;
}

/** Something that opens nothing: own echo, group, broadcast, newsletter, status, reaction, other instance, unknown type. */
export interface IgnoredEvent {
  kind: 'ignored';
  /**
   * One word for the log: `own`, `group`, `broadcast`, `newsletter`, `status`, `reaction`, `ack`, `other_instance`,
   * `unknown_type`, `malformed`, `preference` …
   */
  why: string;
  /**
   * Kept for staff where it is given: what was of an unknown type, malformed, or (`other_instance`) of a business number
   * that none of ours has.
   */
  keep?: KeptEvent | undefined;
  /** Its words, where it has some: an edited message, a type without a name yet. A STOP in them counts, and nothing else. */
  words?: InboundMessage | undefined;
  /** What an `account_alert` says; `keep.key` is its key. */
  alert?: AccountAlert | undefined;
  /** What a `reaction` says, where the vendor names the message that it is about. */
  reaction?: MessageReaction | undefined;
}

/** Records one status of a vendor's account, once and forward only. */
export type ReportStatus = (
  account: { organizationId: string; provider: string },
  status: DeliveryStatus,
) => Promise<void>;
