import type { WebhookReply } from '../whatsapp-provider.js';

/** "Received, and nothing to say": our answers go through the API, where they are recorded. */
export const EMPTY_TWIML: WebhookReply = { status: 200, contentType: 'text/xml', body: '<Response/>' };
