import type { TwilioWhatsAppOptions } from '../../config/options.js';
import type { WhatsAppProvider } from '../whatsapp-provider.js';
import { toWhatsAppAddress, withoutPlus, withoutPrefix } from './address.js';
import { TOO_FAST_CODES } from './errors.js';
import { createMessagesApi, MAX_TEXT_LENGTH, tokensOf } from './messages-api.js';
import { verifyTwilioWebhook } from './signature.js';
import { subscribeTwilioWebhook } from './subscribe-webhook.js';
import { EMPTY_TWIML } from './twiml.js';
import { parseTwilioWebhook } from './webhook.js';

export interface TwilioWhatsAppProviderInput {
  options: TwilioWhatsAppOptions;
  /** E.164 of the business. */
  businessNumber: string;
  /** Where this server is reached from outside, base path included: what Twilio signs. */
  publicUrl: string;
  /** @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
  /** Reads a `Retry-After` that is a date. @default Date.now */
  now?: (() => number) | undefined;
  /** @default SEND_DEADLINE_MS */
  deadlineMs?: number | undefined;
}

/**
 * WhatsApp through Twilio. Webhooks are signed; they carry no time of the message. Free text is refused outside the
 * 24-hour window (63016), so that this vendor guards it beside us.
 */
export function createTwilioWhatsAppProvider(input: TwilioWhatsAppProviderInput): WhatsAppProvider {
  const { options, businessNumber, publicUrl, fetch, now, deadlineMs } = input;
  const { accountSid, authToken, baseUrl } = options;
  const api = createMessagesApi({ accountSid, authToken, baseUrl, publicUrl, fetch, now, deadlineMs });
  const from = withoutPrefix(options.whatsappFrom);

  return {
    name: 'twilio',
    businessNumber,
    evidence: 'signed_webhook',
    maxTextLength: MAX_TEXT_LENGTH,
    tooFastCodes: TOO_FAST_CODES,
    webhookAddresses: [withoutPlus(from)],
    verifyWebhook: (request) => verifyTwilioWebhook(request, { authTokens: tokensOf(authToken), publicUrl }),
    parseWebhook: (request) => parseTwilioWebhook(request, { channel: 'whatsapp', accountSid, from }),
    acknowledge: () => EMPTY_TWIML,
    sendText: async ({ to, text, correlationId }) => {
      const address = toWhatsAppAddress(to);
      if (address === null) {
        return { status: 'failed', failure: { action: 'unreachable', retryAfterMs: null, errorCode: 'no_address' } };
      }
      return api.send({ To: address, From: `whatsapp:${from}`, Body: text }, { correlationId });
    },
    fetchPrice: api.fetchPrice,
    diagnose: api.diagnose,
    subscribeWebhook: () =>
      subscribeTwilioWebhook({ accountSid, authToken, baseUrl, from, publicUrl, fetch, deadlineMs }),
  };
}
