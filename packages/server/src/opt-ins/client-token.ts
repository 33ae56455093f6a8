import { createHash, randomBytes } from 'node:crypto';

/** `ct_<organization>.<secret>`: carries its organization, so that its opt-in is found where that organization's data lie. */
export function createClientToken(organizationId: string): string {
  const organization = Buffer.from(organizationId, 'utf8').toString('base64url');
  return `ct_${organization}.${randomBytes(32).toString('base64url')}`;
}

/** `null` where the text is no clientToken. What comes back is not believed until its digest is found. */
export function readClientToken(token: string): { organizationId: string; hash: Uint8Array } | null {
  const match = /^ct_([A-Za-z0-9_-]{1,700})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match?.[1]) return null;
  const organizationId = Buffer.from(match[1], 'base64url').toString('utf8');
  return { organizationId, hash: hashClientToken(token) };
}

export function hashClientToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}
