import { createHash, randomBytes } from 'node:crypto';

/** `ak`: an admin key. `st`: a token for the host's own pages. `ss`: a signed-in browser, kept in its cookie. */
export type CredentialKind = 'ak' | 'st' | 'ss';

/** `ak_<organization>.<secret>`, 256 random bits. It names its organization, whose data the look-up reads. */
export function createCredential(kind: CredentialKind, organizationId: string): string {
  const organization = Buffer.from(organizationId, 'utf8').toString('base64url');
  return `${kind}_${organization}.${randomBytes(32).toString('base64url')}`;
}

export interface ReadCredential {
  kind: CredentialKind;
  organizationId: string;
  hash: Uint8Array;
}

/** `null` where the text is none. What comes back is not believed until its digest is found. */
export function readCredential(text: string): ReadCredential | null {
  const match = /^(ak|st|ss)_([A-Za-z0-9_-]{1,700})\.([A-Za-z0-9_-]{43})$/.exec(text);
  if (!match?.[2]) return null;
  return {
    kind: match[1] as CredentialKind,
    organizationId: Buffer.from(match[2], 'base64url').toString('utf8'),
    hash: createHash('sha256').update(text).digest(),
  };
}

/** Identifies a key in a list: the beginning of its secret, 24 of 256 bits. */
export function hintOf(key: string): string {
  const secret = key.slice(key.indexOf('.') + 1);
  return `ak_…${secret.slice(0, 4)}`;
}

/** Proof, for a browser's own scripts, that a request comes from our page: another page's script cannot read it. */
export function csrfTokenOf(cookieToken: string): string {
  return createHash('sha256').update(`csrf\n${cookieToken}`).digest('base64url');
}
