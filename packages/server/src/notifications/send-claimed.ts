import type { SendFailure } from '../providers/send-outcome.js';
import { NO_RESULT, type SendResult } from './send-result.js';

/**
 * Longest time from before a claim's statement to the vendor's call, in milliseconds. Much less than the session margin and the
 * lease of a run, which trust that a claimed send leaves soon; more than a busy database takes for a statement.
 */
export const LONGEST_CLAIM_MS = 10_000;

/** The clocks of this process, in milliseconds. */
export interface Clocks {
  /** Never goes back. It may stand still while the machine is suspended. */
  monotonicMs(): number;
  /** Goes on while the machine is suspended. Somebody may set it. */
  wallMs(): number;
}

export const SYSTEM_CLOCKS: Clocks = {
  monotonicMs: () => performance.now(),
  wallMs: () => Date.now(),
};

const FAILURE: SendFailure = { action: 'retry', retryAfterMs: null, errorCode: 'claim_expired' };

/** No vendor was called: a later claim may allow the same message again. */
export const CLAIM_EXPIRED: SendResult = {
  ...NO_RESULT,
  status: 'failed',
  reason: 'expired',
  errorCode: FAILURE.errorCode,
  failure: FAILURE,
};

/**
 * Claims a send and makes it. Between the two the process may be frozen, or its network may stall: what the claim has checked may
 * be untrue by then, so that no call follows a claim of more than `LONGEST_CLAIM_MS`.
 *
 * @param claim - one statement that checks and stores the attempt; `null`: claimed
 * @param send - the vendor's call; it begins at once
 * @returns the refusal of the claim, the result of the call, or `CLAIM_EXPIRED`
 */
export async function sendClaimed<Refusal>(
  clocks: Clocks,
  claim: () => Promise<Refusal | null>,
  send: () => Promise<SendResult>,
): Promise<Refusal | SendResult> {
  const monotonicMs = clocks.monotonicMs();
  const wallMs = clocks.wallMs();
  const refused = await claim();
  if (refused !== null) return refused;
  const ageMs = Math.max(clocks.monotonicMs() - monotonicMs, clocks.wallMs() - wallMs);
  return ageMs > LONGEST_CLAIM_MS ? CLAIM_EXPIRED : send();
}
