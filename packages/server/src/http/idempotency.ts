import { createHash } from 'node:crypto';
import type { RouteContext } from './http-env.js';
import { problemResponse, wrongField } from './problem-response.js';

export interface IdempotentCall {
  organizationId: string;
  /** The same key on another route, or from another kind of caller, is another key. */
  route: string;
  /** Value of `Idempotency-Key`; `null` without one. */
  key: string | null;
  body: Uint8Array;
  /** The answer holds a secret, a clientToken say: the database keeps it sealed. @default false */
  holdsSecret?: boolean;
}

/**
 * Runs the request once a key: the first success is remembered and answered again. A refusal or a failure did nothing that
 * must not be repeated, and frees the key.
 */
export async function idempotent(
  context: RouteContext,
  call: IdempotentCall,
  run: (claimId: string | null) => Promise<Response>,
): Promise<Response> {
  const { organizationId, route, key, holdsSecret = false } = call;
  if (key === null) return run(null);
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    return wrongField('Idempotency-Key', 'must have 1 to 255 visible ASCII characters.');
  }
  const store = context.idempotency;
  const claim = await store.claim(organizationId, route, key, createHash('sha256').update(call.body).digest('hex'));
  switch (claim.status) {
    case 'replay':
      return jsonResponse(claim.body, claim.httpStatus, { 'idempotency-replayed': 'true' });
    case 'in_flight':
      return problemResponse(
        'CONFLICT',
        'The first request with this Idempotency-Key is not answered yet; ask again.',
        {
          headers: { 'retry-after': '1' },
        },
      );
    case 'other_body':
      return problemResponse('IDEMPOTENCY_KEY_REUSED', 'Use a new Idempotency-Key for a new request.', {
        field: 'Idempotency-Key',
      });
    case 'fresh':
      break;
  }

  let response: Response;
  try {
    response = await run(claim.claimId);
  } catch (error) {
    await store.release(organizationId, route, key);
    throw error;
  }
  if (!response.ok) {
    await store.release(organizationId, route, key);
    return response;
  }
  const body = await response.text();
  try {
    await store.finish(organizationId, route, key, { httpStatus: response.status, body, holdsSecret });
  } catch {
    // The work is done and its answer is true; only a repetition within the next minute would not hear it again.
    context.log.error({ route }, 'An idempotent answer could not be kept');
  }
  return jsonResponse(body, response.status);
}

function jsonResponse(body: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}
