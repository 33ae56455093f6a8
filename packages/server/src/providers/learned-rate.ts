/** Refusals of one moment are one refusal: they were under way together. */
const SAME_REFUSAL_MS = 1_000;
const RECOVERY_STEP_MS = 10_000;
/** Of the full rate, regained with each step. */
const RECOVERY_SHARE = 0.1;

/** How fast a vendor takes messages, as its refusals show. */
export interface LearnedRate {
  /** Messages a second now: at most the full rate, at least one. */
  perSecond(): number;
  /** The vendor has answered that messages come too fast. */
  refused(): void;
}

/**
 * Halves the rate at each refusal, and regains a tenth of the full one every ten seconds without any. Each server learns by
 * itself.
 *
 * @param now - in milliseconds
 */
export function createLearnedRate(
  fullPerSecond: number,
  now: () => number = performance.now.bind(performance),
): LearnedRate {
  let current = fullPerSecond;
  let refusedAt = -Infinity;
  let steppedAt = -Infinity;

  const recover = (): void => {
    if (current >= fullPerSecond) return;
    const steps = Math.floor((now() - steppedAt) / RECOVERY_STEP_MS);
    if (steps <= 0) return;
    current = Math.min(fullPerSecond, current + steps * RECOVERY_SHARE * fullPerSecond);
    steppedAt += steps * RECOVERY_STEP_MS;
  };

  return {
    perSecond() {
      recover();
      return Math.max(1, current);
    },
    refused() {
      recover();
      const at = now();
      if (at - refusedAt >= SAME_REFUSAL_MS) {
        current = Math.max(1, current / 2);
        refusedAt = at;
      }
      steppedAt = at;
    },
  };
}
