import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { NotificationDocument, NotifyRequest } from '@whatsapp-optin/sdk/contract';
import type { NotifyResult } from '../../notifications/notification-service.js';
import { requireKey } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { notificationDocument, pushNotificationDocument } from '../documents.js';
import { exact, hostId, locale, notificationType } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { idempotent } from '../idempotency.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { takeJson } from '../take-json.js';
import { withWhatsAppFallback } from '../whatsapp-fallback.js';

const notifyRequest = z
  .object({
    ticketId: hostId,
    type: notificationType,
    params: z
      .record(z.string().min(1).max(64), z.union([z.string().max(1_000), z.number()]))
      .optional()
      .openapi({ description: "Values for the placeholders of the type's text.", example: { position: 3 } }),
    message: z.string().min(1).optional().openapi({ description: 'Replaces the text of the type.' }),
    locale: locale.optional(),
  })
  .openapi('Notify');

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

export function addNotificationRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  for (const action of ACTIONS) {
    const route = createRoute({
      method: 'post',
      path: action.path,
      summary: action.summary,
      description: 'The document comes with 200 whichever tier it ended in, `none` included.',
      security: [{ secretKey: [] }],
      middleware: [requireKey(context, ['secret']), takeJson()] as const,
      request: {
        ...(action.sends && { headers: z.object({ 'idempotency-key': z.string().optional() }) }),
        body: jsonBody(notifyRequest),
      },
      responses: describeAnswers(
        { 200: jsonAnswer('The notification', action.document) },
        'BAD_REQUEST',
        'UNAUTHORIZED',
        'FORBIDDEN',
        'NOT_FOUND',
        'CONFLICT',
        'PAYLOAD_TOO_LARGE',
        'UNPROCESSABLE',
        'MESSAGE_TOO_LONG',
        'IDEMPOTENCY_KEY_REUSED',
      ),
    });
    app.openapi(route, (c) => {
      const { organizationId } = c.get('keyHolder');
      const request: NotifyRequest = exact(c.req.valid('json'));
      return idempotent(
        context,
        {
          organizationId,
          route: `POST ${action.path}`,
          key: action.sends ? (c.req.header('idempotency-key') ?? null) : null,
          body: c.get('rawBody'),
        },
        async (claimId) =>
          answer(await context.notifications[action.run](organizationId, request, claimId), action.shape),
      );
    });
  }

  const find = createRoute({
    method: 'get',
    path: '/api/notifications/{id}',
    summary: 'A notification as it stands, late delivery statuses included',
    security: [{ secretKey: [] }],
    middleware: [requireKey(context, ['secret'])] as const,
    request: { params: z.object({ id: z.string() }) },
    responses: describeAnswers(
      { 200: jsonAnswer('The notification', notificationDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(find, async (c) => {
    const { id } = c.req.valid('param');
    const isId = z.uuid().safeParse(id).success;
    const notification = isId ? await context.notifications.find(c.get('keyHolder').organizationId, id) : null;
    return notification
      ? c.json(notification, 200)
      : problemResponse('NOT_FOUND', 'There is no notification of this id.');
  });
}

function answer(result: NotifyResult, shape: (notification: NotificationDocument) => NotificationDocument): Response {
  switch (result.status) {
    case 'done':
      return Response.json(shape(result.notification));
    case 'unknown_ticket':
      return problemResponse('NOT_FOUND', 'There is no ticket of this id; make it with PUT /api/tickets/:ticketId.', {
        field: 'ticketId',
      });
    case 'message_too_long':
      return wrongField('message', `may have at most ${result.limit} characters.`, 'MESSAGE_TOO_LONG');
    case 'missing_param':
      return wrongField(`params.${result.param}`, 'is missing; the text of this type needs it.');
  }
}
