import type { AdminConsent, ConsentFilter } from '@whatsapp-optin/sdk/contract';
import type { Page, PageRequest } from './page.js';

/** A line of the journal, as it leaves the server: it names nobody. */
export type ConsentRow = AdminConsent;

export interface ConsentQueries {
  /** Newest first. */
  list(organizationId: string, query: ConsentFilter & PageRequest): Promise<Page<ConsentRow>>;
}
