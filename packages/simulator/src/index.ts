export {
  SIMULATOR_DEFAULTS,
  createSimulator,
  type SentMessage,
  type Simulator,
  type SimulatorOptions,
} from './create-simulator.js';
export { MODES, type Behaviour, type Behaviours, type Mode, type Vendor } from './behaviours.js';
export type {
  Ledger,
  LedgerEntry,
  LedgerFact,
  LedgerKind,
  PushSendFact,
  PushSubscriptionFact,
  SmsSendFact,
  WebhookDeliveryFact,
  WhatsAppInboundFact,
  WhatsAppSendFact,
} from './ledger.js';
export type { PhoneEvent, PhoneMessageChannel } from './phone/phone-event.js';
export type { PhoneMessageInput } from './phone/phone-routes.js';
export {
  formEncodedEvent,
  inboundEvent,
  inboundMessagesForm,
  newMessageKey,
  ownMessageEvent,
  type InboundMessageInput,
  type UltraMsgEvent,
  type UltraMsgMessage,
} from './ultramsg/inbound-event.js';
export type { UltraMsgInstance } from './ultramsg/ultramsg-api.js';
export { WEBHOOK_DEFAULTS, type WebhookOutcome, type WebhookSettings } from './ultramsg/webhook.js';
export type {
  IssueSubscriptionInput,
  IssuedSubscription,
  PushService,
  PushSubscriptionJson,
} from './web-push/push-service.js';
export type { TwilioAccount } from './world.js';
