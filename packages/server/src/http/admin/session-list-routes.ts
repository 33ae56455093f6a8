import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { phoneCountry } from '../../contacts/phone-country.js';
import { toAdminSession, type SmsReach } from '../../overviews/session-overview.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import { pageDocument, pageRequest } from './list-query.js';
import {
  adminSessionPageDocument,
  adminSessionStatsDocument,
  bulkAnswerDocument,
  bulkRequest,
  sessionListQuery,
  statsQuery,
} from './session-documents.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const DEFAULT_DAYS = 30;

/** Who can be reached, and how; ending and reminding several at once. */
export function addSessionListRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const { sessionMarginSeconds: marginSeconds } = context.settings;

  const list = createRoute({
    method: 'get',
    path: '/api/admin/sessions',
    summary: 'Sessions: who can be reached, and how',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'sessions.read')] as const,
    request: { query: sessionListQuery },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of them; phones are masked', adminSessionPageDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(list, async (c) => {
    const { organizationId } = memberOf(c);
    const { sort: chosen, cursor, limit, ...filter } = exact(c.req.valid('query'));
    const sort = chosen ?? (filter.from === undefined && filter.to === undefined ? '-expiresAt' : '-initiatedAt');
    const order = `sessions:${sort}`;
    const request = pageRequest(order, { cursor, limit });
    if (request instanceof Response) return request;
    const page = await context.overviews.sessions.list(organizationId, { ...filter, ...request, sort, marginSeconds });
    const smsReaches = await smsReach(context, organizationId);
    return c.json(
      pageDocument(order, page, (row) => toAdminSession(row, smsReaches)),
      200,
    );
  });

  const stats = createRoute({
    method: 'get',
    path: '/api/admin/sessions/stats',
    summary: 'How many are open, how many were renewed',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'sessions.read')] as const,
    request: { query: statsQuery },
    responses: describeAnswers(
      { 200: jsonAnswer('As it stands', adminSessionStatsDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(stats, async (c) => {
    const { organizationId } = memberOf(c);
    const { days = DEFAULT_DAYS } = c.req.valid('query');
    const counted = await context.reports.sessionStats(organizationId, days);
    if (counted === null) return problemResponse('NOT_FOUND', 'There is no such organization.');
    return c.json({ ...(await context.overviews.sessions.countOpen(organizationId)), ...counted }, 200);
  });

  const bulk = createRoute({
    method: 'post',
    path: '/api/admin/sessions/bulk',
    summary: 'End several sessions, or ask their customers for a word before they end',
    description:
      'At most 200 at a time, by ids or by filter. With dryRun it says whom it would reach and does nothing. A reminder goes out once per session, only inside it, and only to a customer with a ticket.',
    security: STAFF_SECURITY,
    middleware: [requireStaff(context, 'sessions.write'), takeJson()] as const,
    request: { body: jsonBody(bulkRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('What became of each', bulkAnswerDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(bulk, async (c) => {
    const { organizationId } = memberOf(c);
    const { action, sessionIds, filter = {}, dryRun = false } = c.req.valid('json');
    const target = sessionIds === undefined ? { filter: exact(filter) } : { ids: sessionIds };
    const answer = await context.bulkSessions.run(organizationId, { action, target, dryRun });
    if (answer === null)
      return problemResponse('NOT_FOUND', 'There is no session of one of these ids; nothing was done.');
    for (const { sessionId, outcome } of answer.results) {
      if (outcome === 'ended') await noteDown(context, c, { action: 'session.ended', target: sessionId });
      if (outcome === 'sent') await noteDown(context, c, { action: 'session.reminded', target: sessionId });
    }
    if (!dryRun) context.live.nudge(organizationId);
    return c.json(answer, 200);
  });
}

/** Whether the settings let an SMS go to a phone; that the day's limit is used up is not looked at. */
export async function smsReach(context: RouteContext, organizationId: string): Promise<SmsReach> {
  const { sms } = context.settings;
  const organization = await context.organizations.find(organizationId);
  const countries = organization?.smsAllowedCountries ?? sms.allowedCountries;
  const limit = organization?.smsDailyLimit ?? sms.dailyLimit;
  if (!sms.enabled || !sms.fallbackEnabled || limit === 0) return () => false;
  return (phone) => countries.includes(phoneCountry(phone) ?? '');
}
