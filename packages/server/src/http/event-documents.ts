import { z } from '@hono/zod-openapi';
import {
  ACCOUNT_ALERT_KINDS,
  ALERT_SEVERITIES,
  DELIVERY_METHODS,
  MESSAGE_ACTIONS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
  type EventType,
} from '@whatsapp-optin/sdk/contract';
import { moment } from './fields.js';

const ID = '01938f6e-0000-7000-8000-000000000001';
const id = z.uuid().openapi({ example: ID });
const organizationId = z.string().openapi({ example: 'clinic' });
const ticketId = z.string().nullable().openapi({ example: 'ticket-17' });
const businessNumber = z.string().openapi({ example: '+966500000000' });

const optIn = {
  organizationId,
  optInId: id,
  ticketId,
  ticketNumber: z.string().nullable().openapi({ example: 'A017' }),
  locale: z.string().openapi({ example: 'ar' }),
};
const session = { organizationId, sessionId: id, contactId: id, ticketId, businessNumber };
const consent = z.object({
  organizationId,
  consentId: id,
  contactId: id,
  ticketId,
  optInId: id.nullable(),
  messageId: id.nullable(),
  purpose: z.string().openapi({ example: 'ticket_notifications' }),
  channel: z.string().openapi({ example: 'whatsapp' }),
  method: z.string().openapi({ example: 'opt_in_code' }),
  recordedAt: moment,
});
const notification = {
  organizationId,
  notificationId: id,
  ticketId,
  contactId: id.nullable(),
  type: z.enum(NOTIFICATION_TYPES).nullable().openapi({ example: 'your_turn' }),
};

/** `data` of each event. */
export const EVENT_DATA = {
  'optin.connected': z.object({ ...optIn, contactId: id, messageId: id, connectedAt: moment }),
  'optin.declined': z.object({ ...optIn, reason: z.enum(['skipped', 'no_whatsapp']) }),
  'optin.expired': z.object({ ...optIn, expiredAt: moment }),
  'session.opened': z.object({ ...session, expiresAt: moment }),
  'session.renewed': z.object({ ...session, expiresAt: moment }),
  'session.ended': z.object({ ...session, reason: z.string().openapi({ example: 'expired' }), endedAt: moment }),
  'message.received': z.object({
    organizationId,
    messageId: id,
    contactId: id,
    ticketId,
    sessionId: id.nullable(),
    businessNumber,
    phoneNumber: z.string().nullable().openapi({ example: '+966500000001' }),
    contentType: z.string().openapi({ example: 'text' }),
    text: z.string().openapi({ example: 'How long will it take?' }),
    keyword: z.enum(['stop', 'start']).nullable().openapi({ example: null }),
    sentAt: moment,
    receivedAt: moment,
  }),
  'message.action': z.object({
    organizationId,
    action: z.enum(MESSAGE_ACTIONS),
    ticketId: z.string().openapi({ example: 'ticket-17' }),
    notificationId: id,
    contactId: id,
    messageId: id,
    receivedAt: moment,
  }),
  'consent.granted': consent,
  'consent.withdrawn': consent,
  'notification.settled': z.object({
    ...notification,
    success: z.boolean(),
    method: z.enum(DELIVERY_METHODS).nullable().openapi({ example: 'whatsapp_fallback' }),
    reason: z.enum(REASONS).nullable().openapi({ example: null }),
  }),
  'notification.delivered': z.object({
    ...notification,
    attemptId: id,
    tier: z.enum(TIERS).openapi({ example: 'whatsapp' }),
    late: z.boolean().openapi({ example: false }),
    deliveredAt: moment,
  }),
  'contact.erased': z.object({ organizationId, contactIds: z.array(id), erasedAt: moment }),
  'account.alert': z.object({
    organizationId,
    kind: z.enum(ACCOUNT_ALERT_KINDS),
    severity: z.enum(ALERT_SEVERITIES).openapi({ example: 'warning' }),
    provider: z.string().openapi({ example: 'meta' }),
    businessNumber: businessNumber.nullable(),
    code: z.string().openapi({ example: 'FLAGGED' }),
    message: z.string().openapi({ example: 'The quality of the number is low.' }),
    occurredAt: moment,
  }),
} as const satisfies Record<EventType, z.ZodObject>;

const SUMMARIES: Readonly<Record<EventType, string>> = {
  'optin.connected': 'A customer has sent the message of an opt-in',
  'optin.declined': 'A customer skipped the opt-in, or has no WhatsApp',
  'optin.expired': 'An opt-in code ran out unused',
  'session.opened': 'A 24-hour session begins',
  'session.renewed': 'A further message makes the session longer',
  'session.ended': 'A session is over',
  'message.received': 'A customer has written',
  'message.action': 'A customer has answered a notification by one tap',
  'consent.granted': 'A consent stands in the journal',
  'consent.withdrawn': 'A withdrawal stands in the journal',
  'notification.settled': 'No tier of a notification is left to wait for',
  'notification.delivered': 'A vendor reports that a message has reached its device',
  'contact.erased': 'A person was erased',
  'account.alert': 'The platform says something about the account or the number',
};

/** By type: what the body of a webhook is, and what it says. */
export const EVENT_BODIES = (Object.keys(EVENT_DATA) as EventType[]).map((type) => ({
  type,
  summary: SUMMARIES[type],
  schema: z.object({ type: z.literal(type), timestamp: moment, data: EVENT_DATA[type] }).openapi(`Event.${type}`),
}));
