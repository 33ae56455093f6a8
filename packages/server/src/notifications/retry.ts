import { OWN_REFUSALS } from '../providers/send-outcome.js';

const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** Of the time for which a message is worth trying: a vendor that is back is asked again while it still matters. */
const LONGEST_SHARE = 0.1;

/**
 * Full jitter: somewhere up to a ceiling that doubles with each try, never before the vendor's own `Retry-After`.
 *
 * @param tries - 1 for the first; those that asked a vendor
 * @param worthForMs - for how long the message is worth trying, from its beginning
 */
export function retryDelayMs(tries: number, retryAfterMs: number | null, random: number, worthForMs: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, worthForMs * LONGEST_SHARE, FIRST_RETRY_MS * 2 ** (tries - 1));
  return Math.max(retryAfterMs ?? 0, Math.round(random * ceiling));
}

/** Tries that asked a vendor: what our own limiter or a claim's age held back makes no pause longer. */
export function countTries(attempts: readonly { errorCode: string | null }[]): number {
  return attempts.filter(({ errorCode }) => !OWN_REFUSALS.some((own) => own === errorCode)).length;
}
