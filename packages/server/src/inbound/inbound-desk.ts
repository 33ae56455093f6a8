import type { WebhookRequest } from '../providers/whatsapp-provider.js';

/** Answers of a webhook, before HTTP words. */
export type WebhookResult =
  | { status: 'accepted'; messages: number; ignored: number }
  | { status: 'forged' }
  | { status: 'not_configured' }
  | { status: 'unparsable'; detail: string };

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
  receive(providerName: string, request: WebhookRequest): Promise<WebhookResult>;
  /** @returns unsubscribe. A listener that throws is logged and harms nobody. */
  onMessage(listener: (message: InboundMessageNotice) => void | Promise<void>): () => void;
}
