import { createHmac, randomBytes } from 'node:crypto';

/** https://www.standardwebhooks.com: 24 to 64 bytes. */
const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

export function createWebhookSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/**
 * The header `webhook-signature`: one signature a secret, so that a receiver may know the former or the present one.
 *
 * @param timestamp - seconds since 1970, as in `webhook-timestamp`
 */
export function signWebhook(
  secrets: readonly string[],
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
