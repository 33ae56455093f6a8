import { OpenAPIHono } from '@hono/zod-openapi';
import { routePath } from 'hono/route';
import { addAdminPageRoute } from './admin/admin-page-route.js';
import { ALERT_ROUTE } from './admin/alert-route.js';
import { ANALYTICS_ROUTES } from './admin/analytics-routes.js';
import { AUDIT_ROUTE } from './admin/audit-route.js';
import { CONTACT_ROUTES } from './admin/contact-routes.js';
import { EVENT_ENDPOINT_ROUTES } from './admin/event-endpoint-routes.js';
import { EXPORT_ROUTES } from './admin/export-routes.js';
import { INBOUND_ROUTES } from './admin/inbound-routes.js';
import { KEY_ROUTES } from './admin/key-routes.js';
import { LIVE_ROUTE } from './admin/live-route.js';
import { NOTIFICATION_LIST_ROUTES } from './admin/notification-list-routes.js';
import { QUEUE_ROUTES } from './admin/queue-routes.js';
import { SESSION_LIST_ROUTES } from './admin/session-list-routes.js';
import { SETTINGS_ROUTES } from './admin/settings-routes.js';
import { SMS_TEST_ROUTE } from './admin/sms-test-route.js';
import { STAFF_SESSION_ROUTES } from './admin/staff-session-routes.js';
import { UPKEEP_ROUTES } from './admin/upkeep-routes.js';
import type { Precedence } from './admission.js';
import { createBodyBudget } from './body-budget.js';
import { clientAddress, parseTrustedProxies } from './client-address.js';
import { crossOriginHeaders, preflightResponse } from './cross-origin.js';
import type { Route } from './define-route.js';
import { failureResponse } from './failure-response.js';
import type { HttpDependencies } from './http-dependencies.js';
import type { HttpEnv, RouteContext } from './http-env.js';
import { methodsAt } from './methods-at.js';
import { describeUnknownAddress } from './mount-hint.js';
import { addOpenApiRoute } from './openapi-document.js';
import { problemResponse } from './problem-response.js';
import { createRateLimits, type RateLimits } from './rate-limits.js';
import { createRefusedOrigins } from './refused-origins.js';
import { createStreamLimits } from './stream-limits.js';
import { CUSTOMER_PAGE_ROUTES } from './routes/customer-page-routes.js';
import { HEALTH_ROUTES } from './routes/health-routes.js';
import { METRICS_ROUTE } from './routes/metrics-route.js';
import { NOTIFICATION_ROUTES } from './routes/notification-routes.js';
import { OPT_IN_ROUTES } from './routes/opt-in-routes.js';
import { OPT_IN_STREAM_ROUTE } from './routes/opt-in-stream.js';
import { PUSH_ACKNOWLEDGEMENT_ROUTE } from './routes/push-acknowledgement-route.js';
import { PUSH_ROUTES } from './routes/push-routes.js';
import { SESSION_ROUTES } from './routes/session-routes.js';
import { SHORT_LINK_ROUTE } from './routes/short-link-route.js';
import { TICKET_ROUTES } from './routes/ticket-routes.js';
import { WEBHOOK_ROUTES } from './routes/webhook-routes.js';
import { HSTS_HEADER, SECURITY_HEADERS } from './security-headers.js';

/** What an adapter knows of a connection and a `Request` does not say. */
export interface ConnectionInfo {
  /** Address of the peer, a proxy perhaps. Without it nothing is limited by address. */
  remoteAddress?: string | undefined;
  /** The body is exactly as long as its Content-Length says: an HTTP/1.1 parser in front cuts it there. */
  isLengthTrue?: boolean | undefined;
}

export type HttpHandler = (request: Request, info?: ConnectionInfo) => Promise<Response>;

/** A server that has too much to do keeps up again within seconds. */
const RETRY_AFTER_SECONDS = 2;

/** Everything that the OpenAPI document describes. */
const ROUTES: readonly Route[] = [
  ...TICKET_ROUTES,
  ...OPT_IN_ROUTES,
  OPT_IN_STREAM_ROUTE,
  SHORT_LINK_ROUTE,
  ...CUSTOMER_PAGE_ROUTES,
  ...PUSH_ROUTES,
  PUSH_ACKNOWLEDGEMENT_ROUTE,
  ...WEBHOOK_ROUTES,
  ...NOTIFICATION_ROUTES,
  ...SESSION_ROUTES,
  ...STAFF_SESSION_ROUTES,
  ...KEY_ROUTES,
  ...QUEUE_ROUTES,
  ...SESSION_LIST_ROUTES,
  ...CONTACT_ROUTES,
  ...INBOUND_ROUTES,
  ...NOTIFICATION_LIST_ROUTES,
  ...ANALYTICS_ROUTES,
  ...SETTINGS_ROUTES,
  ...UPKEEP_ROUTES,
  ...EVENT_ENDPOINT_ROUTES,
  SMS_TEST_ROUTE,
  ...EXPORT_ROUTES,
  AUDIT_ROUTE,
  ALERT_ROUTE,
  LIVE_ROUTE,
  ...HEALTH_ROUTES,
  METRICS_ROUTE,
];

/**
 * Every route of the server as one function from `Request` to `Response`. It never rejects.
 *
 * @throws {Error} at once, where `trustedProxies` cannot be read.
 */
export function createHttpHandler(deps: HttpDependencies, limits: RateLimits = createRateLimits()): HttpHandler {
  const { settings, log } = deps;
  const trust = parseTrustedProxies(settings.trustedProxies);
  const app = createApp({ ...deps, limits, streams: createStreamLimits(), bodies: createBodyBudget() });
  const onRefusedOrigin = createRefusedOrigins({ log, record: deps.recordRefusedOrigin });
  const securityHeaders = { ...SECURITY_HEADERS, ...(settings.publicUrl.startsWith('https:') && HSTS_HEADER) };

  return async (request, info = {}) => {
    const { pathname } = new URL(request.url);
    const path = withoutBasePath(pathname, settings.basePath);
    if (path === null) {
      return finish(problemResponse('NOT_FOUND', describeUnknownAddress(app.routes, pathname, settings.basePath)));
    }
    const origin = request.headers.get('origin');
    if (request.method === 'OPTIONS' && request.headers.has('access-control-request-method')) {
      const preflight = preflightResponse(path, origin, settings.allowedOrigins);
      if (preflight && !preflight.headers.has('access-control-allow-origin')) onRefusedOrigin(origin);
      if (preflight) return finish(preflight);
    }
    const sharing = crossOriginHeaders(path, origin, settings.allowedOrigins);
    const entry = await deps.admission.enter(precedenceOf(path));
    if (entry === null) return finish(noRoom(), sharing);
    const address = clientAddress(info.remoteAddress, request.headers.get('x-forwarded-for'), trust);
    const { onBodyRead } = entry;
    // Not by `body`: on Node the question alone would make a stream of it.
    if (request.method === 'GET' || request.method === 'HEAD') onBodyRead();
    const response = await answer(request, {
      clientAddress: address,
      isLengthTrue: info.isLengthTrue ?? false,
      onBodyRead,
    });
    entry.leave({ isMeasure: path.startsWith(WEBHOOKS) && response.status === 200 });
    return finish(response, sharing);
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
  for (const route of ROUTES) route.addTo(app, context);
  addAdminPageRoute(app, context);
  addOpenApiRoute(app, context, ROUTES);
  app.onError((error, c) => failureResponse(context.log, error, routePath(c, -1)));
  app.notFound((c) => {
    const allowed = methodsAt(app.routes, c.req.path);
    if (allowed.length === 0) {
      const { basePath } = context.settings;
      return problemResponse('NOT_FOUND', describeUnknownAddress(app.routes, `${basePath}${c.req.path}`, basePath));
    }
    const allow = allowed.join(', ');
    return problemResponse('METHOD_NOT_ALLOWED', `This address takes ${allow}.`, { headers: { allow } });
  });
  return app;
}

const WEBHOOKS = '/api/webhooks/';
const PROBES: readonly string[] = ['/healthz', '/readyz', '/metrics'];
/** What customers say to us: messages, taps, opt-ins, and STOP on their own page. */
const FROM_CUSTOMERS = /^\/(api\/(webhooks|opt-ins|push\/acknowledgements)|m)(\/|$)/;

function precedenceOf(path: string): Precedence {
  if (PROBES.includes(path)) return 'exempt';
  return FROM_CUSTOMERS.test(path) ? 'first' : 'rest';
}

function noRoom(): Response {
  return problemResponse('UNAVAILABLE', 'The server has as many requests as it can answer in time; try again.', {
    headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
  });
}

/** `null` for an address outside. A slash at the end of a webhook's address is a slip in a vendor's panel, and means nothing. */
function withoutBasePath(pathname: string, basePath: string): string | null {
  if (!pathname.startsWith(basePath)) return null;
  const rest = pathname.slice(basePath.length);
  if (rest.startsWith(WEBHOOKS)) return rest.replace(/\/$/, '');
  return rest === '' ? '/' : rest.startsWith('/') ? rest : null;
}
