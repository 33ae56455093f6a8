export { OPT_IN_STATES, FINAL_OPT_IN_STATES, type OptInState, type DeclineReason } from './opt-in-state.js';
export { toAsciiDigits } from './digits.js';
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
  BASES,
  type Basis,
  DELIVERY_METHODS,
  MESSAGE_ACTIONS,
  NOTIFICATION_TYPES,
  NO_SESSION_COMPLIANCE_NOTE,
  NO_SESSION_SUGGESTION,
  REASONS,
  TIERS,
  type AttemptStatus,
  type DeliveryMethod,
  type MessageAction,
  type NotificationAttempt,
  type NotificationBatchDocument,
  type NotificationBatchRequest,
  type NotificationDocument,
  type NotificationType,
  type NotifyRequest,
  type Reason,
  type Tier,
} from './notifications.js';
export {
  TICKET_STATUSES,
  type CallTicketRequest,
  type TicketCalledDocument,
  type TicketDocument,
  type TicketNotificationDocument,
  type TicketStatus,
  type UpsertTicketRequest,
} from './tickets.js';
export type { SessionStatusDocument } from './sessions.js';
export type { PushPublicKeyDocument, PushSubscriptionCreated, PushSubscriptionRequest } from './push.js';
export {
  AUDIT_ACTIONS,
  AUDIT_ACTOR_BYS,
  STAFF_ROLES,
  STAFF_SCOPES,
  type AdminKey,
  type AdminKeyCreated,
  type AdminKeyList,
  type AuditAction,
  type AuditActorBy,
  type AuditEntry,
  type AuditLogPage,
  type CreateAdminKeyRequest,
  type RotateAdminKeyRequest,
  type SignInRequest,
  type StaffRole,
  type StaffScope,
  type StaffSession,
  type StaffTokenCreated,
  type StaffTokenRequest,
} from './admin-staff.js';
export type { AdminQueue, AdminQueueQuery, AdminQueueTicket, AdminTicketHolder } from './admin-queue.js';
export {
  SESSION_SORTS,
  SESSION_STATUSES,
  type AdminCustomer,
  type AdminSession,
  type AdminSessionPage,
  type AdminSessionStats,
  type AdminTicketReference,
  type BulkSessionResult,
  type BulkSessionsAnswer,
  type BulkSessionsRequest,
  type Reachability,
  type RevealedPhone,
  type SessionFilter,
  type SessionListQuery,
  type SessionSort,
  type SessionStatus,
} from './admin-sessions.js';
export type {
  AdminAttempt,
  AdminCost,
  AdminInboundMessage,
  AdminInboundMessagePage,
  AdminNotification,
  AdminReply,
  AdminUnshownMessages,
  ReplyRequest,
  AdminNotificationPage,
  InboundMessageQuery,
  MarkSeenRequest,
  NotificationFilter,
  NotificationListQuery,
  ParkedWorkItem,
  ParkedWorkPage,
} from './admin-deliveries.js';
export {
  LATENESSES,
  type AdminConsent,
  type AdminConsentPage,
  type ComplianceReport,
  type ConsentChainCheck,
  type ConsentFilter,
  type ConsentListQuery,
  type DayRange,
  type DeliveryAnalytics,
  type Lateness,
  type OptInAnalytics,
  type OptInCounts,
} from './admin-analytics.js';
export {
  LIVE_TOPICS,
  MAX_QUICK_REPLIES,
  MAX_QUICK_REPLY_LENGTH,
  RETENTION_KINDS,
  type ContactErased,
  type ContactExport,
  type LiveChange,
  type LiveTopic,
  type OrganizationChanges,
  type OrganizationDocument,
  type QuickReplies,
  type RetentionKind,
  type RetentionSettings,
  type SmsChanges,
  type SmsSettingsDocument,
  type SmsTestAnswer,
  type SmsTestRequest,
  type BuiltInText,
  type TemplatePreview,
  type TemplatePreviewRequest,
} from './admin-settings.js';
export { consentSourceOf, type ConsentSource } from './shipped-consents.js';
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
export {
  ACCOUNT_ALERT_KINDS,
  ALERT_SEVERITIES,
  EVENT_TYPES,
  type AdminAccountAlert,
  type AdminAccountAlertList,
  type AccountAlertKind,
  type AlertSeverity,
  type EventBody,
  type EventDataByType,
  type EventType,
} from './events.js';
export {
  EVENT_DELIVERY_STATUSES,
  type CreateEventEndpointRequest,
  type EventDelivery,
  type EventDeliveryPage,
  type EventDeliveryStatus,
  type EventEndpoint,
  type EventEndpointChanges,
  type EventEndpointCreated,
  type EventEndpointList,
  type EventsReplayed,
  type ReplayEventsRequest,
  type RotateEventSecretRequest,
} from './event-endpoints.js';
