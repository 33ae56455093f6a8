import { createHash, createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { KeyHolder, KeyKind, Keyring } from './keyring.js';

/** The keys of one organization as they were configured; `null` where it has none of the kind. */
export interface OrganizationKeys {
  organizationId: string;
  secretKey: string;
  publishableKey: string | null;
  adminKey: string | null;
}

/** Keeps SHA-256 digests of the keys for look-up, so that the time of a comparison reveals nothing of a key. */
export function createKeyring(organizations: readonly OrganizationKeys[]): Keyring {
  const holders = new Map<string, KeyHolder>();
  const signingKeys = new Map<string, Uint8Array>();
  for (const keys of organizations) {
    signingKeys.set(keys.organizationId, new TextEncoder().encode(keys.secretKey));
    const kinds: [KeyKind, string | null][] = [
      ['secret', keys.secretKey],
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
      const signingKey = signingKeys.get(organizationId);
      if (!signingKey) throw new Error(`There is no organization "${organizationId}" in the options.`);
      return createHmac('sha256', signingKey).update(`audit ${text}`).digest('hex').slice(0, 16);
    },
    adminKeyCount: (organizationId) =>
      [...holders.values()].filter((holder) => holder.kind === 'admin' && holder.organizationId === organizationId)
        .length,
    async verifyTicketToken(organizationId, token) {
      const signingKey = signingKeys.get(organizationId);
      if (!signingKey) return null;
      try {
        // The algorithm is named here and never taken from the token: `none` and every other are refused.
        const { payload } = await jwtVerify(token, signingKey, {
          algorithms: ['HS256'],
          requiredClaims: ['exp', 'sub'],
        });
        return payload.sub || null;
      } catch {
        return null;
      }
    },
    async createTicketToken(organizationId, ticketId, expiresInSeconds) {
      const signingKey = signingKeys.get(organizationId);
      if (!signingKey) throw new Error(`There is no organization "${organizationId}" in the options.`);
      return new SignJWT()
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(ticketId)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresInSeconds)
        .sign(signingKey);
    },
  };
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
