/** Who calls. */
export type KeyKind = 'secret' | 'publishable' | 'admin';

export interface KeyHolder {
  kind: KeyKind;
  organizationId: string;
}

export interface Keyring {
  /** Compares digests, so that neither length nor content shows in time. `null` for an unknown key. */
  identify(key: string): KeyHolder | null;
  /** Checks a ticketToken (JWT, HS256 with the organization's secret key, `exp` required). @returns its `sub`, or `null`. */
  verifyTicketToken(organizationId: string, token: string): Promise<string | null>;
  createTicketToken(organizationId: string, ticketId: string, expiresInSeconds: number): Promise<string>;
}
