import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { readClientToken } from '../../opt-ins/client-token.js';
import { bearerOf, identifyKey, isClientToken, wrongKey } from '../authorize.js';
import { describeAnswers, jsonAnswer, jsonBody } from '../describe-answers.js';
import { pushPublicKeyDocument, pushSubscriptionCreatedDocument } from '../documents.js';
import { hostId } from '../fields.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { takeJson } from '../take-json.js';

const security = [{ clientToken: [] }, { secretKey: [] }];
const base64url = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w+/-]+={0,2}$/, 'must be base64url.');

const subscribeRequest = z
  .object({
    subscription: z.object({
      endpoint: z.url().max(2_048),
      expirationTime: z.number().nullable().optional(),
      keys: z.object({ p256dh: base64url, auth: base64url }),
    }),
    ticketId: hostId.optional().openapi({ description: 'With a secret key: the ticket to be notified.' }),
    optInId: z.uuid().optional().openapi({ description: 'With a clientToken: the opt-in it belongs to.' }),
  })
  .openapi('PushSubscribe');

/** For whom a subscription is made or ended. */
interface PushTarget {
  organizationId: string;
  ticketId: string | null;
  /** `null`: a secret key, which may speak for every subscription of its organization. */
  optInId: string | null;
}

export function addPushRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  // Before the body is read, in which stands the id of the opt-in that a clientToken is looked up with.
  const refuseStrangers: MiddlewareHandler<HttpEnv> = async (c, next) => {
    const refusal = isClientToken(bearerOf(c.req.raw.headers) ?? '') ? null : await identifySecret(c);
    return refusal instanceof Response ? refusal : next();
  };

  const publicKey = createRoute({
    method: 'get',
    path: '/api/push/public-key',
    summary: 'The VAPID public key, base64url',
    security,
    responses: describeAnswers(
      { 200: jsonAnswer('For PushManager.subscribe', pushPublicKeyDocument) },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
    ),
  });
  app.openapi(publicKey, async (c) => {
    // The organization that a clientToken names is believed without a look-up: the key is public by nature.
    const token = readClientToken(bearerOf(c.req.raw.headers) ?? '');
    const holder = token ?? (await identifySecret(c));
    if (holder instanceof Response) return holder;
    const key = context.push.publicKey(holder.organizationId);
    return key
      ? c.json({ publicKey: key }, 200)
      : problemResponse('NOT_FOUND', 'Push is sent by the host itself; there is no key here.');
  });

  const subscribe = createRoute({
    method: 'post',
    path: '/api/push/subscriptions',
    summary: "Keep a browser's push subscription",
    security,
    middleware: [refuseStrangers, takeJson()] as const,
    request: { body: jsonBody(subscribeRequest) },
    responses: describeAnswers(
      { 201: jsonAnswer('Kept', pushSubscriptionCreatedDocument) },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'PAYLOAD_TOO_LARGE',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(subscribe, async (c) => {
    const { subscription, ticketId, optInId } = c.req.valid('json');
    const target = await authorizeTarget(c, optInId);
    if (target instanceof Response) return target;
    if (target.optInId === null && ticketId === undefined)
      return wrongField('ticketId', 'is missing; with a secret key it says whom to notify.');
    const result = await context.push.subscribe(
      target.organizationId,
      // A browser speaks for the ticket that its opt-in is bound to, never for one that it names.
      { ticketId: target.optInId === null ? (ticketId ?? null) : target.ticketId, optInId: target.optInId },
      { endpoint: subscription.endpoint, keys: subscription.keys, expirationTime: subscription.expirationTime ?? null },
    );
    switch (result.status) {
      case 'created':
        return c.json({ id: result.id }, 201);
      case 'refused_endpoint':
        return wrongField('subscription.endpoint', result.detail);
      case 'unknown_ticket':
        return problemResponse('NOT_FOUND', 'There is no ticket of this id.', { field: 'ticketId' });
    }
  });

  const unsubscribe = createRoute({
    method: 'delete',
    path: '/api/push/subscriptions/{id}',
    summary: 'Forget a push subscription',
    security,
    middleware: [refuseStrangers] as const,
    request: { params: z.object({ id: z.string() }), query: z.object({ optInId: z.string().optional() }) },
    responses: describeAnswers(
      { 204: { description: 'Forgotten' } },
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'UNPROCESSABLE',
    ),
  });
  app.openapi(unsubscribe, async (c) => {
    const { id } = c.req.valid('param');
    const target = await authorizeTarget(c, c.req.valid('query').optInId);
    if (target instanceof Response) return target;
    const isId = z.uuid().safeParse(id).success;
    const found = isId && (await context.push.unsubscribe(target.organizationId, id, target.optInId));
    return found ? c.body(null, 204) : problemResponse('NOT_FOUND', 'There is no subscription of this id.');
  });

  function identifySecret(c: Context<HttpEnv>) {
    return identifyKey(context, { headers: c.req.raw.headers, clientAddress: c.env.clientAddress, kinds: ['secret'] });
  }

  async function authorizeTarget(c: Context<HttpEnv>, optInId: string | undefined): Promise<PushTarget | Response> {
    const token = bearerOf(c.req.raw.headers);
    if (token === null || !isClientToken(token)) {
      const holder = await identifySecret(c);
      return holder instanceof Response
        ? holder
        : { organizationId: holder.organizationId, ticketId: null, optInId: null };
    }
    if (optInId === undefined)
      return wrongField('optInId', 'is missing; it says which opt-in the clientToken belongs to.');
    const isId = z.uuid().safeParse(optInId).success;
    const authority = isId ? await context.optIns.authorize(optInId, token) : null;
    return authority ? { ...authority, optInId } : wrongKey(context, c.env.clientAddress);
  }
}
