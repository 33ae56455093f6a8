'use client';
export { WhatsAppStatusBadge, type WhatsAppStatusBadgeProps } from './whatsapp-status-badge.js';
export { useWhatsAppSession } from './use-whatsapp-session.js';
export { WhatsAppSessionProvider, type WhatsAppSessionProviderProps } from './whatsapp-session-provider.js';
export type { BadgeWords, StaffToken, WhatsAppSessionState, WhatsAppSessionStatus } from '@whatsapp-optin/sdk/badge';
