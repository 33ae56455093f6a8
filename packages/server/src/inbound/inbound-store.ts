import type { WhatsAppAccount } from '../accounts/whatsapp-account.js';
import type { MessageAction } from '@whatsapp-optin/sdk/contract';
import type { AccountAlert } from '../providers/account-alert.js';
import type { MessageTap } from '../providers/message-action.js';
import type { IdentityChange, InboundMessage, KeptEvent } from '../providers/inbound-event.js';
import type { MessageReaction } from '../providers/message-reaction.js';
import type { MessageFlag } from './message-flag.js';
import type { StopRule } from './stop/classify-message.js';

export interface MessageToAccept {
  account: WhatsAppAccount;
  event: InboundMessage;
  /** The opt-in code found in the text. */
  code: string | null;
  keyword: 'stop' | 'start' | null;
  /** Why staff should read it soon. Without a keyword it may be a STOP: it renews no window, and the customer is asked once. */
  flag: MessageFlag | null;
  /** What decided about keyword and flag; for the journal. */
  rule?: StopRule | 'vendor' | 'button_payload' | undefined;
  /** What it may answer to a notification of ours; the store knows whether it does. */
  tap?: MessageTap | null;
  sessionDurationHours: number;
}

/** What the store does with a message. */
export interface InboundItem extends MessageToAccept {
  /** `pending`: kept until its vendor confirms it, and opens nothing; a STOP silences at once. */
  state: 'pending' | 'accepted';
  /** Of the pending message that its vendor has confirmed. */
  pendingId?: string;
}

/** What a message changed. Of a pending one only the ids and `receivedAt` count. */
export interface AcceptedMessage {
  messageId: string;
  contactId: string;
  receivedAt: Date;
  sessionId: string | null;
  sessionOpened: boolean;
  optInId: string | null;
  ticketId: string | null;
  /** A welcome or a confirmation is due. */
  owesReply: boolean;
  /** What it answered by one tap; `null`: nothing, or nothing that counts. */
  action: { action: MessageAction; ticketId: string; notificationId: string } | null;
}

/** An unverified message, to be confirmed through the vendor's API. */
export interface PendingMessage {
  id: string;
  organizationId: string;
  provider: string;
  businessNumber: string;
  event: InboundMessage;
  /** 1 for the first time that the vendor is asked. */
  tries: number;
  ageSeconds: number;
}

export interface InboundStore {
  /** How many items one statement takes, and how many statements may be under way. */
  readonly batches: { readonly size: number; readonly atOnce: number };
  /**
   * Everything that the messages do, in one transaction: all of it or none. Items are accepted in their order.
   *
   * @returns one entry an item. `null`: it was kept or confirmed before, and nothing was changed.
   */
  accept(items: readonly InboundItem[]): Promise<(AcceptedMessage | null)[]>;
  /** Takes those whose time has come, for this process; each is due again later unless it is confirmed or rejected. */
  takePending(limit: number, except: readonly string[]): Promise<PendingMessage[]>;
  /** The vendor does not know this message: it stays rejected, and opens no session. */
  reject(pending: PendingMessage): Promise<void>;
  /** The verification failed on our side: due again later, a dead letter after some failures. */
  failPending(pending: PendingMessage, errorName: string): Promise<void>;
  /** Once per event: moves the person to the new identities, or ends the session where another has them. */
  changeIdentity(
    account: WhatsAppAccount,
    event: IdentityChange,
  ): Promise<'moved' | 'ended' | 'unknown' | 'handled_before'>;
  /** Once per event: what a person says of a notice that they got. @returns whether it changed what is counted. */
  recordReaction(account: WhatsAppAccount, reaction: MessageReaction): Promise<boolean>;
  /** Keeps an alert of the platform and makes an event of it, once. @returns whether it was new */
  recordAlert(
    account: Pick<WhatsAppAccount, 'organizationId' | 'provider'>,
    alert: AccountAlert,
    keep: KeptEvent,
  ): Promise<boolean>;
  /** Kept for staff, once. `organizationId` is empty where none of our accounts has the number. */
  keepEvent(input: KeptEvent & { organizationId: string; provider: string; why: string }): Promise<void>;
}
