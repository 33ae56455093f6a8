import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact, moment } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import { pageDocument, pageRequest, paging } from './list-query.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const PARKED_KINDS = ['reply', 'inbound_message', 'notification'] as const;
/** The order of its cursors. */
const PARKED = 'parked';
const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code in capitals, "SA".');

const parkedDocument = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(PARKED_KINDS),
        id: z.uuid(),
        lastError: z.string().nullable(),
        failures: z.int(),
        createdAt: moment,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('ParkedWork');

const smsDocument = z
  .object({
    enabled: z.boolean(),
    provider: z.string().nullable(),
    from: z.string().nullable().openapi({ description: 'The sender: a number or a name.' }),
    fallbackEnabled: z.boolean(),
    criticalOnly: z.boolean(),
    dailyLimit: z.int(),
    allowedCountries: z.array(z.string()),
    usedToday: z.int(),
    last30Days: z.object({
      messages: z.int(),
      segments: z.int(),
      costCents: z.number(),
      estimatedCostCents: z.number(),
      unknownCost: z.int().openapi({ description: 'Messages whose cost is not known; never counted as 0.' }),
    }),
  })
  .openapi('SmsSettings');

/** `null` brings the server's own setting back. */
const smsRequest = z
  .object({
    dailyLimit: z.int().min(0).max(1_000_000).nullable(),
    allowedCountries: z.array(country).max(250).nullable(),
  })
  .partial()
  .openapi('SmsChanges');

/** Work that was set aside, and what SMS may do and cost. */
export function addUpkeepRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const security = STAFF_SECURITY;

  const listParked = createRoute({
    method: 'get',
    path: '/api/admin/parked',
    summary: 'Work that failed again and again and was set aside',
    security,
    middleware: [requireStaff(context, 'notifications.read')] as const,
    request: { query: z.strictObject(paging) },
    responses: describeAnswers(
      { 200: jsonAnswer('A page of it, oldest first', parkedDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(listParked, async (c) => {
    const request = pageRequest(PARKED, c.req.valid('query'));
    if (request instanceof Response) return request;
    const page = await context.parkedWork.page(memberOf(c).organizationId, request);
    return c.json(
      pageDocument(PARKED, page, (item) => item),
      200,
    );
  });

  const retryParked = createRoute({
    method: 'post',
    path: '/api/admin/parked/{kind}/{id}/retry',
    summary: 'Drive it again',
    security,
    middleware: [requireStaff(context, 'notifications.write')] as const,
    request: { params: z.object({ kind: z.enum(PARKED_KINDS), id: z.string() }) },
    responses: describeAnswers(
      { 204: { description: 'Due again' } },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(retryParked, async (c) => {
    const { kind, id } = c.req.valid('param');
    const found = await context.parkedWork.retry(memberOf(c).organizationId, kind, id);
    if (!found) return problemResponse('NOT_FOUND', 'Nothing of that kind and id is parked.');
    await noteDown(context, c, { action: 'parked.retried', target: id, details: { kind } });
    return c.body(null, 204);
  });

  const smsOf = async (organizationId: string) => {
    const organization = await context.organizations.find(organizationId);
    if (organization === null) return null;
    const { sms } = context.settings;
    const { usedToday, ...last30Days } = await context.analytics.smsSpend(organizationId, organization.timeZone);
    return {
      enabled: sms.enabled,
      provider: sms.account?.kind ?? null,
      from: sms.account?.fromNumber ?? sms.account?.senderId ?? null,
      fallbackEnabled: sms.fallbackEnabled,
      criticalOnly: sms.criticalOnly,
      dailyLimit: organization.smsDailyLimit ?? sms.dailyLimit,
      allowedCountries: [...(organization.smsAllowedCountries ?? sms.allowedCountries)],
      usedToday,
      last30Days,
    };
  };

  const readSms = createRoute({
    method: 'get',
    path: '/api/admin/sms',
    summary: 'What SMS may do, and what it cost',
    security,
    middleware: [requireStaff(context, 'settings.read')] as const,
    responses: describeAnswers(
      { 200: jsonAnswer('As it stands', smsDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(readSms, async (c) => {
    const found = await smsOf(memberOf(c).organizationId);
    return found === null ? problemResponse('NOT_FOUND', 'There is no such organization.') : c.json(found, 200);
  });

  const changeSms = createRoute({
    method: 'put',
    path: '/api/admin/sms',
    summary: 'Change the daily limit or the countries of the organization',
    security,
    middleware: [requireStaff(context, 'settings.write'), takeJson()] as const,
    request: { body: jsonBody(smsRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('As it stands now', smsDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(changeSms, async (c) => {
    const { organizationId } = memberOf(c);
    const { dailyLimit, allowedCountries } = exact(c.req.valid('json'));
    await context.organizations.update(organizationId, {
      ...(dailyLimit !== undefined && { smsDailyLimit: dailyLimit }),
      ...(allowedCountries !== undefined && { smsAllowedCountries: allowedCountries }),
    });
    await noteDown(context, c, { action: 'sms.changed' });
    context.live.nudge(organizationId);
    const found = await smsOf(organizationId);
    return found === null ? problemResponse('NOT_FOUND', 'There is no such organization.') : c.json(found, 200);
  });
}
