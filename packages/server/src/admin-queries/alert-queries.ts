import type { AdminAccountAlert } from '@whatsapp-optin/sdk/contract';

export interface AlertQueries {
  /** The latest warning of each kind about each number within 7 days, newest first. */
  latest(organizationId: string): Promise<AdminAccountAlert[]>;
}
