import type { MetaOptions } from '../../config/options.js';
import type { WhatsAppProvider } from '../whatsapp-provider.js';
import { diagnoseMeta } from './diagnose.js';
import { answerMetaHandshake } from './handshake.js';
import { MAX_BUTTON_TEXT_LENGTH, sendMetaText } from './send.js';
import { verifyMetaWebhook } from './signature.js';
import { subscribeMetaWebhook } from './subscribe-webhook.js';
import { parseMetaWebhook } from './webhook.js';

export interface MetaProviderInput {
  options: MetaOptions;
  /** E.164 of the business. */
  businessNumber: string;
  /** Where this server is reached from outside, base path included; only `subscribeWebhook` asks. */
  publicUrl?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

/** WhatsApp through Meta's own Cloud API: its webhooks are signed, and it enforces the 24-hour window itself. */
export function createMetaProvider(input: MetaProviderInput): WhatsAppProvider {
  const { options, businessNumber, publicUrl, fetch = globalThis.fetch, now = Date.now, deadlineMs } = input;
  return {
    name: 'meta',
    businessNumber,
    evidence: 'signed_webhook',
    maxTextLength: 4_096,
    maxButtonTextLength: MAX_BUTTON_TEXT_LENGTH,
    tooFastCodes: ['130429', '80007', 'http_429'],
    webhookAddresses: [options.phoneNumberId],
    verifyWebhook: (request) => verifyMetaWebhook(request, options),
    answerHandshake: (request) => answerMetaHandshake(request, options),
    parseWebhook: ({ rawBody }) => parseMetaWebhook(rawBody, { phoneNumberId: options.phoneNumberId, businessNumber }),
    sendText: (message) => sendMetaText(message, { options, fetch, now, deadlineMs }),
    diagnose: () => diagnoseMeta({ options, businessNumber, fetch, deadlineMs }),
    ...(publicUrl !== undefined && {
      subscribeWebhook: () => subscribeMetaWebhook({ options, publicUrl, fetch, deadlineMs }),
    }),
  };
}
