import type { UltraMsgOptions } from '../../config/options.js';
import type { WhatsAppProvider } from '../whatsapp-provider.js';
import { confirmUltraMsgInbound } from './confirm-inbound.js';
import { diagnoseUltraMsg } from './diagnose.js';
import { instanceSpellings } from './instance-id.js';
import { sendUltraMsgText } from './send.js';
import { verifyUltraMsgWebhook } from './signature.js';
import { subscribeUltraMsgWebhook } from './subscribe-webhook.js';
import { parseUltraMsgWebhook } from './webhook.js';

export interface UltraMsgProviderInput {
  options: UltraMsgOptions;
  /** E.164 of the business. */
  businessNumber: string;
  /** Where this server is reached from outside; only `diagnose` and `subscribeWebhook` ask. */
  publicUrl?: string | undefined;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

/**
 * WhatsApp through UltraMsg, a bridge over WhatsApp Web. It enforces no 24-hour window and signs no webhook: both guards
 * are ours.
 */
export function createUltraMsgProvider(input: UltraMsgProviderInput): WhatsAppProvider {
  const { options, businessNumber, publicUrl, fetch = globalThis.fetch, now = Date.now, deadlineMs } = input;
  return {
    name: 'ultramsg',
    businessNumber,
    evidence: 'secret_url',
    maxTextLength: 4_096,
    tooFastCodes: ['rate_limited', 'http_429'],
    webhookAddresses: instanceSpellings(options.instanceId),
    verifyWebhook: (request) => verifyUltraMsgWebhook(request, options),
    parseWebhook: ({ rawBody }) => parseUltraMsgWebhook(rawBody, { instanceId: options.instanceId, businessNumber }),
    sendText: (message) => sendUltraMsgText(message, { options, fetch, now, deadlineMs }),
    ...(options.verifyInbound !== false && {
      confirmInbound: (message) => confirmUltraMsgInbound(message, { options, fetch, deadlineMs }),
    }),
    ...(publicUrl !== undefined && {
      subscribeWebhook: () => subscribeUltraMsgWebhook({ options, publicUrl, fetch, deadlineMs }),
    }),
    diagnose: () => diagnoseUltraMsg({ options, fetch, deadlineMs, publicUrl }),
  };
}
