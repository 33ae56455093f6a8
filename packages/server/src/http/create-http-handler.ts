import { OpenAPIHono } from '@hono/zod-openapi';
import { routePath } from 'hono/route';
import { addAdminPageRoute } from './admin/admin-page-route.js';
import { addAnalyticsRoutes } from './admin/analytics-routes.js';
import { addAuditRoute } from './admin/audit-route.js';
import { addContactRoutes } from './admin/contact-routes.js';
import { addExportRoutes } from './admin/export-routes.js';
import { addInboundRoutes } from './admin/inbound-routes.js';
import { addKeyRoutes } from './admin/key-routes.js';
import { addLiveRoute } from './admin/live-route.js';
import { addNotificationListRoutes } from './admin/notification-list-routes.js';
import { addSessionListRoutes } from './admin/session-list-routes.js';
import { addSettingsRoutes } from './admin/settings-routes.js';
import { addSmsTestRoute } from './admin/sms-test-route.js';
import { addStaffSessionRoutes } from './admin/staff-session-routes.js';
import { addUpkeepRoutes } from './admin/upkeep-routes.js';
import { clientAddress, parseTrustedProxies } from './client-address.js';
import { crossOriginHeaders, preflightResponse } from './cross-origin.js';
import { failureResponse } from './failure-response.js';
import type { HttpDependencies } from './http-dependencies.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import { methodsAt } from './methods-at.js';
import { addOpenApiRoute } from './openapi-document.js';
import { problemResponse } from './problem-response.js';
import { createRateLimits, type RateLimits } from './rate-limits.js';
import { refuseInvalid } from './refuse-invalid.js';
import { createStreamLimits } from './stream-limits.js';
import { addHealthRoutes } from './routes/health-routes.js';
import { addMetricsRoute } from './routes/metrics-route.js';
import { addNotificationRoutes } from './routes/notification-routes.js';
import { addOptInRoutes } from './routes/opt-in-routes.js';
import { addOptInStreamRoute } from './routes/opt-in-stream.js';
import { addPushAcknowledgementRoute } from './routes/push-acknowledgement-route.js';
import { addPushRoutes } from './routes/push-routes.js';
import { addSessionRoutes } from './routes/session-routes.js';
import { addShortLinkRoute } from './routes/short-link-route.js';
import { addTicketRoutes } from './routes/ticket-routes.js';
import { addWebhookRoutes } from './routes/webhook-routes.js';
import { HSTS_HEADER, SECURITY_HEADERS } from './security-headers.js';

/** What an adapter knows of a connection and a `Request` does not say. */
export interface ConnectionInfo {
  /** Address of the peer, a proxy perhaps. Without it nothing is limited by address. */
  remoteAddress?: string | undefined;
  /** The body is exactly as long as its Content-Length says: a parser of HTTP/1.1 stands in front, and cuts there. */
  isLengthTrue?: boolean | undefined;
}

export type HttpHandler = (request: Request, info?: ConnectionInfo) => Promise<Response>;

const ROUTES = [
  addTicketRoutes,
  addOptInRoutes,
  addOptInStreamRoute,
  addShortLinkRoute,
  addPushRoutes,
  addPushAcknowledgementRoute,
  addWebhookRoutes,
  addNotificationRoutes,
  addSessionRoutes,
  addStaffSessionRoutes,
  addKeyRoutes,
  addSessionListRoutes,
  addContactRoutes,
  addInboundRoutes,
  addNotificationListRoutes,
  addAnalyticsRoutes,
  addSettingsRoutes,
  addUpkeepRoutes,
  addSmsTestRoute,
  addExportRoutes,
  addAuditRoute,
  addLiveRoute,
  addAdminPageRoute,
  addHealthRoutes,
  addMetricsRoute,
  addOpenApiRoute,
];

/**
 * Every route of the server as one function from `Request` to `Response`. It never rejects.
 *
 * @throws {Error} at once, where `trustedProxies` cannot be read.
 */
export function createHttpHandler(deps: HttpDependencies, limits: RateLimits = createRateLimits()): HttpHandler {
  const { settings, log } = deps;
  const trust = parseTrustedProxies(settings.trustedProxies);
  const app = createApp({ ...deps, limits, streams: createStreamLimits() });
  const securityHeaders = { ...SECURITY_HEADERS, ...(settings.publicUrl.startsWith('https:') && HSTS_HEADER) };

  return async (request, info = {}) => {
    const path = withoutBasePath(new URL(request.url).pathname, settings.basePath);
    if (path === null) return finish(problemResponse('NOT_FOUND', 'There is nothing at this address.'));
    const origin = request.headers.get('origin');
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
      const preflight = preflightResponse(path, origin, settings.allowedOrigins);
      if (preflight) return finish(preflight);
    }
    const address = clientAddress(info.remoteAddress, request.headers.get('x-forwarded-for'), trust);
    const response = await answer(request, { clientAddress: address, isLengthTrue: info.isLengthTrue ?? false });
    return finish(response, crossOriginHeaders(path, origin, settings.allowedOrigins));
  };

  function finish(response: Response, headers: Record<string, string> = {}): Response {
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    for (const [name, value] of Object.entries(headers)) response.headers.append(name, value);
    return response;
  }

  async function answer(request: Request, env: HttpEnv['Bindings']): Promise<Response> {
    try {
      return await app.fetch(request, env);
    } catch (error) {
      return failureResponse(log, error, 'unmatched');
    }
  }
}

function createApp(context: RouteContext): OpenAPIHono<HttpEnv> {
  const app = new OpenAPIHono<HttpEnv>({
    defaultHook: refuseInvalid,
    getPath: (request) => withoutBasePath(new URL(request.url).pathname, context.settings.basePath) ?? '/',
  });
  app.use(async (c, next) => {
    const startedAt = performance.now();
    await next();
    const [route, durationMs] = [routePath(c, -1), performance.now() - startedAt];
    context.metrics.countRequest({ method: c.req.method, route, status: c.res.status, seconds: durationMs / 1000 });
    // By pattern and without the query: paths hold phones, and queries hold tokens.
    context.log.debug(
      {
        method: c.req.method,
        route,
        status: c.res.status,
        durationMs: Math.round(durationMs),
      },
      'Answered',
    );
  });
  for (const addRoutes of ROUTES) addRoutes(app, context);
  app.onError((error, c) => failureResponse(context.log, error, routePath(c, -1)));
  app.notFound((c) => {
    const allowed = methodsAt(app.routes, c.req.path);
    if (allowed.length === 0) return problemResponse('NOT_FOUND', 'There is nothing at this address.');
    const allow = allowed.join(', ');
    return problemResponse('METHOD_NOT_ALLOWED', `This address takes ${allow}.`, { headers: { allow } });
  });
  return app;
}

/** `null` for an address outside. A slash at the end of a webhook's address is a slip in a vendor's panel, and means nothing. */
function withoutBasePath(pathname: string, basePath: string): string | null {
  if (!pathname.startsWith(basePath)) return null;
  const rest = pathname.slice(basePath.length);
  if (rest.startsWith('/api/webhooks/')) return rest.replace(/\/$/, '');
  return rest === '' ? '/' : rest.startsWith('/') ? rest : null;
}
