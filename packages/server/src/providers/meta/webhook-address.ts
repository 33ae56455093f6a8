import { isJsonObject, type JsonObject } from '../json-object.js';

export const WEBHOOK_PATH = '/api/webhooks/meta';

/**
 * Where Meta posts: the number's own address, else the account's, else the app's; without its query, which may hold a secret.
 *
 * @returns `null` where there is no address; `undefined` where Meta does not say.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override/ (2026-06)
 */
export function readWebhookAddress(answer: JsonObject | null): string | null | undefined {
  const configuration = answer?.['webhook_configuration'];
  if (!isJsonObject(configuration)) return undefined;
  const levels = ['phone_number', 'whatsapp_business_account', 'application'];
  const address = levels.map((level) => configuration[level]).find((url) => typeof url === 'string' && url !== '');
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
