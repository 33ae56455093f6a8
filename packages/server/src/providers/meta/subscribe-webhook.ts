import type { MetaOptions } from '../../config/options.js';
import { isJsonObject, type JsonObject } from '../json-object.js';
import { postJson } from '../json-post.js';
import { callVendor, type VendorCallResult } from '../vendor-call.js';
import { changed, notChanged, refuseUnreachable } from '../webhook-change.js';
import type { ProviderFinding } from '../whatsapp-provider.js';
import { readErrorCode } from './errors.js';
import { authorization, graphUrl, parseGraphAnswer } from './graph.js';
import { readWebhookAddress, WEBHOOK_PATH } from './webhook-address.js';

export interface SubscriptionInput {
  options: MetaOptions;
  publicUrl: string;
  fetch: typeof globalThis.fetch;
  deadlineMs?: number | undefined;
}

const BY_HAND = 'Follow step 6 of docs/providers.md by hand.';

/**
 * Subscribes the app to the WhatsApp account of the number. Where Meta posts to another address, or to none, it names ours for this
 * account; Meta then calls it at once, so that the server must be running.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-webhooks (2026-11)
 */
export async function subscribeMetaWebhook(input: SubscriptionInput): Promise<readonly ProviderFinding[]> {
  const { options, publicUrl, fetch, deadlineMs } = input;
  const { accessToken, verifyToken } = options;
  const root = graphUrl(options);
  const get = async (path: string): Promise<JsonObject | null> =>
    successOf(
      await callVendor({ method: 'GET', url: `${root}${path}`, headers: authorization(options), fetch, deadlineMs }),
    );
  const accountId = await findAccount(get, options);
  if (accountId === null) {
    return [
      notChanged(
        'Meta does not say which WhatsApp account the number belongs to',
        `Give the token of META_ACCESS_TOKEN whatsapp_business_management and the account, or: ${BY_HAND}`,
      ),
    ];
  }
  const current = readWebhookAddress(
    await get(`/${encodeURIComponent(options.phoneNumberId)}?fields=webhook_configuration`),
  );
  const ours = `${publicUrl}${WEBHOOK_PATH}`;
  const isElsewhere = current !== undefined && (current === null || !current.endsWith(WEBHOOK_PATH));
  if (isElsewhere && !verifyToken)
    return [notChanged('no verify token is set', 'Set META_VERIFY_TOKEN, and start the server.')];
  const unreachable = isElsewhere ? refuseUnreachable(publicUrl, root) : null;
  if (unreachable) return [unreachable];
  const result = await postJson({
    url: `${root}/${accountId}/subscribed_apps`,
    json: isElsewhere ? { override_callback_uri: ours, verify_token: verifyToken } : {},
    headers: authorization({ ...options, accessToken }),
    fetch,
    deadlineMs,
  });
  if (successOf(result)?.['success'] !== true) return [notChanged(refusalOf(result), BY_HAND)];
  const account = `the WhatsApp account that ends in ${accountId.slice(-4)}`;
  return [
    changed(`The app is subscribed to ${account}`),
    ...(isElsewhere
      ? [changed(`Its webhooks go to ${ours}${current === null ? '' : `, no longer to ${current}`}`)]
      : []),
  ];
}

/** The token names the accounts that it may manage; one of them has the number. */
async function findAccount(
  get: (path: string) => Promise<JsonObject | null>,
  { accessToken, phoneNumberId }: MetaOptions,
): Promise<string | null> {
  const answer = await get(`/debug_token?${new URLSearchParams({ input_token: accessToken })}`);
  const scopes = isJsonObject(answer?.['data']) ? answer['data']['granular_scopes'] : undefined;
  const targets = (Array.isArray(scopes) ? scopes : []).flatMap((scope: unknown): unknown[] =>
    isJsonObject(scope) && scope['scope'] === 'whatsapp_business_management' && Array.isArray(scope['target_ids'])
      ? scope['target_ids']
      : [],
  );
  for (const target of targets) {
    if (typeof target !== 'string' || !/^\d+$/.test(target)) continue;
    const numbers = (await get(`/${target}/phone_numbers?fields=id&limit=100`))?.['data'];
    if (Array.isArray(numbers) && numbers.some((number) => isJsonObject(number) && number['id'] === phoneNumberId)) {
      return target;
    }
  }
  return null;
}

function successOf(result: VendorCallResult): JsonObject | null {
  return result.status === 'answered' && result.httpStatus < 300 ? parseGraphAnswer(result.text) : null;
}

function refusalOf(result: VendorCallResult): string {
  if (result.status !== 'answered') return 'the Graph API did not answer';
  const code = readErrorCode(parseGraphAnswer(result.text)?.['error']);
  return code === null ? `Meta answered with HTTP ${result.httpStatus}` : `Meta refused it (code ${code})`;
}
