import type { MetaOptions } from '../../config/options.js';
import { isSameSecret } from '../same-secret.js';
import type { HandshakeAnswer, WebhookRequest } from '../whatsapp-provider.js';

/** Meta sends digits; what is longer than this is not from Meta, and is not repeated. */
const MAX_CHALLENGE_LENGTH = 512;

/**
 * Meta asks once, when the webhook's address is entered in its panel, whether whoever answers there knows the verify
 * token: `hub.mode=subscribe`, `hub.verify_token`, `hub.challenge`. The answer is the challenge, bare.
 */
export function answerMetaHandshake(
  { url }: WebhookRequest,
  { verifyToken }: Pick<MetaOptions, 'verifyToken'>,
): HandshakeAnswer {
  if (!verifyToken) return 'not_configured';
  const mode = only(url, 'hub.mode');
  const token = only(url, 'hub.verify_token');
  const challenge = only(url, 'hub.challenge');
  if (mode === null || token === null || challenge === null || challenge.length > MAX_CHALLENGE_LENGTH) {
    return 'unparsable';
  }
  if (!isSameSecret(token, verifyToken) || mode !== 'subscribe') return null;
  return { status: 200, contentType: 'text/plain; charset=utf-8', body: challenge };
}

/** `null` where the parameter is absent, empty, or there twice. */
function only(url: URL, name: string): string | null {
  const values = url.searchParams.getAll(name);
  return values.length === 1 && values[0] ? values[0] : null;
}
