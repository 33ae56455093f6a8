const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 5 * 60_000;

/** Tries of one tier of one notification, or of one reply. */
export const MAX_TRIES = 5;

/** Full jitter: somewhere up to a doubling ceiling, never before the vendor's own `Retry-After`. */
export function retryDelayMs(tries: number, retryAfterMs: number | null, random: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1));
  return Math.max(retryAfterMs ?? 0, Math.round(random * ceiling));
}
