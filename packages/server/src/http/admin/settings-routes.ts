import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { MESSAGE_STYLES, RETENTION_KINDS, type RetentionKind } from '@whatsapp-optin/sdk/contract';
import { isTimeZone } from '../../organizations/time-zone.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact, locale, notificationType, organizationText, phone } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { requireStaff } from '../require-staff.js';
import { takeJson } from '../take-json.js';
import { STAFF_SECURITY, memberOf, noteDown } from './staff-route.js';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, "22:00".');
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone, for example "Asia/Riyadh".');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code in capitals, "SA".');
const template = z.object({ type: notificationType, locale, body: z.string().nullable() });

function retention<Days extends z.ZodType>(days: Days) {
  return z.object(Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, days])) as Record<RetentionKind, Days>);
}

const settings = z.object({
  name: organizationText(200),
  whatsappNumber: phone.nullable(),
  whatsappEnabled: z.boolean(),
  messageStyle: z.enum(MESSAGE_STYLES),
  defaultLocale: locale,
  timeZone,
  quietHours: z.object({ from: localTime, until: localTime }).nullable(),
  renewalEnabled: z.boolean(),
  cancelWords: z.enum(['staff', 'stop']),
  smsDailyLimit: z.int().min(0).max(1_000_000).nullable(),
  smsAllowedCountries: z.array(country).max(250).nullable(),
});

const settingsRequest = settings
  .extend({
    templates: z.array(template).max(200),
    retentionDays: retention(z.int().min(1).max(3_650).nullable().optional()),
  })
  .partial()
  .openapi('OrganizationChanges');
const settingsDocument = settings
  .extend({
    id: z.string(),
    whatsappNumber: z.string().nullable(),
    templates: z.array(z.object({ type: notificationType, locale: z.string(), body: z.string() })),
    retentionDays: retention(z.int()).openapi({ description: 'As they hold.' }),
    defaultRetentionDays: retention(z.int()).openapi({ description: "The server's own, which `null` brings back." }),
  })
  .openapi('OrganizationSettings');

const previewRequest = z
  .object({ body: z.string(), values: z.record(z.string(), z.union([z.string().max(1000), z.number()])).optional() })
  .openapi('TemplatePreview');

/** What an organization chooses for itself; after the first start the database wins over the environment. */
export function addSettingsRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const security = STAFF_SECURITY;
  const mayRead = requireStaff(context, 'settings.read');
  const mayWrite = requireStaff(context, 'settings.write');

  const read = createRoute({
    method: 'get',
    path: '/api/admin/organization',
    summary: 'Settings and texts of the organization',
    security,
    middleware: [mayRead] as const,
    responses: describeAnswers(
      { 200: jsonAnswer('As they stand', settingsDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(read, async (c) => {
    const found = await context.settingsDesk.read(memberOf(c).organizationId);
    return found === null ? unknownOrganization() : c.json(toDocument(found), 200);
  });

  const change = createRoute({
    method: 'put',
    path: '/api/admin/organization',
    summary: 'Change settings and texts; what is left out stays',
    description: 'A text names its values in braces: {ticketNumber}. One wrong text saves nothing.',
    security,
    middleware: [mayWrite, takeJson()] as const,
    request: { body: jsonBody(settingsRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('As they stand now', settingsDocument) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(change, async (c) => {
    const { retentionDays, ...given } = exact(c.req.valid('json'));
    const changes = { ...given, ...(retentionDays !== undefined && { retentionDays: exact(retentionDays) }) };
    const result = await context.settingsDesk.change(memberOf(c).organizationId, changes);
    switch (result.status) {
      case 'saved':
        await noteDown(context, c, { action: 'settings.changed', details: { fields: Object.keys(changes).join(' ') } });
        context.live.nudge(memberOf(c).organizationId);
        return c.json(toDocument(result.settings), 200);
      case 'wrong':
        return wrongField(result.field, result.message);
      case 'unknown_organization':
        return unknownOrganization();
    }
  });

  const preview = createRoute({
    method: 'post',
    path: '/api/admin/organization/preview',
    summary: 'A text as a customer would read it',
    security,
    middleware: [mayRead, takeJson()] as const,
    request: { body: jsonBody(previewRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('The text', z.object({ text: z.string() })) },
      'BAD_REQUEST',
      'PAYLOAD_TOO_LARGE',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(preview, async (c) => {
    const { body, values } = c.req.valid('json');
    const found = await context.settingsDesk.read(memberOf(c).organizationId);
    const companyName = found?.name ?? '';
    const result = context.settingsDesk.preview({ body, companyName, ...(values !== undefined && { values }) });
    return result.status === 'rendered' ? c.json({ text: result.text }, 200) : wrongField(result.field, result.message);
  });
}

type Found = NonNullable<Awaited<ReturnType<RouteContext['settingsDesk']['read']>>>;

function toDocument(found: Found) {
  return {
    ...found,
    smsAllowedCountries: found.smsAllowedCountries === null ? null : [...found.smsAllowedCountries],
    templates: [...found.templates],
  };
}

function unknownOrganization(): Response {
  return problemResponse('NOT_FOUND', 'There is no such organization.');
}
