import type { UltraMsgOptions } from '../../config/options.js';
import { isSameSecret } from '../same-secret.js';
import { UnparsableWebhookError, type WebhookRequest, type WebhookVerdict } from '../whatsapp-provider.js';
import { readWebhookBody } from './webhook-body.js';

/**
 * UltraMsg signs nothing: the secret travels in the URL that is registered in its panel, in `X-Webhook-Token`, or in the
 * body, and the first of these that is present decides alone. The body is parsed only where neither URL nor header
 * carries a token.
 */
export function verifyUltraMsgWebhook(
  request: WebhookRequest,
  { webhookToken, webhookEnabled = true }: Pick<UltraMsgOptions, 'webhookToken' | 'webhookEnabled'>,
): WebhookVerdict {
  const secrets = [webhookToken ?? []].flat().filter((secret) => secret !== '');
  if (!webhookEnabled || secrets.length === 0) return 'not_configured';
  const presented = presentedTokens(request);
  const isBelieved = (token: string) => secrets.map((secret) => isSecretAsTyped(token, secret)).includes(true);
  return presented.length > 0 && presented.every(isBelieved) ? 'genuine' : 'forged';
}

/** All tokens of the first place that has any; a place that holds both a right one and a wrong one is not believed. */
function presentedTokens(request: WebhookRequest): string[] {
  const inUrl = request.url.searchParams.getAll('token');
  if (inUrl.length > 0) return inUrl;
  const inHeader = request.headers.get('x-webhook-token');
  if (inHeader !== null) return [inHeader];
  return bodyTokens(request.rawBody);
}

function bodyTokens(rawBody: Uint8Array): string[] {
  try {
    const { token } = readWebhookBody(rawBody);
    return typeof token === 'string' ? [token] : [];
  } catch (error) {
    if (!(error instanceof UnparsableWebhookError)) throw error;
    return [];
  }
}

/** An unescaped `+` of a base64 secret in a URL is read as a space. */
function isSecretAsTyped(presented: string, secret: string): boolean {
  const asTyped = isSameSecret(presented, secret);
  const withPlus = isSameSecret(presented.replaceAll(' ', '+'), secret);
  return asTyped || withPlus;
}
