import type { Turnstile } from '../providers/pace.js';
import type { WhatsAppProvider } from '../providers/whatsapp-provider.js';

/** One business number of one organization at one vendor. */
export interface Channel {
  organizationId: string;
  /** The vendor's name, `ultramsg`. */
  provider: string;
  /** E.164 */
  businessNumber: string;
  evidence: WhatsAppProvider['evidence'];
}

export interface ConnectedChannel extends Channel {
  vendor: WhatsAppProvider;
  /** What is sent through this channel waits there for its turn. */
  turnstile: Turnstile;
}

/** The channels of this process. An organization has at most one for now. */
export class Channels {
  readonly #all: readonly ConnectedChannel[];

  constructor(channels: readonly ConnectedChannel[]) {
    this.#all = channels;
  }

  ofProvider(name: string): readonly ConnectedChannel[] {
    return this.#all.filter((channel) => channel.provider === name);
  }

  /** `null` where the organization has no vendor. */
  ofOrganization(organizationId: string): ConnectedChannel | null {
    return this.#all.find((one) => one.organizationId === organizationId) ?? null;
  }

  /** `null` where the organization has no vendor for this number. */
  find(organizationId: string, businessNumber: string): ConnectedChannel | null {
    return (
      this.#all.find((one) => one.organizationId === organizationId && one.businessNumber === businessNumber) ?? null
    );
  }
}
