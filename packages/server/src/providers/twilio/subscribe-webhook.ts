import { isJsonObject } from '../json-object.js';
import { postJson } from '../json-post.js';
import { callVendor } from '../vendor-call.js';
import { changed, notChanged, refuseUnreachable } from '../webhook-change.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { TWILIO_BASE_URL } from './base-url.js';
import { basicAuthorization, readAnswer, type TwilioApiInput } from './messages-api.js';

const SENDERS_BASE_URL = 'https://messaging.twilio.com';
const PATH = '/api/webhooks/twilio/whatsapp';
const BY_HAND = 'Follow step 4 of docs/providers.md by hand.';

/**
 * Leads what customers write to the WhatsApp sender to us. The sandbox is no sender, and its address is set in the console alone.
 *
 * @see https://www.twilio.com/docs/whatsapp/api/senders (2026-11)
 */
export async function subscribeTwilioWebhook(
  input: TwilioApiInput & { from: string; publicUrl: string },
): Promise<readonly ProviderFinding[]> {
  const { from, publicUrl, fetch = globalThis.fetch, deadlineMs } = input;
  const isReal = input.baseUrl === undefined || input.baseUrl.replace(/\/+$/, '') === TWILIO_BASE_URL;
  const senders = `${isReal ? SENDERS_BASE_URL : (input.baseUrl ?? '').replace(/\/+$/, '')}/v2/Channels/Senders`;
  const unreachable = refuseUnreachable(publicUrl, senders);
  if (unreachable) return [unreachable];
  const call = { headers: basicAuthorization(input), fetch, deadlineMs };
  const listed = readAnswer(
    await callVendor({ method: 'GET', url: `${senders}?Channel=whatsapp&PageSize=100`, ...call }),
  )?.['senders'];
  const sender = (Array.isArray(listed) ? listed : []).find(
    (one: unknown) => isJsonObject(one) && one['sender_id'] === `whatsapp:${from}`,
  ) as { sid?: unknown; webhook?: unknown } | undefined;
  if (typeof sender?.sid !== 'string') {
    return [notChanged(`Twilio lists no WhatsApp sender that ends in ${from.slice(-4)}`, BY_HAND)];
  }
  const url = `${publicUrl}${PATH}`;
  const before = isJsonObject(sender.webhook) ? sender.webhook['callback_url'] : undefined;
  if (before === url) return [];
  const answer = readAnswer(
    await postJson({
      url: `${senders}/${encodeURIComponent(sender.sid)}`,
      json: { webhook: { callback_url: url, callback_method: 'POST' } },
      ...call,
    }),
  );
  return [
    answer === null ? notChanged('Twilio refused it', BY_HAND) : changed(`The webhook of the sender leads to ${url}`),
  ];
}
