import { z } from '@hono/zod-openapi';
import { wrongKey } from '../authorize.js';
import { defineRoute } from '../define-route.js';
import { anyone } from '../who.js';

const acknowledgement = z
  .object({
    notificationId: z.string().max(128).openapi({ description: 'Of the push.' }),
    token: z.string().max(1_024).openapi({ description: '`acknowledge.token` of the push.' }),
  })
  .openapi('PushAcknowledgement');

/** The service worker has displayed a push. Repeats change nothing. */
export const PUSH_ACKNOWLEDGEMENT_ROUTE = defineRoute(
  {
    method: 'post',
    path: '/api/push/acknowledgements',
    id: 'acknowledgePush',
    tag: 'Push',
    summary: 'Say that a push was displayed',
    description: 'For service workers: the body may come as text/plain, and the token in it is the whole permission.',
    who: anyone,
    body: acknowledgement,
    bodyKind: 'beacon',
    output: { 204: { description: 'Kept' } },
    refuses: ['UNAUTHORIZED', 'RATE_LIMITED'],
    example: { body: { notificationId: '01938f6e-0000-7000-8000-000000000002', token: 'pa_Y2xpbmlj.x3Fq' } },
  },
  async ({ context, clientAddress, body, answer }) =>
    (await context.push.acknowledge(body)) ? answer(204) : wrongKey(context, clientAddress),
);
