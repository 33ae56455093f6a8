/** A count that took longer than this rests for so many times as long: a large organization's page costs little. */
const QUICK_MS = 1_000;
const REST_FACTOR = 20;

/**
 * Recounts on request, so that a report is current. One count at a time for an organization: requests that arrive
 * during a count share the next one.
 */
export function createFreshCounts(
  count: (organizationId: string) => Promise<void>,
  now: () => number,
): (organizationId: string) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const queued = new Map<string, Promise<void>>();
  const restingUntil = new Map<string, number>();

  const run = (organizationId: string): Promise<void> => {
    const begunAt = now();
    const counting = count(organizationId).finally(() => {
      underWay.delete(organizationId);
      const tookMs = now() - begunAt;
      if (tookMs > QUICK_MS) restingUntil.set(organizationId, now() + tookMs * REST_FACTOR);
    });
    underWay.set(organizationId, counting);
    return counting;
  };

  return async (organizationId) => {
    if (now() < (restingUntil.get(organizationId) ?? 0)) return;
    const current = underWay.get(organizationId);
    if (current === undefined) return run(organizationId);
    let next = queued.get(organizationId);
    if (next === undefined) {
      const begin = (): Promise<void> => {
        queued.delete(organizationId);
        return run(organizationId);
      };
      next = current.then(begin, begin);
      queued.set(organizationId, next);
    }
    return next;
  };
}
