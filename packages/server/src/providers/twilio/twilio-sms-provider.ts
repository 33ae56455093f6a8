import type { SmsProvider } from '../sms-provider.js';
import { withoutPlus } from './address.js';
import { TOO_FAST_CODES } from './errors.js';
import { createMessagesApi, MAX_TEXT_LENGTH, tokensOf, type TwilioApiInput } from './messages-api.js';
import { verifyTwilioWebhook } from './signature.js';
import { EMPTY_TWIML } from './twiml.js';
import { parseTwilioWebhook } from './webhook.js';

export interface TwilioSmsProviderInput extends TwilioApiInput {
  /** E.164, a short code, an alphanumeric sender, or the sid of a messaging service (`MG…`). */
  fromNumber: string;
  /** The most that one SMS may cost, in US dollars, `0.20`: Twilio refuses dearer ones (30010). */
  maxPriceUsd?: string | undefined;
}

/** SMS through Twilio. A lost answer is reconciled by the status callback, which brings our id back. */
export function createTwilioSmsProvider(input: TwilioSmsProviderInput): SmsProvider {
  const { accountSid, authToken, fromNumber, maxPriceUsd, publicUrl = '' } = input;
  const api = createMessagesApi(input);
  const sender: Record<string, string> = /^MG[0-9a-f]{32}$/i.test(fromNumber)
    ? { MessagingServiceSid: fromNumber }
    : { From: fromNumber };
  const limit: Record<string, string> = maxPriceUsd === undefined ? {} : { MaxPrice: maxPriceUsd };

  return {
    name: 'twilio',
    maxTextLength: MAX_TEXT_LENGTH,
    tooFastCodes: TOO_FAST_CODES,
    sendSms: ({ to, text, correlationId, organizationId }) =>
      api.send({ To: to, ...sender, Body: text, ...limit }, { correlationId, organizationId }),
    fetchPrice: api.fetchPrice,
    diagnose: api.diagnose,
    webhook: {
      webhookAddresses: [withoutPlus(fromNumber)],
      verifyWebhook: (request) => verifyTwilioWebhook(request, { authTokens: tokensOf(authToken), publicUrl }),
      parseWebhook: (request) => parseTwilioWebhook(request, { channel: 'sms', accountSid, from: fromNumber }),
      acknowledge: () => EMPTY_TWIML,
    },
  };
}
