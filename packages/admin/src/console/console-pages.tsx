import type { StaffScope } from '@whatsapp-optin/sdk/contract';
import type { ReactNode } from 'react';
import { ComplianceDashboard } from '../compliance/compliance-dashboard.js';
import { DeliveryDashboard } from '../deliveries/delivery-dashboard.js';
import { InboxPanel } from '../inbox/inbox-panel.js';
import { OrganizationSettings } from '../organization/organization-settings.js';
import { RetentionSettings } from '../organization/retention-settings.js';
import { SessionsDashboard } from '../sessions/sessions-dashboard.js';
import { SmsSettings } from '../sms/sms-settings.js';
import { AdminKeys } from '../staff/admin-keys.js';
import { AuditLog } from '../staff/audit-log.js';
import { ErasePerson } from '../staff/erase-person.js';
import type { WordKey } from '../words/catalogue.js';

export interface ConsolePage {
  /** Last part of its address. */
  name: string;
  word: WordKey;
  /** Who may not see it is not offered it. */
  scope: StaffScope;
  content: ReactNode;
}

/** In the order of the navigation; the first is where one arrives. */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  { name: 'sessions', word: 'sessions.heading', scope: 'sessions.read', content: <SessionsDashboard /> },
  { name: 'inbox', word: 'inbox.heading', scope: 'messages.read', content: <InboxPanel /> },
  { name: 'deliveries', word: 'deliveries.heading', scope: 'notifications.read', content: <DeliveryDashboard /> },
  { name: 'compliance', word: 'compliance.heading', scope: 'compliance.read', content: <ComplianceDashboard /> },
  { name: 'settings', word: 'settings.heading', scope: 'settings.read', content: <OrganizationSettings /> },
  { name: 'sms', word: 'sms.heading', scope: 'settings.read', content: <SmsSettings /> },
  { name: 'retention', word: 'retention.heading', scope: 'settings.read', content: <RetentionSettings /> },
  { name: 'erase', word: 'erase.heading', scope: 'contacts.erase', content: <ErasePerson /> },
  { name: 'keys', word: 'keys.heading', scope: 'keys.write', content: <AdminKeys /> },
  { name: 'audit', word: 'audit.heading', scope: 'audit.read', content: <AuditLog /> },
];
