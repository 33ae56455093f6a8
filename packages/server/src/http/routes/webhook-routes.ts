import type { OpenAPIHono } from '@hono/zod-openapi';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { webhookAnswerDocument } from '../documents.js';
import { unavailable } from '../failure-response.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { MAX_BODY_BYTES, readBody } from '../read-body.js';
import { tooLarge } from '../take-json.js';

const WEBHOOKS = [{ path: '/api/webhooks/ultramsg/inbound', provider: 'ultramsg' }] as const;

/** Plain routes over raw bytes: nothing of a body is read before its sender is verified. */
export function addWebhookRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  for (const { path, provider } of WEBHOOKS) {
    app.openAPIRegistry.registerPath({
      method: 'post',
      path,
      summary: `What customers write, as ${provider} reports it`,
      security: [{ webhookToken: [] }],
      responses: describeAnswers(
        { 200: jsonAnswer('Kept', webhookAnswerDocument) },
        'BAD_REQUEST',
        'UNAUTHORIZED',
        'PAYLOAD_TOO_LARGE',
        'PROVIDER_NOT_CONFIGURED',
        'UNAVAILABLE',
      ),
    });
    app.post(path, async (c) => {
      const request = c.req.raw;
      const rawBody = await readBody(request, MAX_BODY_BYTES);
      if (!rawBody) return tooLarge(MAX_BODY_BYTES);
      try {
        const { method, headers } = request;
        const result = await context.inbound.receive(provider, { method, url: new URL(request.url), headers, rawBody });
        switch (result.status) {
          case 'accepted':
            return c.json({ accepted: result.messages, ignored: result.ignored }, 200);
          case 'forged':
            return problemResponse('UNAUTHORIZED', 'The secret of the webhook is missing or wrong.');
          case 'not_configured':
            return problemResponse(
              'PROVIDER_NOT_CONFIGURED',
              `Webhooks of ${provider} have no secret or are switched off here.`,
            );
          case 'unparsable':
            return problemResponse('BAD_REQUEST', result.detail);
        }
      } catch (error) {
        // Whatever it was, the message is not kept: the vendor must bring it again.
        return unavailable(context.log, error, path);
      }
    });
  }
}
