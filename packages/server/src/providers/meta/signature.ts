import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MetaOptions } from '../../config/options.js';
import type { WebhookRequest, WebhookVerdict } from '../whatsapp-provider.js';

/** A second header of this name is joined to the first with a comma, and so is no signature. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Meta signs the bytes that it posts: `X-Hub-Signature-256: sha256=<HMAC-SHA256 of the raw body, lower-case hex>`, with
 * the app secret as its key. Nothing of the body is read here. During a rotation each secret of the list is tried, all of
 * them every time.
 *
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started (read 2026-11)
 */
export function verifyMetaWebhook(
  { headers, rawBody }: WebhookRequest,
  { appSecret = [] }: Pick<MetaOptions, 'appSecret'>,
): WebhookVerdict {
  const secrets = (typeof appSecret === 'string' ? [appSecret] : appSecret).filter((secret) => secret !== '');
  if (secrets.length === 0) return 'not_configured';
  const presented = SIGNATURE.exec(headers.get('x-hub-signature-256') ?? '')?.[1];
  if (presented === undefined) return 'forged';
  const digest = Buffer.from(presented, 'hex');
  const matches = secrets.map((secret) =>
    timingSafeEqual(digest, createHmac('sha256', secret).update(rawBody).digest()),
  );
  return matches.includes(true) ? 'genuine' : 'forged';
}
