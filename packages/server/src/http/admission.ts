import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAdaptiveLimit } from './adaptive-limit.js';

/** Often enough to follow a burst, long enough for some work to end within. */
const WINDOW_MS = 100;
/** A request that is refused has its answer within 1 s, the late event loop included. */
const LONGEST_WAIT_MS = 500;
/** About 20 KB each. With a body that is not read yet, more cost memory and would not be served in time. */
const MAX_WAITING = 512;
/** One of the rest that takes longer waits for a vendor, not for us: it gives its place to another. */
const PLACE_MS = 500;
/** A sender whose body takes longer has no place meanwhile: a crowd of slow ones would keep all others out. */
const BODY_MS = 100;
/** Requests that wait for vendors, at about 20 KB each. */
const MAX_UNDER_WAY = 2_000;
const LOOP_RESOLUTION_MS = 20;

/** `exempt`: says how the server is. `first`: what customers say, STOP among it. `rest`: everything else. */
export type Precedence = 'exempt' | 'first' | 'rest';

/** A request that was let in. */
export interface Entry {
  /** Its body is here whole, or it has none. */
  onBodyRead(): void;
  /** It is answered. `isMeasure`: how long it took says how busy the server is. */
  leave(answer: { isMeasure: boolean }): void;
}

/** Lets requests in while the server keeps up, and refuses the others in time. */
export interface Admission {
  /** @returns `null` where there is no room */
  enter(precedence: Precedence): Promise<Entry | null>;
  close(): void;
}

/** Of a request that counts for nothing. */
export const UNCOUNTED: Entry = { onBodyRead: () => undefined, leave: () => undefined };

export interface AdmissionParts {
  /** The shortest statement there is, in the queue of all others. */
  probe(): Promise<unknown>;
  /** How many requests may be under way before anything is known of the machine. */
  first: number;
  /** Called at most once a second, with the count of requests refused since the last call. */
  onRefused(count: number): void;
}

interface Waiting {
  sinceMs: number;
  settle(isLetIn: boolean): void;
}

const REPORT_MS = 1_000;

/** The order within a precedence is the order in which requests came. */
export function createAdmission({ probe, first, onRefused }: AdmissionParts): Admission {
  const limit = createAdaptiveLimit(first);
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  loop.enable();
  const waiting: Record<'first' | 'rest', Set<Waiting>> = { first: new Set(), rest: new Set() };
  let places = 0;
  let underWay = 0;
  let wasReached = false;
  let probedAtMs: number | null = null;
  let refused = 0;
  let reportedAtMs = -Infinity;

  const begin = (precedence: 'first' | 'rest'): Entry => {
    let startedAtMs = performance.now();
    let holdsPlace = true;
    let isCounted = true;
    places += 1;
    underWay += 1;
    const giveBack = (): void => {
      if (!holdsPlace) return;
      holdsPlace = false;
      places -= 1;
      letIn();
    };
    const uncount = (): void => {
      if (isCounted) underWay -= 1;
      isCounted = false;
    };
    const setAside = (): void => {
      uncount();
      giveBack();
    };
    let timer: NodeJS.Timeout | undefined = setTimeout(setAside, BODY_MS).unref();
    return {
      onBodyRead() {
        clearTimeout(timer);
        timer = precedence === 'rest' ? setTimeout(giveBack, PLACE_MS).unref() : undefined;
        startedAtMs = performance.now();
        if (!isCounted) underWay += 1;
        isCounted = true;
      },
      leave({ isMeasure }) {
        clearTimeout(timer);
        uncount();
        if (isMeasure) limit.note('request', performance.now() - startedAtMs);
        giveBack();
      },
    };
  };
  const hasPlace = (): boolean => places < limit.value && underWay < MAX_UNDER_WAY;
  const letIn = (): void => {
    for (const queue of [waiting.first, waiting.rest]) {
      for (const one of queue) {
        if (!hasPlace()) return;
        queue.delete(one);
        one.settle(true);
      }
    }
  };
  const refuse = (): null => {
    refused += 1;
    return null;
  };
  const startProbe = (nowMs: number): void => {
    if (probedAtMs !== null) limit.note('probe', nowMs - probedAtMs);
    else if (places >= limit.value / 2) {
      probedAtMs = nowMs;
      const end = (): void => {
        limit.note('probe', performance.now() - nowMs);
        probedAtMs = null;
      };
      probe().then(end, end);
    }
  };

  const timer = setInterval(() => {
    const nowMs = performance.now();
    for (const queue of [waiting.first, waiting.rest]) {
      for (const one of queue) {
        if (nowMs - one.sinceMs < LONGEST_WAIT_MS - WINDOW_MS) break;
        queue.delete(one);
        one.settle(false);
      }
    }
    startProbe(nowMs);
    const loopDelayMs = loop.count > 0 ? loop.mean / 1e6 - LOOP_RESOLUTION_MS : 0;
    loop.reset();
    limit.endWindow({ loopDelayMs, wasReached });
    wasReached = false;
    letIn();
    if (refused > 0 && nowMs - reportedAtMs >= REPORT_MS) {
      onRefused(refused);
      refused = 0;
      reportedAtMs = nowMs;
    }
  }, WINDOW_MS).unref();

  return {
    async enter(precedence) {
      if (precedence === 'exempt') return UNCOUNTED;
      const queues = precedence === 'first' ? [waiting.first] : [waiting.first, waiting.rest];
      if (hasPlace() && queues.every(({ size }) => size === 0)) return begin(precedence);
      wasReached = true;
      if (waiting.first.size + waiting.rest.size >= MAX_WAITING) return refuse();
      const entry = await new Promise<Entry | null>((resolve) => {
        // Its place is taken in the turn in which it is let in.
        const settle = (isLetIn: boolean): void => resolve(isLetIn ? begin(precedence) : null);
        waiting[precedence].add({ sinceMs: performance.now(), settle });
      });
      return entry ?? refuse();
    },
    close() {
      clearInterval(timer);
      loop.disable();
      for (const queue of [waiting.first, waiting.rest]) for (const one of queue) one.settle(true);
    },
  };
}
