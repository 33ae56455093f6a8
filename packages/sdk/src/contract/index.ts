export { OPT_IN_STATES, FINAL_OPT_IN_STATES, type OptInState, type DeclineReason } from './opt-in-state.js';
export { MESSAGE_STYLES, type MessageStyle } from './message-style.js';
export {
  FUNNEL_EVENT_TYPES,
  type ConsentStatement,
  type CreateOptInRequest,
  type FunnelEventRequest,
  type FunnelEventType,
  type OptInCreated,
  type OptInLinks,
  type OptInStatus,
} from './opt-ins.js';
export {
  ATTEMPT_STATUSES,
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  NO_SESSION_COMPLIANCE_NOTE,
  NO_SESSION_SUGGESTION,
  REASONS,
  TIERS,
  type AttemptStatus,
  type DeliveryMethod,
  type NotificationAttempt,
  type NotificationDocument,
  type NotificationType,
  type NotifyRequest,
  type Reason,
  type Tier,
} from './notifications.js';
export { TICKET_STATUSES, type TicketDocument, type TicketStatus, type UpsertTicketRequest } from './tickets.js';
export type { SessionStatusDocument } from './sessions.js';
export type { PushPublicKeyDocument, PushSubscriptionCreated, PushSubscriptionRequest } from './push.js';
export { PROBLEMS, type Problem, type ProblemCode } from './problem.js';
export { OPT_IN_ERROR_MESSAGES, errorMessage } from './error-messages.js';
export { OptInError, type OptInErrorCode } from './errors.js';
export { createOptInCode, formatOptInCode, parseOptInCode } from './opt-in-code.js';
export { generateWhatsAppLink, type WhatsAppLinkOptions } from '../deep-link.js';
export { detectDevice, type Device, type DeviceKind, type DeviceOs, type NavigatorLike } from '../device.js';
export { normalizePhoneNumber, type NormalizePhoneNumberOptions } from '../phone-number.js';
export { messageTemplates } from '../messages/message-templates.js';
export { getPrewrittenMessage } from '../messages/get-prewritten-message.js';
export { SUPPORTED_LOCALES, closestLocale, directionOf, type SupportedLocale } from '../locales/locales.js';
