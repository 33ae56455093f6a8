import { validate as isUuid } from 'uuid';
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { toAdminNotification } from '../../admin-queries/notification-queries.js';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import {
  adminNotificationDocument,
  adminNotificationPageDocument,
  notificationListQuery,
} from './delivery-documents.js';
import { pageDocument, pageRequest } from './list-query.js';
import { STAFF_SECURITY, memberOf } from './staff-route.js';

const ORDER = 'notifications';

/** The walk of every notification, tier by tier. */
export function addNotificationListRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const { notifications } = context.queries;
  const allowed = requireStaff(context, 'notifications.read');

  const list = createRoute({
    method: 'get',
    path: '/api/admin/notifications',
    summary: 'Notifications, each with its walk',
    security: STAFF_SECURITY,
    middleware: [allowed] as const,
    request: { query: notificationListQuery },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of them, newest first', adminNotificationPageDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(list, async (c) => {
    const { cursor, limit, ...filter } = exact(c.req.valid('query'));
    const request = pageRequest(ORDER, { cursor, limit });
    if (request instanceof Response) return request;
    const page = await notifications.list(memberOf(c).organizationId, { ...filter, ...request });
    return c.json(pageDocument(ORDER, page, toAdminNotification), 200);
  });

  const find = createRoute({
    method: 'get',
    path: '/api/admin/notifications/{id}',
    summary: 'One notification, with every status that vendors reported',
    security: STAFF_SECURITY,
    middleware: [allowed] as const,
    request: { params: z.object({ id: z.string() }) },
    responses: describeAnswers(
      { 200: jsonAnswer('As it stands', adminNotificationDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(find, async (c) => {
    const { id } = c.req.valid('param');
    const found = isUuid(id) ? await notifications.find(memberOf(c).organizationId, id) : null;
    return found === null
      ? problemResponse('NOT_FOUND', 'There is no notification of this id.')
      : c.json(toAdminNotification(found), 200);
  });
}
