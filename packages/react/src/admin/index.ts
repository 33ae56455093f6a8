'use client';
export { AdminProvider, type AdminProviderProps } from './admin-provider.js';
export type { AdminOptions } from './create-admin.js';
export { SessionsDashboard } from './sessions/sessions-dashboard.js';
export {
  useWhatsAppSession,
  type WhatsAppSessionState,
  type WhatsAppSessionStatus,
} from './session/use-whatsapp-session.js';
export { WhatsAppStatusBadge, type WhatsAppStatusBadgeProps } from './session/whatsapp-status-badge.js';
export { ComplianceDashboard } from './compliance/compliance-dashboard.js';
export { DeliveryDashboard } from './deliveries/delivery-dashboard.js';
export { InboxPanel } from './inbox/inbox-panel.js';
export { AdminKeys } from './staff/admin-keys.js';
export { AuditLog } from './staff/audit-log.js';
export { ErasePerson } from './staff/erase-person.js';
export { OrganizationSettings } from './organization/organization-settings.js';
export { RetentionSettings } from './organization/retention-settings.js';
export { SmsSettings } from './sms/sms-settings.js';
export type { AdminToken } from './connection/admin-api.js';
export type { AdminWordChanges } from './words/catalogue.js';
export { AdminConsole, type AdminConsoleProps } from './console/admin-console.js';
