import type { ContactErased, ContactExport } from '@whatsapp-optin/sdk/contract';
import type { ContactReference } from './contact-reference.js';
import type { ContactStore } from './contact-store.js';
import { phoneVariants } from './phone-variants.js';

export interface ContactService {
  /** `null`: no such person. */
  phoneOf(organizationId: string, contactId: string): Promise<{ phone: string | null } | null>;
  /** Erases a person, with all linked contacts, from every table. `null`: nobody of that name is known. */
  erase(organizationId: string, reference: ContactReference): Promise<ContactErased | null>;
  /** Everything held of a person, with all linked contacts. `null`: nobody of that name is known. */
  export(organizationId: string, reference: ContactReference): Promise<ContactExport | null>;
}

function namesOf(reference: ContactReference) {
  return {
    phones: 'phone' in reference ? [reference.phone, ...phoneVariants(reference.phone)] : [],
    contactId: 'contactId' in reference ? reference.contactId : null,
    userId: 'userId' in reference ? reference.userId : null,
  };
}

export function createContactService(store: ContactStore): ContactService {
  return {
    phoneOf: (organizationId, contactId) => store.phoneOf(organizationId, contactId),
    async erase(organizationId, reference) {
      const erasure = await store.erase(organizationId, namesOf(reference));
      if (erasure === null) return null;
      const { contactIds, erased, erasedAt } = erasure;
      return { contactIds, erased, blocked: true, erasedAt: erasedAt.toISOString() };
    },
    async export(organizationId, reference) {
      const found = await store.export(organizationId, namesOf(reference));
      return found === null ? null : { exportedAt: new Date().toISOString(), organizationId, ...found };
    },
  };
}
