import { z } from '@hono/zod-openapi';
import { toAdminNotification } from '../../admin-queries/notification-queries.js';
import { defineRoute } from '../define-route.js';
import { rowId } from '../fields.js';
import { problemResponse } from '../problem-response.js';
import { staff } from '../who.js';
import {
  adminNotificationDocument,
  adminNotificationPageDocument,
  notificationListQuery,
} from './delivery-documents.js';
import { readPage } from './list-query.js';

const listNotifications = defineRoute(
  {
    method: 'get',
    path: '/api/admin/notifications',
    id: 'listNotifications',
    tag: 'Staff',
    summary: 'Notifications, each with its attempts',
    who: staff('notifications.read'),
    query: notificationListQuery,
    output: { 200: { description: 'A page of them, newest first', schema: adminNotificationPageDocument } },
    example: { query: { outcome: 'failed', limit: 50 } },
  },
  async ({ context, organizationId, query, answer }) => {
    const { notifications } = context.queries;
    const list = (request: Parameters<typeof notifications.list>[1]) => notifications.list(organizationId, request);
    const page = await readPage('notifications', query, list, toAdminNotification);
    return page instanceof Response ? page : answer(200, page);
  },
);

const inspectNotification = defineRoute(
  {
    method: 'get',
    path: '/api/admin/notifications/{id}',
    id: 'inspectNotification',
    tag: 'Staff',
    summary: 'One notification, with every status that vendors reported',
    who: staff('notifications.read'),
    params: z.object({ id: rowId }),
    output: { 200: { description: 'As it stands', schema: adminNotificationDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: { id: '01938f6e-0000-7000-8000-000000000002' } },
  },
  async ({ context, organizationId, params, answer }) => {
    const found = await context.queries.notifications.find(organizationId, params.id);
    return found === null
      ? problemResponse('NOT_FOUND', 'There is no notification of this id.')
      : answer(200, toAdminNotification(found));
  },
);

/** Every notification, tier by tier. */
export const NOTIFICATION_LIST_ROUTES = [listNotifications, inspectNotification];
