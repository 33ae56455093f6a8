export { SIMULATOR_DEFAULTS, createSimulator, type Simulator, type SimulatorOptions } from './create-simulator.js';
export { MODES, type Behaviour, type Behaviours, type Mode, type Vendor } from './behaviours.js';
export type {
  Ledger,
  LedgerEntry,
  LedgerFact,
  LedgerKind,
  PushSendFact,
  PushSubscriptionFact,
  SmsInboundFact,
  SmsSendFact,
  WebhookDeliveryFact,
  WhatsAppInboundFact,
  WhatsAppSendFact,
} from './ledger.js';
export type { PhoneButton } from './phone/inbound-message.js';
export type { PhoneEvent, PhoneMessageChannel } from './phone/phone-event.js';
export { WHATSAPP_VENDORS, type WhatsAppVendor } from './phone/phone-line.js';
export { userIdOf } from './phone/person.js';
export type { PhoneMessageInput, Phones, SentMessage } from './phone/phones.js';
export type { MetaAccount } from './meta/webhook-payload.js';
export { twilioSignature, type TwilioAccount } from './twilio/webhook-form.js';
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
export type { WebhookOutcome } from './webhook/courier.js';
export { WEBHOOK_DEFAULTS, type WebhookSettings } from './webhook/webhook-settings.js';
export type {
  IssueSubscriptionInput,
  IssuedSubscription,
  PushService,
  PushSubscriptionJson,
} from './web-push/push-service.js';
