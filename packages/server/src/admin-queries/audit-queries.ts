import type { AuditAction, AuditEntry } from '@whatsapp-optin/sdk/contract';
import type { Page, PageRequest } from './page.js';

export interface AuditFilter {
  action?: AuditAction;
  from?: string;
  to?: string;
}

export interface AuditQueries {
  /** Newest first. */
  list(organizationId: string, query: AuditFilter & PageRequest): Promise<Page<AuditEntry>>;
}
