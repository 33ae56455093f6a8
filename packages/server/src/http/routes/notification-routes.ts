import { z } from '@hono/zod-openapi';
import type { NotificationDocument, Problem } from '@whatsapp-optin/sdk/contract';
import type { NotifyManyResult, NotifyResult } from '../../notifications/notification-service.js';
import { defineRoute } from '../define-route.js';
import { notificationBatchDocument, notificationDocument, pushNotificationDocument } from '../documents.js';
import { exact, idempotencyHeaders, rowId } from '../fields.js';
import { idempotent, notificationAnswer, type IdempotentAnswer } from '../idempotency.js';
import { notifyProblem, notifyRefusal } from '../notify-refusal.js';
import { problemOf, problemResponse } from '../problem-response.js';
import { notificationBatchRequest, notifyRequest } from '../requests.js';
import { withWhatsAppFallback } from '../whatsapp-fallback.js';
import { keys } from '../who.js';

const unchanged = (notification: NotificationDocument) => notification;

const ACTIONS = [
  {
    path: '/api/notifications',
    summary: 'Notify a customer: push, WhatsApp, SMS, none',
    document: notificationDocument,
    run: 'notify',
    shape: unchanged,
    sends: true,
  },
  {
    path: '/api/notifications/explain',
    summary: 'Which tier would be used now, and why; sends nothing',
    document: notificationDocument,
    run: 'explain',
    shape: unchanged,
    sends: false,
  },
  {
    path: '/api/notifications/push',
    summary: 'Push, then WhatsApp if a session is open, no further',
    document: pushNotificationDocument,
    run: 'notifyByPush',
    shape: withWhatsAppFallback,
    sends: true,
  },
  {
    path: '/api/notifications/sms',
    summary: 'SMS alone, same rules',
    document: notificationDocument,
    run: 'notifyBySms',
    shape: unchanged,
    sends: true,
  },
] as const;

const notifyRoutes = ACTIONS.map(({ path, summary, document, run, shape, sends }) =>
  defineRoute(
    {
      method: 'post',
      path,
      id: run,
      tag: 'Notifications',
      summary,
      description: 'The document comes with 200 whichever tier it ended in, `none` included.',
      who: keys('secret'),
      ...(sends && { headers: idempotencyHeaders }),
      body: notifyRequest,
      output: { 200: { description: 'The notification', schema: document } },
      refuses: ['NOT_FOUND', 'CONFLICT', 'MESSAGE_TOO_LONG', 'IDEMPOTENCY_KEY_REUSED'],
      example: { body: { ticketId: 't-1042', type: 'position_update', params: { position: 3 } } },
    },
    ({ context, c, organizationId, body }) =>
      idempotent(
        context,
        {
          organizationId,
          route: `POST ${path}`,
          key: sends ? (c.req.header('idempotency-key') ?? null) : null,
          body: c.get('rawBody'),
        },
        async (claimId) => answerWith(await context.notifications[run](organizationId, body, claimId), shape),
      ),
  ),
);

const readNotification = defineRoute(
  {
    method: 'get',
    path: '/api/notifications/{id}',
    id: 'readNotification',
    tag: 'Notifications',
    summary: 'A notification as it stands, late delivery statuses included',
    who: keys('secret'),
    params: z.object({ id: rowId }),
    output: { 200: { description: 'The notification', schema: notificationDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: { id: '01938f6e-0000-7000-8000-000000000002' } },
  },
  async ({ context, organizationId, params, answer }) => {
    const notification = await context.notifications.find(organizationId, params.id);
    return notification
      ? answer(200, notification)
      : problemResponse('NOT_FOUND', 'There is no notification of this id.');
  },
);

const BATCH_PATH = '/api/notifications/batch';

const notifyBatch = defineRoute(
  {
    method: 'post',
    path: BATCH_PATH,
    id: 'notifyBatch',
    tag: 'Notifications',
    summary: 'Notify up to 500 customers, each as by itself',
    description:
      'The answer has one entry for each input, in its order: the notification, or the problem document that the same input would get by itself. An input that is wrong in shape refuses them all, before anything is sent.',
    who: keys('secret'),
    headers: idempotencyHeaders,
    body: notificationBatchRequest,
    output: { 200: { description: 'The notifications, in order', schema: notificationBatchDocument } },
    refuses: ['CONFLICT', 'IDEMPOTENCY_KEY_REUSED'],
    example: {
      body: {
        notifications: [
          { ticketId: 't-1042', type: 'your_turn' },
          { ticketId: 't-1043', type: 'position_update', params: { position: 1 } },
        ],
      },
    },
  },
  ({ context, c, organizationId, body, answer }) =>
    idempotent(
      context,
      {
        organizationId,
        route: `POST ${BATCH_PATH}`,
        key: c.req.header('idempotency-key') ?? null,
        body: c.get('rawBody'),
      },
      async (claimId) => {
        const batch = body.notifications.map((request) => ({ organizationId, request: exact(request) }));
        const results = await context.notifications.notifyMany(batch, claimId);
        const response = answer(200, { notifications: results.map(entryOf) });
        // A repetition tries again what failed, and finds what was sent.
        if (results.some(({ status }) => status === 'failed')) return { response, keep: 'never' };
        return notificationAnswer(
          response,
          results.flatMap((result) => (result.status === 'done' ? [result.notification] : [])),
        );
      },
    ),
);

export const NOTIFICATION_ROUTES = [...notifyRoutes, notifyBatch, readNotification];

function entryOf(result: NotifyManyResult): NotificationDocument | Problem {
  if (result.status === 'done') return result.notification;
  if (result.status === 'failed') return problemOf('SERVER_ERROR', 'This one failed; its outcome is unknown.');
  return notifyProblem(result);
}

function answerWith(
  result: NotifyResult,
  shape: (notification: NotificationDocument) => NotificationDocument,
): Response | IdempotentAnswer {
  if (result.status !== 'done') return notifyRefusal(result);
  return notificationAnswer(Response.json(shape(result.notification)), [result.notification]);
}
