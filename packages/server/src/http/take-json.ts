import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './http-env.js';
import { parseJson } from './parse-json.js';
import { problemResponse } from './problem-response.js';
import { MAX_BODY_BYTES, readBody } from './read-body.js';

const EMPTY_OBJECT = { ok: true, value: {} } as const;

/**
 * Reads the body within its limit and hands it on as clean JSON, whatever Content-Type the caller gave: a beacon can only
 * say `text/plain`, and curl says `application/x-www-form-urlencoded` unasked.
 */
export function takeJson({ maxBytes = MAX_BODY_BYTES, mayBeEmpty = false } = {}): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const rawBody = await readBody(c.req.raw, maxBytes, c.env.isLengthTrue);
    if (!rawBody) return tooLarge(maxBytes);
    const json = mayBeEmpty && rawBody.byteLength === 0 ? EMPTY_OBJECT : parseJson(rawBody);
    if (!json.ok) return problemResponse('BAD_REQUEST', json.detail);
    c.set('rawBody', rawBody);
    const { method, headers } = c.req.raw;
    const cleanHeaders = new Headers(headers);
    cleanHeaders.set('content-type', 'application/json');
    cleanHeaders.delete('content-length');
    c.req.raw = new Request(c.req.url, { method, headers: cleanHeaders, body: JSON.stringify(json.value) });
    return next();
  };
}

export function tooLarge(maxBytes: number): Response {
  return problemResponse('PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`);
}
