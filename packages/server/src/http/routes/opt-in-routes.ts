import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { forbidden, requireClientToken, requireKey, wrongKey } from '../authorize.js';
import { isAllowedOrigin } from '../cross-origin.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { optInCreatedDocument, optInStatusDocument } from '../documents.js';
import {
  browserLocale,
  exact,
  funnelEventType,
  hostId,
  locale,
  messageStyle,
  organizationText,
  pageUrl,
} from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { idempotent } from '../idempotency.js';
import type { KeyHolder } from '../keyring.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { MAX_BEACON_BYTES } from '../read-body.js';
import { takeJson } from '../take-json.js';

/** Kept as it is: it is the proof of what stood on the page. */
const consentStatement = z
  .object({
    version: z.string().min(1).max(32),
    locale,
    text: z.string().min(1).max(2_000),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hexadecimal digits.')
      .optional(),
  })
  .openapi('ConsentStatement', { description: 'The consent sentence that stood beside the link, word for word.' });

const createOptIn = z
  .object({
    ticketId: hostId.optional().openapi({ description: 'Binds with a secret key, or beside a ticketToken for it.' }),
    ticketNumber: organizationText(64)
      .optional()
      .openapi({ description: 'Words only: it never binds.', example: 'A001' }),
    ticketToken: z.string().max(4_096).optional().openapi({ description: 'A JWT made by app.tickets.createToken.' }),
    messageStyle: messageStyle.optional(),
    locale: browserLocale.optional(),
    pageUrl: pageUrl.optional(),
    consent: consentStatement.optional(),
  })
  .openapi('CreateOptIn');

const funnelEvent = z
  .object({
    type: funnelEventType,
    clientToken: z.string().max(1_024).optional().openapi({ description: 'Where no header can be set.' }),
  })
  .openapi('FunnelEvent');

const optInParams = z.object({ id: z.string() });
const isId = (id: string) => z.uuid().safeParse(id).success;

export function addOptInRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const create = createRoute({
    method: 'post',
    path: '/api/opt-ins',
    summary: 'Make an opt-in: its code, message and links',
    description: 'A browser calls it with the publishable key from an allowed origin, a server with the secret key.',
    security: [{ secretKey: [] }, { publishableKey: [] }],
    middleware: [
      requireKey(context, ['secret', 'publishable']),
      refuseForeignPages(context),
      takeJson({ mayBeEmpty: true }),
    ] as const,
    request: {
      headers: z.object({ 'idempotency-key': z.string().optional() }),
      body: jsonBody(createOptIn),
    },
    responses: describeAnswers(
      { 201: jsonAnswer('Made', optInCreatedDocument) },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'CONFLICT',
      'WHATSAPP_DISABLED',
      'PAYLOAD_TOO_LARGE',
      'UNPROCESSABLE',
      'IDEMPOTENCY_KEY_REUSED',
      'RATE_LIMITED',
    ),
  });
  app.openapi(create, async (c) => {
    const holder = c.get('keyHolder');
    const body = c.req.valid('json');
    const binding = await ticketToBind(context, holder, body);
    if (binding.status === 'refused') return wrongTicketToken(context, c.env.clientAddress);
    return idempotent(
      context,
      {
        organizationId: holder.organizationId,
        // Browsers never see the answers that the host's server was given.
        route: `POST /api/opt-ins ${holder.kind}`,
        key: c.req.header('idempotency-key') ?? null,
        body: c.get('rawBody'),
      },
      async () => {
        const result = await context.optIns.create(holder.organizationId, {
          boundTicketId: binding.ticketId,
          ticketNumber: body.ticketNumber ?? null,
          messageStyle: body.messageStyle ?? null,
          locale: body.locale ?? null,
          pageUrl: body.pageUrl ?? null,
          pageOrigin: holder.kind === 'publishable' ? (c.req.header('origin') ?? null) : null,
          consent: body.consent ? exact(body.consent) : null,
        });
        switch (result.status) {
          case 'created':
            return Response.json(result.optIn, { status: 201 });
          case 'whatsapp_disabled':
            return problemResponse('WHATSAPP_DISABLED', 'Set the WhatsApp number of the organization and enable it.');
          case 'unknown_ticket':
            return problemResponse(
              'NOT_FOUND',
              'There is no ticket of this id; make it with PUT /api/tickets/:ticketId.',
              {
                field: 'ticketId',
              },
            );
          case 'wrong_consent_hash':
            return wrongField(
              'consent.hash',
              'is not the SHA-256 of consent.text in UTF-8; leave it out, or correct it.',
            );
        }
      },
    );
  });

  const read = createRoute({
    method: 'get',
    path: '/api/opt-ins/{id}',
    summary: 'The state of an opt-in',
    security: [{ clientToken: [] }],
    request: { params: optInParams },
    responses: describeAnswers({ 200: jsonAnswer('As it stands', optInStatusDocument) }, 'UNAUTHORIZED', 'FORBIDDEN'),
  });
  app.openapi(read, async (c) => {
    const { clientAddress } = c.env;
    const token = await requireClientToken(context, { headers: c.req.raw.headers, clientAddress });
    if (token instanceof Response) return token;
    const { id } = c.req.valid('param');
    const status = isId(id) ? await context.optIns.read(id, token) : null;
    return status ? c.json(status, 200) : wrongKey(context, clientAddress);
  });

  const recordEvent = createRoute({
    method: 'post',
    path: '/api/opt-ins/{id}/events',
    summary: 'Report a step of the funnel',
    description: 'Made for sendBeacon: the body may come as text/plain, with the clientToken in it.',
    security: [{ clientToken: [] }],
    middleware: [takeJson({ maxBytes: MAX_BEACON_BYTES })] as const,
    request: {
      params: optInParams,
      body: {
        required: true,
        content: { 'application/json': { schema: funnelEvent }, 'text/plain': { schema: funnelEvent } },
      },
    },
    responses: describeAnswers(
      { 204: { description: 'Kept' } },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'PAYLOAD_TOO_LARGE',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(recordEvent, async (c) => {
    const { clientAddress } = c.env;
    const { type, clientToken } = c.req.valid('json');
    const token = await requireClientToken(context, { headers: c.req.raw.headers, clientAddress, token: clientToken });
    if (token instanceof Response) return token;
    const { id } = c.req.valid('param');
    const known = isId(id) && (await context.optIns.recordEvent(id, token, type));
    return known ? c.body(null, 204) : wrongKey(context, clientAddress);
  });
}

/** A publishable key is in every page's source: it serves pages of the listed origins alone, and so often a minute. */
function refuseForeignPages(context: RouteContext): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (c.get('keyHolder').kind !== 'publishable') return next();
    if (!isAllowedOrigin(c.req.header('origin') ?? null, context.settings.allowedOrigins)) {
      return forbidden(
        "The publishable key serves pages of the allowed origins alone; add this page's origin to them.",
      );
    }
    return (await context.limits.count('optIn', c.env.clientAddress)) ?? next();
  };
}

type TicketBinding = { status: 'refused' } | { status: 'allowed'; ticketId: string | null };

/**
 * The ticket that the caller may bind. With a publishable key nothing binds but a signed ticketToken: otherwise a stranger
 * who guesses a ticket would read another's notices.
 */
async function ticketToBind(
  context: RouteContext,
  holder: KeyHolder,
  { ticketId, ticketToken }: { ticketId?: string | undefined; ticketToken?: string | undefined },
): Promise<TicketBinding> {
  if (ticketToken === undefined) {
    return { status: 'allowed', ticketId: holder.kind === 'secret' ? (ticketId ?? null) : null };
  }
  const signedFor = await context.keyring.verifyTicketToken(holder.organizationId, ticketToken);
  if (signedFor === null || (ticketId !== undefined && ticketId !== signedFor)) return { status: 'refused' };
  return { status: 'allowed', ticketId: signedFor };
}

async function wrongTicketToken(context: RouteContext, clientAddress: string | null): Promise<Response> {
  const limited = await context.limits.count('wrongKey', clientAddress);
  return (
    limited ??
    problemResponse(
      'UNAUTHORIZED',
      'The ticketToken is expired, not signed by this organization, or for another ticket; make a new one on your server.',
      { field: 'ticketToken' },
    )
  );
}
