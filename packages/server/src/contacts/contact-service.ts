import type { ContactErased } from '@whatsapp-optin/sdk/contract';
import type { ContactStore } from './contact-store.js';
import { phoneVariants } from './phone-variants.js';

export interface ContactService {
  /** `null`: no such person. */
  phoneOf(organizationId: string, contactId: string): Promise<{ phone: string | null } | null>;
  /** E.164 in. Erases a person from every table. `null`: nobody of that phone is known. */
  erase(organizationId: string, phone: string): Promise<ContactErased | null>;
}

export interface ContactServiceParts {
  store: ContactStore;
  /** What happened is counted before its rows are emptied. */
  countAnew(organizationId: string): Promise<void>;
}

export function createContactService({ store, countAnew }: ContactServiceParts): ContactService {
  return {
    phoneOf: (organizationId, contactId) => store.phoneOf(organizationId, contactId),
    async erase(organizationId, phone) {
      await countAnew(organizationId);
      const erasure = await store.erase(organizationId, [phone, ...phoneVariants(phone)]);
      if (erasure === null) return null;
      const { contactIds, erased, erasedAt } = erasure;
      return { contactIds, erased, blocked: true, erasedAt: erasedAt.toISOString() };
    },
  };
}
