import { z } from '@hono/zod-openapi';
import {
  ATTEMPT_STATUSES,
  BASES,
  DELIVERY_METHODS,
  MESSAGE_ACTIONS,
  NOTIFICATION_TYPES,
  REASONS,
  TIERS,
} from '@whatsapp-optin/sdk/contract';
import { checkRange, inputMoment } from '../dates.js';
import { hostId, moment } from '../fields.js';
import { paging, queryFlag } from './list-query.js';
import { quickRepliesDocument } from './settings-documents.js';
import { customerDocument, ticketReferenceDocument } from './session-documents.js';

const range = { from: inputMoment.optional(), to: inputMoment.optional() };

export const inboundListQuery = z
  .strictObject({
    contactId: z.uuid().optional(),
    sessionId: z.uuid().optional(),
    ticketId: hostId.optional(),
    unseen: queryFlag.optional(),
    flagged: queryFlag.optional(),
    ...range,
    ...paging,
  })
  .superRefine(checkRange);

const replyDocument = z
  .object({
    id: z.uuid(),
    text: z.string().nullable(),
    writtenBy: z.string().nullable(),
    status: z.enum(ATTEMPT_STATUSES),
    reason: z.enum(REASONS).nullable(),
    at: moment,
  })
  .openapi('AdminReply');

export const inboundPageDocument = z
  .object({
    items: z.array(
      z
        .object({
          id: z.uuid(),
          customer: customerDocument,
          ticket: ticketReferenceDocument.nullable(),
          sessionId: z.uuid().nullable(),
          text: z.string().openapi({ description: 'Whatever a stranger wrote: never markup.' }),
          contentType: z.string(),
          keyword: z.enum(['stop', 'start']).nullable(),
          flag: z.string().nullable(),
          action: z.enum(MESSAGE_ACTIONS).nullable(),
          byOptInCode: z.boolean(),
          provider: z.string(),
          accepted: z.boolean(),
          sentAt: moment,
          receivedAt: moment,
          seenAt: moment.nullable(),
          locale: z.string(),
          replyUntil: moment.nullable().openapi({ description: 'Until when staff may answer; null: they may not.' }),
          stopped: z.boolean(),
          replies: z.array(replyDocument),
        })
        .openapi('AdminInboundMessage'),
    ),
    nextCursor: z.string().nullable(),
    unseen: z.int().openapi({ description: 'Counted up to 1,000.' }),
    quickReplies: quickRepliesDocument,
  })
  .openapi('AdminInboundMessagePage');

export const unshownDocument = z
  .object({
    items: z.array(z.object({ provider: z.string(), why: z.string(), receivedAt: moment })),
    count: z.int().openapi({ description: 'Counted up to 1,000.' }),
  })
  .openapi('AdminUnshownMessages');

export const markSeenRequest = z
  .object({ ids: z.array(z.uuid()).min(1).max(200).optional(), receivedUntil: inputMoment.optional() })
  .refine(({ ids, receivedUntil }) => (ids === undefined) !== (receivedUntil === undefined), {
    path: ['ids'],
    message: 'or receivedUntil is needed, and not both.',
  })
  .openapi('MarkSeen');

export const replyRequest = z
  .strictObject({ text: z.string().refine((text) => text.trim() !== '', 'must not be empty.') })
  .openapi('Reply');

const notificationFilter = {
  type: z.enum(NOTIFICATION_TYPES).optional(),
  method: z.enum(DELIVERY_METHODS).optional(),
  reason: z.enum(REASONS).optional(),
  ticketId: hostId.optional(),
  contactId: z.uuid().optional(),
  outcome: z.enum(['late', 'unknown', 'failed', 'waiting', 'parked']).optional(),
  ...range,
};

export const notificationFilterQuery = z.strictObject(notificationFilter).superRefine(checkRange);
export const notificationListQuery = z.strictObject({ ...notificationFilter, ...paging }).superRefine(checkRange);

const status = z.enum(ATTEMPT_STATUSES);
const tier = z.enum(TIERS);
const reason = z.enum(REASONS);

const attemptDocument = z
  .object({
    id: z.uuid(),
    tier,
    number: z.int(),
    status,
    late: z.boolean(),
    reason: reason.nullable(),
    provider: z.string().nullable(),
    providerMessageId: z.string().nullable().openapi({ description: 'Phones within it are masked.' }),
    errorCode: z.string().nullable(),
    cost: z
      .object({ amount: z.number().nullable(), currency: z.string().nullable(), estimated: z.boolean() })
      .nullable(),
    basis: z.enum(BASES).nullable(),
    inboundMessageId: z.uuid().nullable(),
    inboundSentAt: moment.nullable(),
    at: moment,
    updatedAt: moment,
    statuses: z.array(z.object({ status, at: moment, receivedAt: moment, errorCode: z.string().nullable() })),
  })
  .openapi('AdminAttempt');

export const adminNotificationDocument = z
  .object({
    id: z.uuid(),
    kind: z.enum(['ticket', 'message', 'welcome', 'opt_out_confirmation', 'stop_question', 'staff_reply']),
    type: z.enum(NOTIFICATION_TYPES).nullable(),
    ticket: ticketReferenceDocument.nullable(),
    customer: customerDocument.nullable(),
    locale: z.string(),
    success: z.boolean(),
    settled: z.boolean(),
    method: z.enum(DELIVERY_METHODS).nullable(),
    reason: reason.nullable(),
    deliveredTo: z.string().nullable(),
    waitingFor: z.object({ tier, until: moment.nullable() }).nullable(),
    parked: z.object({ failures: z.int(), lastError: z.string().nullable() }).nullable(),
    late: z.boolean(),
    unknown: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
    attempts: z.array(attemptDocument),
  })
  .openapi('AdminNotification');

export const adminNotificationPageDocument = z
  .object({ items: z.array(adminNotificationDocument), nextCursor: z.string().nullable() })
  .openapi('AdminNotificationPage');
