import { z } from '@hono/zod-openapi';
import { DELIVERY_METHODS, MESSAGE_ACTIONS, NOTIFICATION_TYPES, REASONS } from '@whatsapp-optin/sdk/contract';
import { moment, text } from '../fields.js';

export const queueQuery = z.strictObject({
  departmentName: text(200).optional().openapi({ description: 'One department alone.' }),
  limit: z.coerce.number().int().min(1).max(100).optional().openapi({ type: 'integer', minimum: 1, maximum: 100 }),
});

const queueTicketDocument = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(['waiting', 'called']),
    departmentName: z.string().nullable(),
    holder: z.object({
      contactId: z.uuid().nullable(),
      name: z.string().nullable().openapi({ description: 'Text of a stranger: never markup.' }),
      maskedPhone: z.string().nullable().openapi({ example: '+966•••••••01' }),
    }),
    createdAt: moment,
    updatedAt: moment,
    reach: z
      .object({ method: z.enum(DELIVERY_METHODS), reason: z.enum(REASONS).nullable() })
      .nullable()
      .openapi({ description: 'How a call would reach the holder now.' }),
    notice: z
      .object({
        id: z.uuid(),
        type: z.enum(NOTIFICATION_TYPES),
        success: z.boolean(),
        method: z.enum(DELIVERY_METHODS),
        at: moment,
      })
      .nullable(),
    action: z.object({ action: z.enum(MESSAGE_ACTIONS), at: moment }).nullable(),
  })
  .openapi('AdminQueueTicket');

export const queueDocument = z
  .object({
    items: z.array(queueTicketDocument),
    waiting: z.int(),
    called: z.int(),
    departments: z.array(z.string()),
  })
  .openapi('AdminQueue');
