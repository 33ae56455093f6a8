import { createHmac } from 'node:crypto';
import { isSameSecret } from './same-secret.js';

/**
 * What a service worker posts back once a notice is on the screen, to `POST /api/push/acknowledgements`:
 * `{ notificationId, token }`. The token names the organization and the attempt, and is signed for this notification, so
 * that only who was pushed to can acknowledge. A second time changes nothing: statuses only go forward.
 */
export interface PushAcknowledgement {
  notificationId: string;
  token: string;
}

/** What a token says. Nothing of it is believed until the sender of that organization finds its signature right. */
export interface AcknowledgementClaim {
  organizationId: string;
  attemptId: string;
  signature: string;
}

/** 128 bits: nobody guesses them, and each byte is paid for in the payload. */
const SIGNATURE_BYTES = 16;

export function createAcknowledgementToken(
  input: { organizationId: string; notificationId: string; attemptId: string },
  key: Uint8Array,
): string {
  const organization = Buffer.from(input.organizationId, 'utf8').toString('base64url');
  return `pa_${organization}.${input.attemptId}.${sign(input, key)}`;
}

/** `null` where the text is no token. */
export function readAcknowledgementToken(token: string): AcknowledgementClaim | null {
  const match = /^pa_([\w-]{1,700})\.([\w-]{1,64})\.([\w-]{22})$/.exec(token);
  if (!match) return null;
  const [, organization = '', attemptId = '', signature = ''] = match;
  return { organizationId: Buffer.from(organization, 'base64url').toString('utf8'), attemptId, signature };
}

export function isSignedAcknowledgement(
  claim: { organizationId: string; notificationId: string; attemptId: string; signature: string },
  key: Uint8Array,
): boolean {
  return isSameSecret(claim.signature, sign(claim, key));
}

/** The key of an organization's acknowledgements: its VAPID key is secret and kept already. */
export function acknowledgementKey(vapidPrivateKey: string): Uint8Array {
  return createHmac('sha256', Buffer.from(vapidPrivateKey, 'base64url')).update('push acknowledgement').digest();
}

function sign(
  { organizationId, notificationId, attemptId }: { organizationId: string; notificationId: string; attemptId: string },
  key: Uint8Array,
): string {
  // JSON parts the three, whatever is in them.
  const text = JSON.stringify([organizationId, notificationId, attemptId]);
  return createHmac('sha256', key).update(text).digest().subarray(0, SIGNATURE_BYTES).toString('base64url');
}
