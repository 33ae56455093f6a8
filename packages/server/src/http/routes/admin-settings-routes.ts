import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { MESSAGE_STYLES } from '@whatsapp-optin/sdk/contract';
import { requireKey } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { exact, locale, notificationType, organizationText, phone } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { takeJson } from '../take-json.js';

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, "22:00".');
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone, for example "Asia/Riyadh".');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code in capitals, "SA".');
const template = z.object({ type: notificationType, locale, body: z.string().nullable() });

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
  .extend({ templates: z.array(template).max(200) })
  .partial()
  .openapi('OrganizationChanges');
const settingsDocument = settings
  .extend({
    id: z.string(),
    whatsappNumber: z.string().nullable(),
    templates: z.array(z.object({ type: notificationType, locale: z.string(), body: z.string() })),
  })
  .openapi('OrganizationSettings');

const previewRequest = z
  .object({ body: z.string(), values: z.record(z.string(), z.union([z.string().max(1000), z.number()])).optional() })
  .openapi('TemplatePreview');

/** What an organization chooses for itself; after the first start the database wins over the environment. */
export function addAdminSettingsRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const security = [{ adminKey: [] }];
  const allowed = requireKey(context, ['admin']);

  const read = createRoute({
    method: 'get',
    path: '/api/admin/organization',
    summary: 'Settings and texts of the organization',
    security,
    middleware: [allowed] as const,
    responses: describeAnswers(
      { 200: jsonAnswer('As they stand', settingsDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(read, async (c) => {
    const found = await context.settingsDesk.read(c.get('keyHolder').organizationId);
    return found === null ? unknownOrganization() : c.json(toDocument(found), 200);
  });

  const change = createRoute({
    method: 'put',
    path: '/api/admin/organization',
    summary: 'Change settings and texts; what is left out stays',
    description: 'A text names its values in braces: {ticketNumber}. One wrong text saves nothing.',
    security,
    middleware: [allowed, takeJson()] as const,
    request: { body: jsonBody(settingsRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('As they stand now', settingsDocument) },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(change, async (c) => {
    const result = await context.settingsDesk.change(c.get('keyHolder').organizationId, exact(c.req.valid('json')));
    switch (result.status) {
      case 'saved':
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
    middleware: [allowed, takeJson()] as const,
    request: { body: jsonBody(previewRequest) },
    responses: describeAnswers(
      { 200: jsonAnswer('The text', z.object({ text: z.string() })) },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(preview, async (c) => {
    const { body, values } = c.req.valid('json');
    const found = await context.settingsDesk.read(c.get('keyHolder').organizationId);
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

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
