import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { KeyHolder, KeyKind, Keyring } from './keyring.js';

/** The keys of one organization as they were configured; `null` where it has none of the kind. */
export interface OrganizationKeys {
  organizationId: string;
  /** At least one; the first signs, each verifies. */
  secretKeys: readonly string[];
  publishableKey: string | null;
  adminKey: string | null;
}

/** A visit lasts hours; a token that lasts longer is a mistake, or somebody's who has the key for a moment. */
export const MAX_TICKET_TOKEN_SECONDS = 31 * 24 * 3600;

/** Keeps SHA-256 digests of the keys for look-up, so that the time of a comparison reveals nothing of a key. */
export function createKeyring(organizations: readonly OrganizationKeys[]): Keyring {
  const holders = new Map<string, KeyHolder>();
  const signingKeys = new Map<string, readonly Uint8Array[]>();
  const firstKeyOf = (organizationId: string): Uint8Array => {
    const [first] = signingKeys.get(organizationId) ?? [];
    if (!first) throw new Error(`There is no organization "${organizationId}" in the options.`);
    return first;
  };
  for (const keys of organizations) {
    signingKeys.set(
      keys.organizationId,
      keys.secretKeys.map((key) => new TextEncoder().encode(key)),
    );
    const kinds: [KeyKind, string | null][] = [
      ...keys.secretKeys.map((key): [KeyKind, string] => ['secret', key]),
      ['publishable', keys.publishableKey],
      ['admin', keys.adminKey],
    ];
    for (const [kind, key] of kinds) {
      if (key !== null) holders.set(digest(key), { kind, organizationId: keys.organizationId });
    }
  }

  return {
    identify: (key) => holders.get(digest(key)) ?? null,
    hasAdminDigest(organizationId, wanted) {
      const holder = holders.get(wanted);
      return holder?.kind === 'admin' && holder.organizationId === organizationId;
    },
    digest,
    pseudonym(organizationId, text) {
      const key = hkdfSync('sha256', firstKeyOf(organizationId), organizationId, 'whatsapp-optin pseudonyms', 32);
      return createHmac('sha256', Buffer.from(key)).update(text).digest('hex').slice(0, 16);
    },
    adminKeyCount: (organizationId) =>
      [...holders.values()].filter((holder) => holder.kind === 'admin' && holder.organizationId === organizationId)
        .length,
    async verifyTicketToken(organizationId, token) {
      for (const signingKey of signingKeys.get(organizationId) ?? []) {
        try {
          // The algorithm is named here and never taken from the token: `none` and every other are refused.
          const { payload } = await jwtVerify(token, signingKey, {
            algorithms: ['HS256'],
            requiredClaims: ['exp', 'sub'],
          });
          const secondsLeft = (payload.exp ?? Infinity) - Date.now() / 1000;
          return secondsLeft <= MAX_TICKET_TOKEN_SECONDS ? payload.sub || null : null;
        } catch {
          // The next one may have signed it.
        }
      }
      return null;
    },
    async createTicketToken(organizationId, ticketId, expiresInSeconds) {
      if (expiresInSeconds > MAX_TICKET_TOKEN_SECONDS) throw new RangeError('A ticketToken lasts at most 31 days.');
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(ticketId)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(firstKeyOf(organizationId));
    },
  };
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
