/** Browsers open six connections to one origin over HTTP/1.1. Two stay free for requests. */
const STREAMS_PER_ORIGIN = 4;

interface Queue {
  open: number;
  /** First come, first served. */
  readonly waiting: Set<() => void>;
}

/** A page is its platform: there is one browser platform a page, and tests make their own. */
const pages = new WeakMap<object, Map<string, Queue>>();

/** A place among the streams of a page to one origin, or in the queue for one. */
export interface StreamSlot {
  /** False while it waits in the queue. */
  isOpen(): boolean;
  /** Whether another stream waits for a place. */
  isWanted(): boolean;
  /** Gives the place to the next in the queue, or leaves the queue. Idempotent. */
  release(): void;
}

/** @param open - called once, as soon as there is a place: at once where one is free */
export function takeStreamSlot(platform: object, origin: string, open: () => void): StreamSlot {
  const queue = queueOf(platform, origin);
  let state: 'waiting' | 'open' | 'released' = 'waiting';
  const enter = () => {
    queue.waiting.delete(enter);
    queue.open += 1;
    state = 'open';
    open();
  };
  if (queue.open < STREAMS_PER_ORIGIN) enter();
  else queue.waiting.add(enter);
  return {
    isOpen: () => state === 'open',
    isWanted: () => queue.waiting.size > 0,
    release() {
      const wasOpen = state === 'open';
      state = 'released';
      queue.waiting.delete(enter);
      if (!wasOpen) return;
      queue.open -= 1;
      const [next] = queue.waiting;
      next?.();
    },
  };
}

function queueOf(platform: object, origin: string): Queue {
  const origins = pages.get(platform) ?? new Map<string, Queue>();
  pages.set(platform, origins);
  const queue = origins.get(origin) ?? { open: 0, waiting: new Set() };
  origins.set(origin, queue);
  return queue;
}
