import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '@whatsapp-optin/sdk/contract';
import { createHttpHandler } from './create-http-handler.js';
import { EVENT_BODIES } from './event-documents.js';
import { createInMemoryWorld } from './testing/in-memory-dependencies.js';

interface Webhook {
  post: { requestBody: { content: { 'application/json': { example: unknown } } } };
}

let webhooks: Record<string, Webhook>;
beforeAll(async () => {
  const answer = await createHttpHandler(createInMemoryWorld().deps)(new Request('http://localhost/api/openapi.json'));
  webhooks = ((await answer.json()) as { webhooks: Record<string, Webhook> }).webhooks;
});

const catalogue = readFileSync(new URL('../../../../docs/events.md', import.meta.url), 'utf8');
const exampleOf = (type: string): unknown => webhooks[type]?.post.requestBody.content['application/json'].example;

describe('the catalogue of events', () => {
  it.each(EVENT_TYPES)('shows the example of the OpenAPI document for %s', (type) => {
    const block = catalogue.split(`### \`${type}\``)[1]?.split('```json')[1]?.split('```')[0] ?? 'null';
    expect(JSON.parse(block)).toEqual(exampleOf(type));
  });

  it.each(EVENT_BODIES)('has an example that its schema takes: $type', ({ type, schema }) => {
    expect(schema.safeParse(exampleOf(type)).error).toBeUndefined();
  });
});
