import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Route } from './define-route.js';
import { describeEvents } from './describe-events.js';
import { addExamples } from './document-examples.js';
import { problemDocument } from './documents.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import { renderReference } from './reference/render-reference.js';
import { referenceResponse } from './reference/reference-response.js';

const SECURITY_SCHEMES = {
  secretKey: { type: 'http', scheme: 'bearer', description: '`sk_…`: servers only.' },
  publishableKey: { type: 'http', scheme: 'bearer', description: '`pk_…`: browsers, from an allowed origin.' },
  adminKey: { type: 'http', scheme: 'bearer', description: '`ak_…`: staff.' },
  staffToken: {
    type: 'http',
    scheme: 'bearer',
    description: "`st_…`: staff in the host's own pages, for a short time.",
  },
  staffCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-whatsapp-optin-staff',
    description: 'A signed-in browser. Changes carry X-CSRF-Token as well.',
  },
  clientToken: {
    type: 'http',
    scheme: 'bearer',
    description: '`ct_…` of one opt-in; as `?clientToken=` for a stream, in the body for a beacon.',
  },
  webhookToken: { type: 'apiKey', in: 'query', name: 'token', description: 'Or as X-Webhook-Token, or in the body.' },
  metaSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Hub-Signature-256',
    description: "`sha256=` and the HMAC of the body, keyed with the app's secret.",
  },
  twilioSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Twilio-Signature',
    description: 'Over PUBLIC_URL and the fields, keyed with the auth token.',
  },
} as const;

export type SecurityScheme = keyof typeof SECURITY_SCHEMES;

/** Serves the description of every route that was added before. */
export function addOpenApiRoute(
  app: OpenAPIHono<HttpEnv>,
  context: Pick<RouteContext, 'settings'>,
  routes: readonly Route[],
): void {
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) {
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
  }
  app.openAPIRegistry.register('Problem', problemDocument);
  describeEvents(app.openAPIRegistry);
  let document: ReturnType<typeof addExamples> | undefined;
  const describe = (): ReturnType<typeof addExamples> =>
    (document ??= addExamples(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'whatsapp-optin',
          version: '1',
          description: 'Errors are RFC 9457 problem documents. Unknown fields of a body are ignored.',
        },
        servers: [{ url: context.settings.basePath || '/' }],
      }),
      new Map(routes.map(({ spec, example }) => [spec.id, example])),
    ));
  app.get('/api/openapi.json', () => Response.json(describe()));
  app.get('/api/docs', async () => referenceResponse(await renderReference(describe(), context.settings.basePath)));
}
