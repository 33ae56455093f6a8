import type { WebhookReply } from '../providers/whatsapp-provider.js';

/** Answers of a webhook, before HTTP words. */
export type WebhookResult =
  | { status: 'accepted'; messages: number; ignored: number; reply: WebhookReply | null }
  | { status: 'forged' }
  | { status: 'not_configured' }
  | { status: 'unparsable' | 'oversized'; detail: string };

export type HandshakeResult =
  { status: 'answered'; reply: WebhookReply } | { status: 'unparsable' | 'refused' | 'not_configured' };
