import type { WhatsAppAccount } from '../accounts/whatsapp-account.js';
import type { IdentityChange, InboundMessage } from '../providers/inbound-event.js';
import type { MessageFlag } from './near-stop.js';

export interface MessageToAccept {
  account: WhatsAppAccount;
  event: InboundMessage;
  /** The opt-in code found in the text. */
  code: string | null;
  keyword: 'stop' | 'start' | null;
  /** Why staff should read it soon. */
  flag: MessageFlag | null;
  sessionDurationHours: number;
}

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
}

/** A message that waits for its vendor's word. */
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
  /** All that it does in one statement, or none of it. `null`: accepted before, nothing was changed. */
  accept(message: MessageToAccept): Promise<AcceptedMessage | null>;
  /** Keeps it and opens nothing. `false`: kept before. */
  hold(message: Pick<MessageToAccept, 'account' | 'event' | 'keyword'>): Promise<boolean>;
  /** Takes those whose time has come, for this process; each is due again later unless it is promoted or rejected. */
  takePending(limit: number): Promise<PendingMessage[]>;
  /** Everything that `accept` does, once. `null`: another process has done it. */
  promote(pending: PendingMessage, message: MessageToAccept): Promise<AcceptedMessage | null>;
  /** The vendor knows no such message: kept as rejected, opens nothing for ever. */
  reject(pending: PendingMessage): Promise<void>;
  /** Judging it failed, by no fault of the vendor's: due again later, parked after some times. */
  failPending(pending: PendingMessage, errorName: string): Promise<void>;
  /** Once per event: moves the person to the new identities, or ends the session where another has them. */
  changeIdentity(
    account: WhatsAppAccount,
    event: IdentityChange,
  ): Promise<'moved' | 'ended' | 'unknown' | 'handled_before'>;
  /** Kept for staff, once. `organizationId` is empty where no account of ours has the number. */
  keepEvent(input: { organizationId: string; provider: string; why: string; key: string; raw: unknown }): Promise<void>;
}
