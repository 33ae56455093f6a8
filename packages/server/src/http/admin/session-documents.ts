import { z } from '@hono/zod-openapi';
import {
  DELIVERY_METHODS,
  REASONS,
  SESSION_SORTS,
  SESSION_STATUSES,
  TICKET_STATUSES,
} from '@whatsapp-optin/sdk/contract';
import { MAX_REPORT_DAYS } from '../../analytics/day-range.js';
import { checkRange, inputMoment } from '../dates.js';
import { hostId, moment, text } from '../fields.js';
import { paging } from './list-query.js';

export const customerDocument = z
  .object({
    contactId: z.uuid(),
    name: z.string().nullable().openapi({ description: 'Text of a stranger: never markup.' }),
    maskedPhone: z.string().nullable().openapi({ example: '+966•••••••01' }),
  })
  .openapi('AdminCustomer');

export const ticketReferenceDocument = z
  .object({ id: z.string(), number: z.string().nullable(), status: z.enum(TICKET_STATUSES).nullable() })
  .openapi('AdminTicketReference');

const filter = {
  status: z.enum(SESSION_STATUSES).optional(),
  search: text(100, 2).optional().openapi({
    description:
      'Beginnings of words. With `phones.reveal` also of a phone, or its last four digits; without it a whole phone alone. Written to the audit log where it looks for a phone.',
  }),
  ticketId: hostId.optional(),
  contactId: z.uuid().optional(),
  from: inputMoment.optional(),
  to: inputMoment.optional(),
};

export const sessionFilterQuery = z.strictObject(filter).superRefine(checkRange);
export const sessionListQuery = z
  .strictObject({ ...filter, sort: z.enum(SESSION_SORTS).optional(), ...paging })
  .superRefine(checkRange);

export const adminSessionDocument = z
  .object({
    id: z.uuid(),
    status: z.enum(SESSION_STATUSES),
    customer: customerDocument,
    ticket: ticketReferenceDocument.nullable(),
    openedBy: z.object({
      messageId: z.uuid(),
      text: z.string().nullable(),
      receivedAt: moment.nullable(),
      byOptInCode: z.boolean(),
    }),
    initiatedAt: moment,
    lastInboundAt: moment,
    expiresAt: moment,
    endedAt: moment.nullable(),
    endReason: z.string().nullable(),
    renewals: z.object({ notices: z.int(), renewed: z.int() }),
    reachability: z.object({ push: z.int(), session: z.boolean(), sms: z.boolean(), optedOut: z.boolean() }),
  })
  .openapi('AdminSession');

export const adminSessionPageDocument = z
  .object({
    items: z.array(adminSessionDocument),
    nextCursor: z.string().nullable(),
    cut: z.boolean().openapi({
      description: 'The search looked at 10,000 sessions and stopped; `nextCursor` goes on from there.',
    }),
  })
  .openapi('AdminSessionPage');

export const statsQuery = z.strictObject({
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_REPORT_DAYS)
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: MAX_REPORT_DAYS }),
});

export const adminSessionStatsDocument = z
  .object({
    active: z.int(),
    expiring: z.int(),
    days: z.int(),
    opened: z.int(),
    endedByStaff: z.int(),
    optedOut: z.int(),
    renewalNotices: z.int(),
    renewed: z.int(),
    renewalRate: z.number().nullable(),
  })
  .openapi('AdminSessionStats');

const MAX_BULK = 200;

export const bulkRequest = z
  .object({
    action: z.enum(['end', 'remind']),
    sessionIds: z.array(z.uuid()).min(1).max(MAX_BULK).optional(),
    filter: sessionFilterQuery.optional(),
    dryRun: z.boolean().optional(),
  })
  .refine(({ sessionIds, filter }) => (sessionIds === undefined) !== (filter === undefined), {
    path: ['sessionIds'],
    message: 'or a filter is needed, and not both.',
  })
  .openapi('BulkSessions');

export const bulkAnswerDocument = z
  .object({
    action: z.enum(['end', 'remind']),
    dryRun: z.boolean(),
    matched: z.int(),
    done: z.int(),
    skipped: z.int(),
    failed: z.int(),
    text: z.string().nullable(),
    results: z.array(
      z.object({
        sessionId: z.uuid(),
        customer: customerDocument,
        ticket: ticketReferenceDocument.nullable(),
        outcome: z.enum(['ended', 'would_end', 'sent', 'would_send', 'skipped', 'failed']),
        reason: z.enum([...REASONS, 'no_ticket', 'already_ended', 'already_reminded', 'unknown_session']).optional(),
        method: z.enum(DELIVERY_METHODS).optional(),
        notificationId: z.uuid().optional(),
      }),
    ),
  })
  .openapi('BulkSessionsAnswer');

export const revealedPhoneDocument = z
  .object({ contactId: z.uuid(), phone: z.string().nullable() })
  .openapi('RevealedPhone');

export const contactExportDocument = z
  .object({
    exportedAt: moment,
    organizationId: z.string(),
    contactIds: z.array(z.uuid()),
    tables: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .openapi({ description: 'Every row of the person, by table; without what opens something.' }),
    cut: z.array(z.string()).openapi({ description: 'Tables that hold more rows than the 5,000 of the export.' }),
  })
  .openapi('ContactExport');

export const contactErasedDocument = z
  .object({
    contactIds: z.array(z.uuid()),
    erased: z.record(z.string(), z.int()).openapi({ description: 'Rows deleted or emptied of the person, by table.' }),
    blocked: z.literal(true),
    erasedAt: moment,
  })
  .openapi('ContactErased');
