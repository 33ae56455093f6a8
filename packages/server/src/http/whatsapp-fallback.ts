import {
  NO_SESSION_COMPLIANCE_NOTE,
  NO_SESSION_SUGGESTION,
  type NotificationDocument,
} from '@whatsapp-optin/sdk/contract';
import type { PushNotificationDocument } from '../notifications/notification-service.js';

/** The document of `POST /api/notifications/push`: what became of WhatsApp stands beside the attempts, in one place. */
export function withWhatsAppFallback(notification: NotificationDocument): PushNotificationDocument {
  const attempt = notification.attempts.find(({ tier }) => tier === 'whatsapp');
  const reason = attempt?.reason;
  return {
    ...notification,
    whatsappFallback: {
      attempted: attempt !== undefined && attempt.status !== 'skipped',
      ...(reason === undefined ? {} : { reason }),
      ...(reason === 'no_active_session'
        ? { suggestion: NO_SESSION_SUGGESTION, complianceNote: NO_SESSION_COMPLIANCE_NOTE }
        : {}),
    },
  };
}
