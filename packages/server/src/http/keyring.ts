/** Who calls. */
export type KeyKind = 'secret' | 'publishable' | 'admin';

export interface KeyHolder {
  kind: KeyKind;
  organizationId: string;
}

export interface Keyring {
  /** Compares digests, so that neither length nor content shows in time. `null` for an unknown key. */
  identify(key: string): KeyHolder | null;
  /** Checks a ticketToken (JWT, HS256 with the organization's secret key, `exp` required, at most 31 days ahead). @returns its `sub`, or `null`. */
  verifyTicketToken(organizationId: string, token: string): Promise<string | null>;
  /** Whether a configured admin key of this organization has this digest: one that was changed since ends its sign-ins. */
  hasAdminDigest(organizationId: string, digest: string): boolean;
  /** 16 hexadecimal digits, the same each time for the same text; without the secret key they lead nowhere. */
  pseudonym(organizationId: string, text: string): string;
  /** SHA-256 in hex. */
  digest(key: string): string;
  /** How many admin keys the configuration gives the organization. */
  adminKeyCount(organizationId: string): number;
  createTicketToken(organizationId: string, ticketId: string, expiresInSeconds: number): Promise<string>;
}
