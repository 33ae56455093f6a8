import { z } from '@hono/zod-openapi';
import { forbidden, wrongKey } from '../authorize.js';
import { refuseBrowserOptIn } from '../browser-opt-in.js';
import { isAllowedOrigin } from '../cross-origin.js';
import { defineRoute } from '../define-route.js';
import { optInCreatedDocument, optInStatusDocument } from '../documents.js';
import { exact, idempotencyHeaders, rowId } from '../fields.js';
import type { RouteContext } from '../http-env.js';
import { idempotent } from '../idempotency.js';
import type { KeyHolder } from '../keyring.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { createOptInRequest, funnelEventRequest } from '../requests.js';
import { clientToken, keys, type Who } from '../who.js';

const optInParams = z.object({ id: rowId });
const OPT_IN = { id: '01938f6e-0000-7000-8000-000000000001' };

/** A publishable key is in every page's source: it serves pages of the listed origins alone, and so often a minute. */
const serverOrOwnPage: Who = {
  ...keys('secret', 'publishable'),
  async refuse(context, c) {
    const refusal = await keys('secret', 'publishable').refuse(context, c);
    if (refusal !== null || c.get('keyHolder').kind !== 'publishable') return refusal;
    if (!isAllowedOrigin(c.req.header('origin') ?? null, context.settings.allowedOrigins)) {
      return forbidden(
        "The publishable key serves pages of the allowed origins alone; add this page's origin to them.",
      );
    }
    return context.limits.count('optIn', c.env.clientAddress);
  },
};

const createOptIn = defineRoute(
  {
    method: 'post',
    path: '/api/opt-ins',
    id: 'createOptIn',
    tag: 'Opt-ins',
    summary: 'Make an opt-in: its code, message and links',
    description: 'A browser calls it with the publishable key from an allowed origin, a server with the secret key.',
    who: serverOrOwnPage,
    headers: idempotencyHeaders,
    body: createOptInRequest,
    bodyKind: 'optional',
    output: { 201: { description: 'Made', schema: optInCreatedDocument } },
    refuses: ['NOT_FOUND', 'CONFLICT', 'WHATSAPP_DISABLED', 'IDEMPOTENCY_KEY_REUSED'],
    example: { body: { ticketId: 't-1042', locale: 'ar-SA', pageUrl: 'https://clinic.example/t/1042' } },
  },
  async ({ context, c, clientAddress, body }) => {
    const holder = c.get('keyHolder');
    const binding = await ticketToBind(context, holder, body);
    if (binding.status === 'refused') return wrongTicketToken(context, clientAddress);
    const origin = holder.kind === 'publishable' ? (c.req.header('origin') ?? null) : null;
    if (holder.kind === 'publishable') {
      const refusal = refuseBrowserOptIn(body, { origin, isBound: binding.ticketId !== null });
      if (refusal !== null) return refusal;
    }
    return idempotent(
      context,
      {
        organizationId: holder.organizationId,
        // Browsers never see the answers that the host's server was given.
        route: `POST /api/opt-ins ${holder.kind}`,
        key: c.req.header('idempotency-key') ?? null,
        body: c.get('rawBody'),
        holdsSecret: true,
      },
      async () => {
        const result = await context.optIns.create(holder.organizationId, {
          boundTicketId: binding.ticketId,
          ticketNumber: body.ticketNumber ?? null,
          messageStyle: body.messageStyle ?? null,
          locale: body.locale ?? null,
          pageUrl: body.pageUrl ?? null,
          pageOrigin: origin,
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
              { field: 'ticketId' },
            );
          case 'wrong_consent_hash':
            return wrongField(
              'consent.hash',
              'is not the SHA-256 of consent.text in UTF-8; leave it out, or correct it.',
            );
        }
      },
    );
  },
);

const readOptIn = defineRoute(
  {
    method: 'get',
    path: '/api/opt-ins/{id}',
    id: 'readOptIn',
    tag: 'Opt-ins',
    summary: 'The state of an opt-in',
    who: clientToken,
    params: optInParams,
    output: { 200: { description: 'As it stands', schema: optInStatusDocument } },
    example: { params: OPT_IN },
  },
  async ({ context, clientAddress, params, answer, clientToken: tokenOf }) => {
    const token = await tokenOf();
    if (token instanceof Response) return token;
    const status = await context.optIns.read(params.id, token);
    return status ? answer(200, status) : wrongKey(context, clientAddress);
  },
);

const recordFunnelEvent = defineRoute(
  {
    method: 'post',
    path: '/api/opt-ins/{id}/events',
    id: 'recordFunnelEvent',
    tag: 'Opt-ins',
    summary: 'Report a step of the funnel',
    description: 'Made for sendBeacon: the body may come as text/plain, with the clientToken in it.',
    who: clientToken,
    params: optInParams,
    body: funnelEventRequest,
    bodyKind: 'beacon',
    output: { 204: { description: 'Kept' } },
    example: { params: OPT_IN, body: { type: 'impression' } },
  },
  async ({ context, clientAddress, params, body, answer, clientToken: tokenOf }) => {
    const token = await tokenOf(body.clientToken);
    if (token instanceof Response) return token;
    const isKnown = await context.optIns.recordEvent(params.id, token, body.type);
    return isKnown ? answer(204) : wrongKey(context, clientAddress);
  },
);

export const OPT_IN_ROUTES = [createOptIn, readOptIn, recordFunnelEvent];

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
