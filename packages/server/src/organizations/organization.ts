import type { MessageStyle } from '@whatsapp-optin/sdk/contract';

/** A business, as its row stands. */
export interface Organization {
  id: string;
  name: string;
  /** E.164; `null` until one is set, and then WhatsApp is not enabled. */
  whatsappNumber: string | null;
  whatsappEnabled: boolean;
  messageStyle: MessageStyle;
  defaultLocale: string;
  /** IANA zone in which times are told to customers. */
  timeZone: string;
}

export interface OrganizationStore {
  /** `null` where there is none. */
  find(organizationId: string): Promise<Organization | null>;
  /** Makes the row where it is missing and leaves an existing one alone: after the first start the database wins. */
  ensure(organization: Organization): Promise<Organization>;
}
