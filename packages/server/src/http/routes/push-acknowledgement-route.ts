import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { wrongKey } from '../authorize.js';
import { describeAnswers } from '../describe-answers.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { MAX_BEACON_BYTES } from '../read-body.js';
import { takeJson } from '../take-json.js';

const acknowledgement = z
  .object({
    notificationId: z.string().max(128).openapi({ description: 'Of the push.' }),
    token: z.string().max(1_024).openapi({ description: '`acknowledge.token` of the push.' }),
  })
  .openapi('PushAcknowledgement');

/** The service worker has displayed a push. Repeats change nothing. */
export function addPushAcknowledgementRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const acknowledge = createRoute({
    method: 'post',
    path: '/api/push/acknowledgements',
    summary: 'Say that a push was displayed',
    description: 'For service workers: the body may come as text/plain, and the token in it is the whole permission.',
    middleware: [takeJson({ maxBytes: MAX_BEACON_BYTES })] as const,
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: acknowledgement }, 'text/plain': { schema: acknowledgement } },
      },
    },
    responses: describeAnswers(
      { 204: { description: 'Kept' } },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'PAYLOAD_TOO_LARGE',
      'UNPROCESSABLE',
      'RATE_LIMITED',
    ),
  });
  app.openapi(acknowledge, async (c) => {
    const isOurs = await context.push.acknowledge(c.req.valid('json'));
    return isOurs ? c.body(null, 204) : wrongKey(context, c.env.clientAddress);
  });
}
