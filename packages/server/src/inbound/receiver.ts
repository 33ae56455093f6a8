import type { WhatsAppProvider } from '../providers/whatsapp-provider.js';
import type { Channel } from './channel.js';

/** The paths that vendors post to, by name. */
export const WEBHOOK_ENDPOINTS = ['ultramsg', 'meta', 'twilio_whatsapp', 'twilio_sms', 'twilio_status'] as const;
export type WebhookEndpoint = (typeof WEBHOOK_ENDPOINTS)[number];

/** One channel that may be meant by a webhook; the secret decides which. */
export interface Receiver {
  channel: Channel;
  vendor: Pick<
    WhatsAppProvider,
    'verifyWebhook' | 'parseWebhook' | 'confirmInbound' | 'answerHandshake' | 'acknowledge'
  >;
}

export type Receivers = Readonly<Record<WebhookEndpoint, readonly Receiver[]>>;
