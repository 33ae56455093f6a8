import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EVENT_BODIES } from './event-documents.js';

const headers = z.object({
  'webhook-id': z.uuid().openapi({ description: 'The same at each try: what was handled is left alone.' }),
  'webhook-timestamp': z.string().openapi({ description: 'Seconds since 1970, of this try.' }),
  'webhook-signature': z.string().openapi({
    description: 'One or two of `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by a space.',
  }),
});

/** Adds what the server posts to the addresses of the host. */
export function describeEvents(registry: OpenAPIHono['openAPIRegistry']): void {
  for (const { type, summary, schema } of EVENT_BODIES) {
    registry.registerWebhook({
      method: 'post',
      path: type,
      operationId: type.replace('.', '_'),
      tags: ['Events'],
      summary,
      request: { headers, body: { required: true, content: { 'application/json': { schema } } } },
      responses: {
        204: { description: 'Taken. Any 2xx within ten seconds is.' },
        410: { description: 'No more: the address is disabled.' },
      },
    });
  }
}
