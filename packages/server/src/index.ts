export { optionsFromEnvironment, type Environment, type EnvironmentSettings } from './config/environment.js';
export { OptionsError, type OptionProblem } from './config/options-error.js';
export { createWhatsAppOptIn } from './create-whatsapp-optin.js';
export {
  NotificationRefusedError,
  SessionRefusedError,
  type NotificationsApi,
  type NotifyInput,
  type OptionalScope,
  type SessionInput,
  type SessionsApi,
  type SmsApi,
  type TicketsApi,
  type WhatsAppOptIn,
} from './public-api/public-api.js';
export type {
  KeywordOptions,
  MetaOptions,
  OrganizationOptions,
  ProvidersOptions,
  SmsOptions,
  TwilioWhatsAppOptions,
  UltraMsgOptions,
  WebPushOptions,
  WhatsAppOptInOptions,
} from './config/options.js';
export type { NotificationPolicy, PolicyOverride, PolicyOverrides, TierPolicy } from './notifications/policy.js';
export type { DailyCount, SmsSpend, UnsolicitedProof } from './analytics/analytics-store.js';
export type { InboundMessageNotice } from './inbound/inbound-service.js';
export type { EventListener, ListenedEvent } from './outbox/event-listeners.js';
export type { MessageActionNotice } from './inbound/message-action-notice.js';
export type { SMSNotificationData } from './notifications/sms-message.js';
export type { HostPushNotification, HostPushSender } from './providers/push-sender.js';
export type { SessionScope, WhatsAppSession } from './sessions/whatsapp-session.js';
export type { Log, LogFields, LogLevel } from './log.js';
export { FolderDamagedError } from './storage/pglite-folder.js';
export { FolderInUseError } from './storage/pglite-lock.js';
export { MissingPackageError } from './missing-package.js';
export { sharedWhatsAppOptIn } from './shared-app.js';
