import { z } from '@hono/zod-openapi';
import { readClientToken } from '../../opt-ins/client-token.js';
import { bearerOf, isClientToken, wrongKey } from '../authorize.js';
import { defineRoute } from '../define-route.js';
import { pushPublicKeyDocument, pushSubscriptionCreatedDocument } from '../documents.js';
import { rowId } from '../fields.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { subscribeRequest } from '../requests.js';
import type { RouteCall } from '../route-call.js';
import { keys, type Who } from '../who.js';

/** For whom a subscription is made or ended. */
interface PushTarget {
  organizationId: string;
  ticketId: string | null;
  /** `null`: a secret key, which may speak for every subscription of its organization. */
  optInId: string | null;
}

const server = keys('secret');

/** A clientToken is looked up later: the id of its opt-in is in the body or the query. */
const pageOrServer: Who = {
  schemes: ['clientToken', ...server.schemes],
  problems: server.problems,
  refuse: (context, c) =>
    isClientToken(bearerOf(c.req.raw.headers) ?? '') ? Promise.resolve(null) : server.refuse(context, c),
};

const readPushKey = defineRoute(
  {
    method: 'get',
    path: '/api/push/public-key',
    id: 'readPushKey',
    tag: 'Push',
    summary: 'The VAPID public key, base64url',
    who: {
      ...pageOrServer,
      // The organization that a clientToken names is believed without a look-up: the key is public by nature.
      refuse: (context, c) =>
        readClientToken(bearerOf(c.req.raw.headers) ?? '') ? Promise.resolve(null) : server.refuse(context, c),
    },
    output: { 200: { description: 'For PushManager.subscribe', schema: pushPublicKeyDocument } },
    refuses: ['NOT_FOUND'],
    example: {},
  },
  ({ context, c, answer }) => {
    const { organizationId } = readClientToken(bearerOf(c.req.raw.headers) ?? '') ?? c.get('keyHolder');
    const publicKey = context.push.publicKey(organizationId);
    return publicKey
      ? answer(200, { publicKey })
      : problemResponse('NOT_FOUND', 'Push is sent by the host itself; there is no key here.');
  },
);

const subscribe = defineRoute(
  {
    method: 'post',
    path: '/api/push/subscriptions',
    id: 'subscribeToPush',
    tag: 'Push',
    summary: "Keep a browser's push subscription",
    who: pageOrServer,
    body: subscribeRequest,
    output: { 201: { description: 'Kept', schema: pushSubscriptionCreatedDocument } },
    refuses: ['NOT_FOUND'],
    example: {
      body: {
        subscription: {
          endpoint: 'https://fcm.googleapis.com/fcm/send/x3Fq',
          keys: { p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA', auth: 'tBHItJI5svbpez7KI4CCXg' },
        },
        optInId: '01938f6e-0000-7000-8000-000000000001',
      },
    },
  },
  async (call) => {
    const { context, body, answer } = call;
    const { subscription, ticketId, optInId } = body;
    const target = await authorizeTarget(call, optInId);
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
        return answer(201, { id: result.id });
      case 'refused_endpoint':
        return wrongField('subscription.endpoint', result.detail);
      case 'unknown_ticket':
        return problemResponse('NOT_FOUND', 'There is no ticket of this id.', { field: 'ticketId' });
    }
  },
);

const unsubscribe = defineRoute(
  {
    method: 'delete',
    path: '/api/push/subscriptions/{id}',
    id: 'unsubscribeFromPush',
    tag: 'Push',
    summary: 'Forget a push subscription',
    who: pageOrServer,
    params: z.object({ id: rowId }),
    query: z.object({ optInId: rowId.optional() }),
    output: { 204: { description: 'Forgotten' } },
    refuses: ['NOT_FOUND'],
    example: {
      params: { id: '01938f6e-0000-7000-8000-000000000003' },
      query: { optInId: '01938f6e-0000-7000-8000-000000000001' },
    },
  },
  async (call) => {
    const target = await authorizeTarget(call, call.query.optInId);
    if (target instanceof Response) return target;
    const isFound = await call.context.push.unsubscribe(target.organizationId, call.params.id, target.optInId);
    return isFound ? call.answer(204) : problemResponse('NOT_FOUND', 'There is no subscription of this id.');
  },
);

export const PUSH_ROUTES = [readPushKey, subscribe, unsubscribe];

async function authorizeTarget(
  { context, c, clientAddress }: RouteCall,
  optInId: string | undefined,
): Promise<PushTarget | Response> {
  const token = bearerOf(c.req.raw.headers);
  if (token === null || !isClientToken(token))
    return { organizationId: c.get('keyHolder').organizationId, ticketId: null, optInId: null };
  if (optInId === undefined)
    return wrongField('optInId', 'is missing; it says which opt-in the clientToken belongs to.');
  const authority = await context.optIns.authorize(optInId, token);
  return authority ? { ...authority, optInId } : wrongKey(context, clientAddress);
}
