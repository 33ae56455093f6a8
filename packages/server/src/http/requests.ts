import { z } from '@hono/zod-openapi';
import {
  browserLocale,
  funnelEventType,
  hostId,
  locale,
  messageActions,
  messageStyle,
  notificationType,
  organizationText,
  pageUrl,
  phone,
  ticketStatus,
} from './fields.js';

export const upsertTicketRequest = z
  .object({
    number: organizationText(64).openapi({ example: 'A001' }),
    phone: phone.nullable().optional(),
    customerName: organizationText(200).nullable().optional(),
    locale: locale.nullable().optional(),
    departmentName: organizationText(200).nullable().optional(),
    status: ticketStatus.optional(),
  })
  .openapi('UpsertTicket');

export const callTicketRequest = z
  .object({
    almost: z
      .int()
      .min(0)
      .max(10)
      .optional()
      .openapi({ description: 'How many of the next waiting tickets get `almost_your_turn`. Default: 2.', example: 2 }),
    onlyWaiting: z
      .boolean()
      .optional()
      .openapi({ description: 'Refuses a ticket that somebody has called already. Default: false.' }),
  })
  .openapi('CallTicket');

/** Kept as it is: it is the proof of what stood on the page. */
const consentStatement = z
  .object({
    version: z.string().min(1).max(32),
    locale,
    text: z.string().min(1).max(2_000),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hexadecimal digits.')
      .optional(),
  })
  .openapi('ConsentStatement', { description: 'The consent sentence that stood beside the link, word for word.' });

export const createOptInRequest = z
  .object({
    ticketId: hostId.optional().openapi({ description: 'Binds with a secret key, or beside a ticketToken for it.' }),
    ticketNumber: organizationText(64).optional().openapi({
      description:
        'Words only: it never binds, and no message of ours repeats it. With a publishable key and no ticketToken, at most 16 letters, digits, spaces and hyphens.',
      example: 'A001',
    }),
    ticketToken: z.string().max(4_096).optional().openapi({ description: 'A JWT made by app.tickets.createToken.' }),
    messageStyle: messageStyle.optional(),
    locale: browserLocale.optional(),
    pageUrl: pageUrl.optional().openapi({ description: "With a publishable key, a page of the request's own origin." }),
    consent: consentStatement.optional(),
  })
  .openapi('CreateOptIn');

export const funnelEventRequest = z
  .object({
    type: funnelEventType,
    clientToken: z.string().max(1_024).optional().openapi({ description: 'Where no header can be set.' }),
  })
  .openapi('FunnelEvent');

export const notifyRequest = z
  .object({
    ticketId: hostId,
    type: notificationType,
    params: z
      .record(z.string().min(1).max(64), z.union([z.string().max(1_000), z.number()]))
      .optional()
      .openapi({ description: "Values for the placeholders of the type's text.", example: { position: 3 } }),
    message: z.string().min(1).optional().openapi({ description: 'Replaces the text of the type.' }),
    locale: locale.optional(),
    actions: messageActions.optional().openapi({
      description: "What the customer can answer by one tap on WhatsApp. Default: the organization's for the type.",
      example: ['on_my_way', 'more_time', 'leave'],
    }),
  })
  .openapi('Notify');

export const notificationBatchRequest = z
  .object({ notifications: z.array(notifyRequest).min(1).max(500) })
  .openapi('NotificationBatch');

const base64url = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w+/-]+={0,2}$/, 'must be base64url.');

export const subscribeRequest = z
  .object({
    subscription: z.object({
      endpoint: z.url().max(2_048),
      expirationTime: z.number().nullable().optional(),
      keys: z.object({ p256dh: base64url, auth: base64url }),
    }),
    ticketId: hostId.optional().openapi({ description: 'With a secret key: the ticket to be notified.' }),
    optInId: z.uuid().optional().openapi({ description: 'With a clientToken: the opt-in it belongs to.' }),
  })
  .openapi('PushSubscribe');
