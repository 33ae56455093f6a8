import type { Context } from 'hono';
import type { BodyBudget } from './body-budget.js';
import type { RouteSpec } from './define-route.js';
import type { HttpEnv } from './http-env.js';
import { parseJson } from './parse-json.js';
import { problemResponse } from './problem-response.js';
import { MAX_BEACON_BYTES, MAX_BODY_BYTES, readBody } from './read-body.js';
import { refuseInvalid } from './refuse-invalid.js';

/** `undefined`: the route takes no such part. */
export interface RouteInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

/**
 * The parts of a request, parsed by the route's schemas; a body counts as JSON whatever its Content-Type says: a beacon can
 * only say `text/plain`, and curl says `application/x-www-form-urlencoded` unasked.
 *
 * @returns the answer that refuses where a part is wrong: 413, 400 or 422; 503 where too many bodies are under way
 */
export async function readInput(
  spec: RouteSpec,
  c: Context<HttpEnv>,
  budget: BodyBudget,
): Promise<RouteInput | Response> {
  const input: RouteInput = { params: undefined, query: undefined, body: undefined };
  if (spec.body) {
    const body = await readJson(c, spec.bodyKind, budget);
    if (body instanceof Response) return body;
    input.body = body.value;
  }
  if (spec.query) {
    // A name that is given twice has both values, and is refused by name.
    const values = Object.entries(c.req.queries());
    input.query = Object.fromEntries(values.map(([name, given]) => [name, given.length === 1 ? given[0] : given]));
  }
  if (spec.params) input.params = c.req.param();
  for (const part of ['query', 'params', 'body'] as const) {
    const parsed = spec[part]?.safeParse(input[part]);
    if (parsed?.success === false) return refuseInvalid(parsed.error);
    input[part] = parsed?.data;
  }
  return input;
}

async function readJson(
  c: Context<HttpEnv>,
  kind: RouteSpec['bodyKind'],
  budget: BodyBudget,
): Promise<{ value: unknown } | Response> {
  const maxBytes = kind === 'beacon' ? MAX_BEACON_BYTES : MAX_BODY_BYTES;
  const rawBody = await readBody(c.req.raw, { maxBytes, budget, ...c.env });
  if (rawBody instanceof Response) return rawBody;
  c.set('rawBody', rawBody);
  if (kind === 'optional' && rawBody.byteLength === 0) return { value: {} };
  const json = parseJson(rawBody);
  return json.ok ? json : problemResponse('BAD_REQUEST', json.detail);
}
