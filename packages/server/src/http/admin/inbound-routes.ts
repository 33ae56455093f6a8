import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { toAdminInbound } from '../../overviews/inbound-overview.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import { inboundListQuery, inboundPageDocument, markSeenRequest } from './delivery-documents.js';
import { pageDocument, pageRequest } from './list-query.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const ORDER = 'inbound-messages';

/** What customers wrote, and that somebody has read it. */
export function addInboundRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const { inbound } = context.overviews;

  const list = createRoute({
    method: 'get',
    path: '/api/admin/inbound-messages',
    summary: 'What customers wrote',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'messages.read')] as const,
    request: { query: inboundListQuery },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of them, newest first', inboundPageDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(list, async (c) => {
    const { organizationId } = memberOf(c);
    const { cursor, limit, ...filter } = exact(c.req.valid('query'));
    const request = pageRequest(ORDER, { cursor, limit });
    if (request instanceof Response) return request;
    const page = await inbound.list(organizationId, { ...filter, ...request });
    const unseen = await inbound.countUnseen(organizationId);
    return c.json({ ...pageDocument(ORDER, page, toAdminInbound), unseen }, 200);
  });

  const seen = createRoute({
    method: 'post',
    path: '/api/admin/inbound-messages/seen',
    summary: 'Mark messages as seen: these, or all received until then',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'messages.write'), takeJson()] as const,
    request: { body: jsonBody(markSeenRequest) },
    responses: describeAnswers(
      { 204: { description: 'Marked' } },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(seen, async (c) => {
    const { organizationId } = memberOf(c);
    const { ids, receivedUntil } = c.req.valid('json');
    if (ids !== undefined && !(await inbound.hasAll(organizationId, ids)))
      return problemResponse('NOT_FOUND', 'There is no message of one of these ids; nothing was marked.');
    const what = ids === undefined ? { receivedUntil: new Date(receivedUntil ?? 0) } : { ids };
    const marked = await inbound.markSeen(organizationId, what);
    if (marked > 0) await noteDown(context, c, { action: 'message.seen', details: { marked } });
    context.live.nudge(organizationId);
    return c.body(null, 204);
  });
}
