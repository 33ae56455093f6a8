import type { WhatsAppProvider } from '../providers/whatsapp-provider.js';
import type { WhatsAppAccount } from './whatsapp-account.js';

/** The paths that vendors post to, by name. */
export const WEBHOOK_ENDPOINTS = ['ultramsg', 'meta', 'twilio_whatsapp', 'twilio_sms', 'twilio_status'] as const;
export type WebhookEndpoint = (typeof WEBHOOK_ENDPOINTS)[number];

/** One account that may be meant by a webhook; the secret decides which. */
export interface WebhookTarget {
  account: WhatsAppAccount;
  vendor: Pick<
    WhatsAppProvider,
    'webhookAddresses' | 'verifyWebhook' | 'parseWebhook' | 'confirmInbound' | 'answerHandshake' | 'acknowledge'
  >;
}

export type WebhookTargets = Readonly<Record<WebhookEndpoint, readonly WebhookTarget[]>>;
