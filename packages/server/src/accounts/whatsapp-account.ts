import type { RateLimiter } from '../providers/rate-limiter.js';
import type { WhatsAppProvider } from '../providers/whatsapp-provider.js';

/** One business number of one organization at one vendor. */
export interface WhatsAppAccount {
  organizationId: string;
  /** The vendor's name, `ultramsg`. */
  provider: string;
  /** E.164 */
  businessNumber: string;
  evidence: WhatsAppProvider['evidence'];
}

export interface ConnectedAccount extends WhatsAppAccount {
  vendor: WhatsAppProvider;
  /** What is sent through this account waits there for its turn. */
  rateLimiter: RateLimiter;
}

/** The accounts of this process. An organization has at most one for now. */
export class WhatsAppAccounts {
  readonly #all: readonly ConnectedAccount[];
  readonly #byOrganization: ReadonlyMap<string, ConnectedAccount>;

  constructor(accounts: readonly ConnectedAccount[]) {
    this.#all = accounts;
    this.#byOrganization = new Map(accounts.map((account) => [account.organizationId, account]));
  }

  ofProvider(name: string): readonly ConnectedAccount[] {
    return this.#all.filter((account) => account.provider === name);
  }

  /** `null` where the organization has no vendor. */
  ofOrganization(organizationId: string): ConnectedAccount | null {
    return this.#byOrganization.get(organizationId) ?? null;
  }

  /** `null` where the organization has no vendor for this number. */
  find(organizationId: string, businessNumber: string | null): ConnectedAccount | null {
    const account = this.ofOrganization(organizationId);
    return account?.businessNumber === businessNumber ? account : null;
  }
}
