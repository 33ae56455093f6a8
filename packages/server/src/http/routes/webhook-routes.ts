import type { OpenAPIHono } from '@hono/zod-openapi';
import type { WebhookEndpoint } from '../../accounts/webhook-target.js';
import type { WebhookReply, WebhookRequest } from '../../providers/whatsapp-provider.js';
import { describeAnswers, jsonAnswer } from '../describe-answers.js';
import { webhookAnswerDocument } from '../documents.js';
import { unavailable } from '../failure-response.js';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';
import { MAX_BATCH_BYTES, MAX_BODY_BYTES, readBody } from '../read-body.js';
import { tooLarge } from '../take-json.js';

interface Webhook {
  path: string;
  endpoint: WebhookEndpoint;
  /** What the vendor is called by people. */
  vendor: string;
  summary: string;
  /** The scheme of the OpenAPI document. */
  security: 'webhookToken' | 'metaSignature' | 'twilioSignature';
  maxBytes: number;
}

const twilio = { vendor: 'Twilio', security: 'twilioSignature', maxBytes: MAX_BODY_BYTES } as const;

const WEBHOOKS: readonly Webhook[] = [
  {
    path: '/api/webhooks/ultramsg/inbound',
    endpoint: 'ultramsg',
    vendor: 'UltraMsg',
    summary: 'What customers write and what became of messages, as UltraMsg reports it',
    security: 'webhookToken',
    maxBytes: MAX_BODY_BYTES,
  },
  {
    path: '/api/webhooks/meta',
    endpoint: 'meta',
    vendor: 'Meta',
    summary: 'What customers write and what became of messages, as Meta reports it, in batches',
    security: 'metaSignature',
    maxBytes: MAX_BATCH_BYTES,
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/whatsapp',
    endpoint: 'twilio_whatsapp',
    summary: 'What customers write by WhatsApp, as Twilio reports it',
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/sms',
    endpoint: 'twilio_sms',
    summary: 'What customers write by SMS: STOP and START count, nothing opens a session',
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/status',
    endpoint: 'twilio_status',
    summary: 'What became of messages, as Twilio reports it',
  },
];

/** Plain routes over raw bytes: nothing of a body is read before its sender is verified. */
export function addWebhookRoutes(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  for (const webhook of WEBHOOKS) addWebhook(app, context, webhook);
  addHandshake(app, context);
}

function addWebhook(app: OpenAPIHono<HttpEnv>, context: RouteContext, webhook: Webhook): void {
  const { path, endpoint, vendor, summary, security, maxBytes } = webhook;
  app.openAPIRegistry.registerPath({
    method: 'post',
    path,
    summary,
    security: [{ [security]: [] }],
    responses: describeAnswers(
      {
        200: vendor === 'Twilio' ? { description: 'Kept; empty TwiML' } : jsonAnswer('Kept', webhookAnswerDocument),
      },
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'PAYLOAD_TOO_LARGE',
      'PROVIDER_NOT_CONFIGURED',
      'UNAVAILABLE',
    ),
  });
  app.post(path, async (c) => {
    const rawBody = await readBody(c.req.raw, maxBytes, c.env.isLengthTrue);
    if (!rawBody) return tooLarge(maxBytes);
    try {
      const result = await context.inbound.receive(endpoint, toWebhookRequest(c.req.raw, rawBody));
      switch (result.status) {
        case 'accepted':
          return result.reply === null
            ? c.json({ accepted: result.messages, ignored: result.ignored }, 200)
            : toResponse(result.reply);
        case 'forged':
          return problemResponse('UNAUTHORIZED', 'The secret or signature of the webhook is missing or wrong.');
        case 'not_configured':
          return notConfigured(vendor);
        case 'unparsable':
          return problemResponse('BAD_REQUEST', result.detail);
      }
    } catch (error) {
      // Whatever it was, the message is not kept: the vendor must bring it again.
      return unavailable(context.log, error, path);
    }
  });
}

/** Meta asks once whether its webhook's address is ours. */
function addHandshake(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/webhooks/meta',
    summary: "Meta's handshake: the challenge comes back as text",
    responses: describeAnswers(
      { 200: { description: 'The challenge' }, 400: { description: 'No handshake' } },
      'FORBIDDEN',
      'PROVIDER_NOT_CONFIGURED',
    ),
  });
  app.get('/api/webhooks/meta', (c) => {
    const result = context.inbound.answerHandshake('meta', toWebhookRequest(c.req.raw, new Uint8Array()));
    switch (result.status) {
      case 'answered':
        return toResponse(result.reply);
      case 'refused':
        return problemResponse('FORBIDDEN', 'The verify token is wrong; it is META_VERIFY_TOKEN.');
      case 'not_configured':
        return notConfigured('Meta');
    }
  });
}

function toWebhookRequest({ method, url, headers }: Request, rawBody: Uint8Array): WebhookRequest {
  return { method, url: new URL(url), headers, rawBody };
}

function toResponse({ status, contentType, body }: WebhookReply): Response {
  return new Response(body, { status, headers: { 'content-type': contentType } });
}

function notConfigured(vendor: string): Response {
  return problemResponse(
    'PROVIDER_NOT_CONFIGURED',
    `Webhooks of ${vendor} have no secret, or are switched off or not set up here.`,
  );
}
