import type { PushOutcome } from '../push-sender.js';

/** One request, and how long the push service asked to wait before the next; `null` where it named nothing. */
export interface PushTry {
  outcome: PushOutcome;
  askedWaitMs: number | null;
}

export interface TryWithinInput {
  endsAtMs: number;
  now: () => number;
  wait: (delayMs: number) => Promise<unknown>;
  random: () => number;
}

/** Waits before the second and the third try where none is named. Short: the next tier waits for this one. */
const DELAYS_MS = [250, 1_000];

/** The caller honours a longer wait; a customer who is called to the counter gets the next tier meanwhile. */
const LONGEST_WAIT_MS = 3_000;

/** Tries at most three times, as long as the outcome may be repeated and the deadline lets it. @returns the last outcome. */
export async function tryWithin(request: () => Promise<PushTry>, input: TryWithinInput): Promise<PushOutcome> {
  const { endsAtMs, now, wait, random } = input;
  let last = await request();
  for (const delayMs of DELAYS_MS) {
    if (!mayRepeat(last.outcome)) break;
    // Between half and all of it, so that devices that failed together do not come back together.
    const waitMs = last.askedWaitMs ?? Math.round(delayMs * (0.5 + random() / 2));
    if (waitMs > LONGEST_WAIT_MS || now() + waitMs >= endsAtMs) break;
    await wait(waitMs);
    last = await request();
  }
  return last.outcome;
}

/** After a timeout the deadline is over. */
function mayRepeat(outcome: PushOutcome): boolean {
  return outcome.status === 'failed' && outcome.retryAfterMs !== null && outcome.errorCode !== 'timeout';
}
