import { createHash } from 'node:crypto';
import type { NotificationDocument } from '@whatsapp-optin/sdk/contract';
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

/** An answer, and when it is the answer of its key from then on. A plain `Response` always is. */
export interface IdempotentAnswer {
  response: Response;
  /** `first`: something is still under way, so that only the first run of a key keeps it. `never`: something has failed. */
  keep: 'always' | 'first' | 'never';
}

/**
 * Runs the request once a key: the first success is remembered and answered again. A refusal did nothing, and frees the key. After
 * anything else something may have begun: a repetition goes on with the same id.
 */
export async function idempotent(
  context: RouteContext,
  call: IdempotentCall,
  run: (claimId: string | null) => Promise<Response | IdempotentAnswer>,
): Promise<Response> {
  const { organizationId, route, key, holdsSecret = false } = call;
  if (key === null) return toAnswer(await run(null)).response;
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

  // If this fails, too, a repetition takes over after a minute.
  const handOver = () => store.handOver(claim).catch(() => undefined);
  let answer: IdempotentAnswer;
  try {
    answer = toAnswer(await run(claim.claimId));
  } catch (error) {
    await handOver();
    throw error;
  }
  const { response, keep } = answer;
  const isRefusal = response.status >= 400 && response.status < 500;
  if (isRefusal && !claim.isRepeated) {
    await store.release(claim);
    return response;
  }
  if (!response.ok || keep === 'never' || (keep === 'first' && claim.isRepeated)) {
    await handOver();
    return response;
  }
  const body = await response.text();
  try {
    await store.finish(claim, { httpStatus: response.status, body, holdsSecret });
  } catch {
    // The work is done and its answer is true; only a repetition within the next minute would not hear it again.
    context.log.error({ route }, 'An idempotent answer could not be kept');
  }
  return jsonResponse(body, response.status);
}

/** The answer of these notifications: one that is not settled may become another. */
export function notificationAnswer(
  response: Response,
  notifications: readonly NotificationDocument[],
): IdempotentAnswer {
  return { response, keep: notifications.every(({ settled }) => settled) ? 'always' : 'first' };
}

const toAnswer = (answer: Response | IdempotentAnswer): IdempotentAnswer =>
  answer instanceof Response ? { response: answer, keep: 'always' } : answer;

function jsonResponse(body: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}
