import type { Channel } from './channel.js';
import type { InboundMessage } from './inbound-event.js';

export interface MessageToAccept {
  channel: Channel;
  event: InboundMessage;
  /** The opt-in code found in the text. */
  code: string | null;
  keyword: 'stop' | 'start' | null;
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

export interface InboundStore {
  /** One statement. `null`: accepted before, nothing was changed. */
  accept(message: MessageToAccept): Promise<AcceptedMessage | null>;
}
