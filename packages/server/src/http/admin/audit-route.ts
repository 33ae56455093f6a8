import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { AUDIT_ACTIONS } from '@whatsapp-optin/sdk/contract';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { checkRange, inputMoment } from '../dates.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { requireStaff } from '../require-staff.js';
import { pageDocument, pageRequest, paging } from './list-query.js';
import { auditPageDocument } from './staff-documents.js';
import { STAFF_SECURITY, memberOf } from './staff-route.js';

const ORDER = 'audit-log';
const query = z
  .strictObject({
    action: z.enum(AUDIT_ACTIONS).optional(),
    from: inputMoment.optional(),
    to: inputMoment.optional(),
    ...paging,
  })
  .superRefine(checkRange);

export function addAuditRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const route = createRoute({
    method: 'get',
    path: '/api/admin/audit-log',
    summary: 'What staff did: reveals, ends, settings, exports, erasures, keys',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'audit.read')] as const,
    request: { query },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of it, newest first', auditPageDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(route, async (c) => {
    const { cursor, limit, ...filter } = exact(c.req.valid('query'));
    const request = pageRequest(ORDER, { cursor, limit });
    if (request instanceof Response) return request;
    const page = await context.overviews.audit.list(memberOf(c).organizationId, { ...filter, ...request });
    return c.json(
      pageDocument(ORDER, page, (entry) => entry),
      200,
    );
  });
}
