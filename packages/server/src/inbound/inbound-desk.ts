import type { WebhookReply, WebhookRequest } from '../providers/whatsapp-provider.js';
import type { WebhookEndpoint } from '../accounts/webhook-target.js';

/** Answers of a webhook, before HTTP words. */
export type WebhookResult =
  | { status: 'accepted'; messages: number; ignored: number; reply: WebhookReply | null }
  | { status: 'forged' }
  | { status: 'not_configured' }
  | { status: 'unparsable'; detail: string };

export type HandshakeResult =
  { status: 'answered'; reply: WebhookReply } | { status: 'refused' } | { status: 'not_configured' };

/** What a host hears of each message that a customer wrote. */
export interface InboundMessageNotice {
  id: string;
  organizationId: string;
  /** `null` where the vendor gives no phone. */
  phone: string | null;
  ticketId: string | null;
  sessionId: string | null;
  text: string;
  receivedAt: Date;
}

export interface InboundDesk {
  /** verify → parse → accept (one statement a message) → 200. @throws when the database is away: HTTP answers 503 and the vendor redelivers. */
  receive(endpoint: WebhookEndpoint, request: WebhookRequest): Promise<WebhookResult>;
  /** A vendor's GET that asks whether this is our address. */
  answerHandshake(endpoint: WebhookEndpoint, request: WebhookRequest): HandshakeResult;
  /** Asks vendors for the messages that wait for their word. @returns how many were looked at. */
  workPending(): Promise<number>;
  /** @returns unsubscribe. A listener that throws is logged and harms nobody. */
  onMessage(listener: (message: InboundMessageNotice) => void | Promise<void>): () => void;
}
