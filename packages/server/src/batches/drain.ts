import { setTimeout as delay } from 'node:timers/promises';

/** While work is under way, new due work is looked for so often: one that hangs delays no other by more. */
const LOOK_AGAIN_MS = 250;

export interface DrainParts<Work> {
  /**
   * Takes due work for this process alone.
   *
   * @param full - groups of which nothing more is wanted now
   */
  take(limit: number, full: readonly string[]): Promise<readonly Work[]>;
  /** Must not reject. */
  work(item: Work): Promise<void>;
  /** Who may be slow: one such group gets no more than three quarters of the places. */
  groupOf(item: Work): string;
  /** How many items may be under way. */
  atOnce: number;
}

/**
 * Does all due work, or what it has begun when `stopping` aborts. A place that comes free is taken again: nothing waits for the
 * slowest.
 *
 * @returns how many items it did
 */
export async function drain<Work>(parts: DrainParts<Work>, stopping?: AbortSignal): Promise<number> {
  const { atOnce } = parts;
  const underWay = new Map<string, number>();
  let places = atOnce;
  let done = 0;
  let onPlace = (): void => undefined;

  const begin = (item: Work): void => {
    const group = parts.groupOf(item);
    const change = (by: number): void => {
      places -= by;
      underWay.set(group, (underWay.get(group) ?? 0) + by);
    };
    change(1);
    void parts.work(item).then(() => {
      change(-1);
      done += 1;
      onPlace();
    });
  };
  /** Resolves when so many places are free, or after a while. */
  const wait = async (wanted: number): Promise<void> => {
    if (places >= wanted) return;
    const over = new AbortController();
    const freed = new Promise<void>((resolve) => {
      onPlace = () => {
        if (places >= wanted) resolve();
      };
    });
    const late = delay(LOOK_AGAIN_MS, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([freed, late]);
    over.abort();
  };

  // Few places are worth no statement.
  const chunk = Math.ceil(atOnce / 4);
  for (;;) {
    let wanted = atOnce;
    let isOver = true;
    if (places > 0 && !stopping?.aborted) {
      const full = [...underWay].filter(([, count]) => count >= atOnce / 2).map(([group]) => group);
      const limit = Math.min(places, chunk);
      const taken = await parts.take(limit, full);
      taken.forEach(begin);
      isOver = taken.length < limit && full.length === 0;
      if (taken.length === limit) wanted = chunk;
      else if (!isOver) wanted = Math.min(atOnce, places + chunk);
    }
    await wait(wanted);
    if (places === atOnce && (isOver || stopping?.aborted)) return done;
  }
}
