import { z } from '@hono/zod-openapi';
import {
  ATTEMPT_STATUSES,
  BASES,
  DELIVERY_METHODS,
  OPT_IN_STATES,
  PROBLEMS,
  REASONS,
  TIERS,
  type ProblemCode,
} from '@whatsapp-optin/sdk/contract';
import { moment, ticketStatus } from './fields.js';

const optInState = z.enum(OPT_IN_STATES);
const reason = z.enum(REASONS);
const tier = z.enum(TIERS);

export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    field: z.string().optional().openapi({ description: 'The first field that is wrong.' }),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .readonly()
      .optional(),
  })
  .openapi('Problem');

export const ticketDocument = z
  .object({
    id: z.string(),
    number: z.string(),
    status: ticketStatus,
    phone: z.string().nullable(),
    customerName: z.string().nullable(),
    locale: z.string().nullable(),
    departmentName: z.string().nullable(),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi('Ticket');

export const optInCreatedDocument = z
  .object({
    id: z.uuid(),
    clientToken: z.string(),
    code: z.string().openapi({ example: 'K7QX-2M4P-9RTC' }),
    message: z.string(),
    companyNumber: z.string(),
    organizationName: z.string(),
    links: z.object({ universal: z.url(), app: z.string(), web: z.url(), short: z.url() }),
    state: optInState,
    expiresAt: moment,
  })
  .openapi('OptInCreated');

export const optInStatusDocument = z
  .object({ id: z.uuid(), state: optInState, expiresAt: moment, sessionExpiresAt: moment.optional() })
  .openapi('OptInStatus');

export const notificationDocument = z
  .object({
    id: z.uuid(),
    success: z.boolean().openapi({ description: 'A vendor has accepted it so far.' }),
    method: z.enum(DELIVERY_METHODS),
    reason: reason.optional(),
    deliveredTo: z.string().optional(),
    note: z.string().optional(),
    attempted: z.array(tier),
    suggestion: z.string().optional(),
    complianceNote: z.string().optional(),
    compliance: z.string().optional(),
    settled: z.boolean().openapi({ description: 'No tier is left to wait for.' }),
    attempts: z.array(
      z.object({
        tier,
        status: z.enum(ATTEMPT_STATUSES),
        late: z.boolean(),
        reason: reason.optional(),
        providerMessageId: z.string().optional(),
        errorCode: z.string().optional(),
        basis: z
          .enum(BASES)
          .optional()
          .openapi({ description: 'What the attempt rests on; absent if nothing was sent.' }),
        at: moment,
      }),
    ),
  })
  .openapi('Notification');

export const notificationBatchDocument = z
  .object({
    notifications: z.array(z.union([notificationDocument, problemDocument])).openapi({
      description:
        'One for each input, in its order: the notification, or the problem that `POST /api/notifications` answers.',
    }),
  })
  .openapi('NotificationBatchAnswer');

export const pushNotificationDocument = notificationDocument
  .extend({
    whatsappFallback: z.object({
      attempted: z.boolean(),
      reason: reason.optional(),
      suggestion: z.string().optional(),
      complianceNote: z.string().optional(),
    }),
  })
  .openapi('PushNotification');

const ticketNotification = notificationDocument.extend({ ticketId: z.string() }).openapi('TicketNotification');

export const ticketCalledDocument = z
  .object({ called: ticketNotification, almost: z.array(ticketNotification) })
  .openapi('TicketCalled');

export const sessionStatusDocument = z
  .object({
    hasActiveSession: z.boolean(),
    expiresAt: moment.nullable(),
    lastInboundAt: moment.nullable(),
    secondsLeft: z.int().nullable(),
  })
  .openapi('SessionStatus');

export const pushPublicKeyDocument = z.object({ publicKey: z.string() }).openapi('PushPublicKey');
export const pushSubscriptionCreatedDocument = z.object({ id: z.uuid() }).openapi('PushSubscriptionCreated');
export const webhookAnswerDocument = z.object({ accepted: z.int(), ignored: z.int() }).openapi('WebhookAnswer');
