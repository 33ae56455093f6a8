import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import type { DayRange, StaffScope } from '@whatsapp-optin/sdk/contract';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import {
  complianceDocument,
  consentListQuery,
  consentPageDocument,
  dayRangeQuery,
  deliveryAnalyticsDocument,
  optInAnalyticsDocument,
} from './analytics-documents.js';
import { pageDocument, pageRequest } from './list-query.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

interface Report {
  path: string;
  summary: string;
  scope: StaffScope;
  document: ZodType;
  read: 'optIns' | 'deliveries' | 'compliance';
}

const REPORTS: readonly Report[] = [
  {
    path: '/api/admin/analytics/opt-ins',
    summary: 'From the prompt to the message: funnel, rates, time',
    scope: 'analytics.read',
    document: optInAnalyticsDocument,
    read: 'optIns',
  },
  {
    path: '/api/admin/analytics/deliveries',
    summary: 'By which method notifications went, and why they failed',
    scope: 'analytics.read',
    document: deliveryAnalyticsDocument,
    read: 'deliveries',
  },
  {
    path: '/api/admin/compliance',
    summary: 'The proof that nothing was unsolicited, with its query',
    scope: 'compliance.read',
    document: complianceDocument,
    read: 'compliance',
  },
];

const CONSENTS = 'consents';

/** Reports by day in the organization's zone, from counts that outlive what was counted. */
export function addAnalyticsRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  for (const report of REPORTS) {
    const route = createRoute({
      method: 'get',
      path: report.path,
      summary: report.summary,
      security: STAFF_SECURITY,
      middleware: [requireStaff(context, report.scope)] as const,
      request: { query: dayRangeQuery },
      responses: describeAnswers(
        { 200: jsonAnswer('The report; the last 30 days where nothing else is asked for', report.document) },
        'UNAUTHORIZED',
        'FORBIDDEN',
        'NOT_FOUND',
        'UNPROCESSABLE',
      ),
    });
    app.openapi(route, async (c) => {
      const days: DayRange = exact(c.req.valid('query'));
      return answer(await context.reports[report.read](memberOf(c).organizationId, days));
    });
  }

  const check = createRoute({
    method: 'post',
    path: '/api/admin/compliance/check',
    summary: 'Check the chain of consents from its beginning, and every send',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'compliance.read')] as const,
    responses: describeAnswers(
      { 200: jsonAnswer('The report with what was found', complianceDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(check, async (c) => {
    const report = await context.reports.checkCompliance(memberOf(c).organizationId);
    if (report?.chain) {
      const details = { chain: report.chain.status, unsolicited: report.proof.unsolicited };
      await noteDown(context, c, { action: 'compliance.checked', details });
    }
    return answer(report);
  });

  const consents = createRoute({
    method: 'get',
    path: '/api/admin/consents',
    summary: 'The journal of consents',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'compliance.read')] as const,
    request: { query: consentListQuery },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of it, newest first', consentPageDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(consents, async (c) => {
    const { cursor, limit, ...filter } = exact(c.req.valid('query'));
    const request = pageRequest(CONSENTS, { cursor, limit });
    if (request instanceof Response) return request;
    const page = await context.queries.consents.list(memberOf(c).organizationId, { ...filter, ...request });
    return c.json(
      pageDocument(CONSENTS, page, (row) => row),
      200,
    );
  });
}

function answer(report: object | null): Response {
  return report === null ? problemResponse('NOT_FOUND', 'There is no such organization.') : Response.json(report);
}
