import { defineRoute } from '../define-route.js';
import type { WebhookEndpoint } from '../../accounts/webhook-target.js';
import type { WebhookReply, WebhookRequest } from '../../providers/whatsapp-provider.js';
import { webhookAnswerDocument } from '../documents.js';
import { unavailable } from '../failure-response.js';
import { problemResponse } from '../problem-response.js';
import { MAX_BATCH_BYTES, MAX_BODY_BYTES, readBody } from '../read-body.js';
import { anyone, vendor as signedBy } from '../who.js';

interface Webhook {
  path: `/${string}`;
  /** The operationId. */
  id: string;
  endpoint: WebhookEndpoint;
  /** What the vendor is called by people. */
  vendor: string;
  summary: string;
  /** The scheme of the OpenAPI document. */
  security: 'webhookToken' | 'metaSignature' | 'twilioSignature';
  maxBytes: number;
}

const NO_BODY = new Uint8Array();

const twilio = { vendor: 'Twilio', security: 'twilioSignature', maxBytes: MAX_BODY_BYTES } as const;

const WEBHOOKS: readonly Webhook[] = [
  {
    path: '/api/webhooks/ultramsg/inbound',
    id: 'receiveFromUltraMsg',
    endpoint: 'ultramsg',
    vendor: 'UltraMsg',
    summary: 'What customers write and what became of messages, as UltraMsg reports it',
    security: 'webhookToken',
    maxBytes: MAX_BODY_BYTES,
  },
  {
    path: '/api/webhooks/meta',
    id: 'receiveFromMeta',
    endpoint: 'meta',
    vendor: 'Meta',
    summary: 'What customers write and what became of messages, as Meta reports it, in batches',
    security: 'metaSignature',
    maxBytes: MAX_BATCH_BYTES,
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/whatsapp',
    id: 'receiveWhatsAppFromTwilio',
    endpoint: 'twilio_whatsapp',
    summary: 'What customers write by WhatsApp, as Twilio reports it',
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/sms',
    id: 'receiveSmsFromTwilio',
    endpoint: 'twilio_sms',
    summary: 'What customers write by SMS: STOP and START count, nothing opens a session',
  },
  {
    ...twilio,
    path: '/api/webhooks/twilio/status',
    id: 'receiveStatusFromTwilio',
    endpoint: 'twilio_status',
    summary: 'What became of messages, as Twilio reports it',
  },
];

/** Over raw bytes: nothing of a body is believed before its sender is verified, or read where no sender could be. */
const receiveRoutes = WEBHOOKS.map(({ path, id, endpoint, vendor, summary, security, maxBytes }) =>
  defineRoute(
    {
      method: 'post',
      path,
      id,
      tag: 'Webhooks',
      summary,
      who: signedBy(security),
      output: {
        200:
          vendor === 'Twilio'
            ? { description: 'Kept; empty TwiML', contentType: 'text/xml' }
            : { description: 'Kept', schema: webhookAnswerDocument },
      },
      refuses: ['BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'PROVIDER_NOT_CONFIGURED', 'UNAVAILABLE'],
      example: {},
    },
    async ({ context, c }) => {
      if (!context.inbound.isConfigured(endpoint, toWebhookRequest(c.req.raw, NO_BODY))) return notConfigured(vendor);
      const rawBody = await readBody(c.req.raw, { maxBytes, budget: context.bodies, ...c.env });
      if (rawBody instanceof Response) return rawBody;
      try {
        const result = await context.inbound.receive(endpoint, toWebhookRequest(c.req.raw, rawBody));
        switch (result.status) {
          case 'accepted':
            return result.reply === null
              ? Response.json({ accepted: result.messages, ignored: result.ignored })
              : toResponse(result.reply);
          case 'forged':
            return problemResponse('UNAUTHORIZED', 'The secret or signature of the webhook is missing or wrong.');
          case 'not_configured':
            return notConfigured(vendor);
          case 'unparsable':
            return problemResponse('BAD_REQUEST', result.detail);
          case 'oversized':
            return problemResponse('PAYLOAD_TOO_LARGE', result.detail);
        }
      } catch (error) {
        // Whatever it was, the message is not kept: the vendor must bring it again.
        return unavailable(context.log, error, path);
      }
    },
  ),
);

/** Meta asks once whether its webhook's address is ours. */
const answerHandshake = defineRoute(
  {
    method: 'get',
    path: '/api/webhooks/meta',
    id: 'answerMetaHandshake',
    tag: 'Webhooks',
    summary: "Meta's handshake: the challenge comes back as text",
    who: anyone,
    output: { 200: { description: 'The challenge', contentType: 'text/plain' } },
    refuses: ['BAD_REQUEST', 'FORBIDDEN', 'PROVIDER_NOT_CONFIGURED'],
    example: {},
  },
  ({ context, c }) => {
    const result = context.inbound.answerHandshake('meta', toWebhookRequest(c.req.raw, NO_BODY));
    switch (result.status) {
      case 'answered':
        return toResponse(result.reply);
      case 'unparsable':
        return problemResponse('BAD_REQUEST', 'Expected hub.mode, hub.verify_token and hub.challenge, once each.');
      case 'refused':
        return problemResponse('FORBIDDEN', 'The verify token is wrong; it is META_VERIFY_TOKEN.');
      case 'not_configured':
        return notConfigured('Meta');
    }
  },
);

export const WEBHOOK_ROUTES = [...receiveRoutes, answerHandshake];

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
