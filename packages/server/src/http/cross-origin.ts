/** Who may read an answer from a page of another origin. */
export type CrossOriginRule =
  /** Only the listed origins: a browser makes opt-ins. */
  | 'allowed-origins'
  /** Every origin, without credentials: the clientToken in the request is the whole permission. */
  | 'any-origin'
  /** None: servers call these. */
  | 'none';

const RULES: readonly [RegExp, CrossOriginRule, string][] = [
  [/^\/api\/opt-ins$/, 'allowed-origins', 'POST'],
  [/^\/api\/opt-ins\/[^/]+(\/(stream|events))?$/, 'any-origin', 'GET, POST'],
  [/^\/api\/push\//, 'any-origin', 'GET, POST, DELETE'],
  // Dashboards in the host's own pages, by a token; without credentials, so that no cookie comes along.
  [/^\/api\/(admin|contacts|sessions)\//, 'allowed-origins', 'GET, POST, PUT, DELETE'],
];

/** What a page may read of an answer: when to come again, and whether it was given before. */
const READABLE_HEADERS = { 'access-control-expose-headers': 'retry-after, idempotency-replayed' };

const ALLOWED_HEADERS = 'authorization, content-type, idempotency-key, last-event-id';

/**
 * Headers that let a page read the answer, and the whole answer of a preflight.
 *
 * @param path - without the base path.
 */
export function crossOriginHeaders(
  path: string,
  origin: string | null,
  allowedOrigins: readonly string[],
): Record<string, string> {
  const rule = RULES.find(([pattern]) => pattern.test(path))?.[1] ?? 'none';
  if (rule === 'any-origin') return { 'access-control-allow-origin': '*', ...READABLE_HEADERS };
  if (rule === 'none') return {};
  // Answers differ by origin, also for the one that is refused: a cache must not hand one's to another.
  return isAllowedOrigin(origin, allowedOrigins)
    ? { 'access-control-allow-origin': origin, ...READABLE_HEADERS, vary: 'Origin' }
    : { vary: 'Origin' };
}

/** @returns `null` where the path takes no requests from other origins. */
export function preflightResponse(
  path: string,
  origin: string | null,
  allowedOrigins: readonly string[],
): Response | null {
  const rule = RULES.find(([pattern]) => pattern.test(path));
  if (!rule) return null;
  const headers = crossOriginHeaders(path, origin, allowedOrigins);
  if (!('access-control-allow-origin' in headers)) return new Response(null, { status: 204, headers });
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': rule[2],
      'access-control-allow-headers': ALLOWED_HEADERS,
      'access-control-max-age': '600',
    },
  });
}

/** Exact: no suffix, no wildcard, and `null` (a sandboxed frame) never. */
export function isAllowedOrigin(origin: string | null, allowedOrigins: readonly string[]): origin is string {
  return origin !== null && origin !== 'null' && allowedOrigins.includes(origin);
}
