const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 60 * 60_000;
/** From the first try to the dead letter. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

/**
 * Until the next try: a doubling delay of up to an hour, of which the later half is random, and never sooner than the
 * receiver's own `Retry-After`.
 *
 * @param tries - those that failed, this one included
 * @returns `null`: the event has been tried for a day
 */
export function nextTryInMs(
  { tries, triedForMs }: { tries: number; triedForMs: number },
  retryAfterMs: number | null,
  { random, firstRetryMs = FIRST_RETRY_MS }: { random: () => number; firstRetryMs?: number | undefined },
): number | null {
  if (triedForMs >= GIVE_UP_AFTER_MS) return null;
  const ceiling = Math.min(LONGEST_RETRY_MS, firstRetryMs * 2 ** (tries - 1));
  const delayMs = Math.max(retryAfterMs ?? 0, Math.round(ceiling * (0.5 + random() / 2)));
  // The last try is at the end of the day.
  return Math.min(delayMs, GIVE_UP_AFTER_MS - triedForMs);
}
