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
