import { LIVE_TOPICS, type LiveTopic } from '@whatsapp-optin/sdk/contract';
import { AdminError } from './admin-error.js';
import { createEventParser, type ServerEvent } from './create-event-parser.js';

export type LiveStatus = 'off' | 'connecting' | 'live';

/** One stream for all components of a provider; open while somebody listens and the page is seen. */
export interface LiveFeed {
  /** Calls back with what has changed. @returns unsubscribe. */
  subscribe(listener: (topics: readonly LiveTopic[]) => void): () => void;
  watchStatus(listener: () => void): () => void;
  getStatus(): LiveStatus;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Wrong for good: asking again would only fill the server's log. */
const FINAL_STATUSES = [401, 403, 404];

/** @param open - opens the stream from after the event named; its body is server-sent events. */
export function createLiveFeed(open: (signal: AbortSignal, lastEventId: string) => Promise<Response>): LiveFeed {
  const listeners = new Set<(topics: readonly LiveTopic[]) => void>();
  const watchers = new Set<() => void>();
  let status: LiveStatus = 'off';
  let running: AbortController | null = null;
  let lastEventId = '';

  const turn = (next: LiveStatus) => {
    if (status === next) return;
    status = next;
    for (const watch of watchers) watch();
  };
  const take = (event: ServerEvent) => {
    lastEventId = event.id;
    const topics = topicsOf(event.data);
    if (topics.length > 0) for (const listen of listeners) listen(topics);
  };

  async function read(signal: AbortSignal): Promise<void> {
    const response = await open(signal, lastEventId);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) return;
    turn('live');
    const parse = createEventParser(take);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parse(value);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    while (!signal.aborted) {
      const openedAt = Date.now();
      try {
        turn('connecting');
        await read(signal);
      } catch (error) {
        if (error instanceof AdminError && FINAL_STATUSES.includes(error.status)) return turn('off');
      }
      if (signal.aborted) return;
      turn('connecting');
      // A stream that lived has earned a fresh start; one that breaks at once waits longer each time.
      if (Date.now() - openedAt > LONGEST_WAIT_MS) waitMs = FIRST_WAIT_MS;
      await pause(waitMs * (0.75 + Math.random() / 2), signal);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  const follow = () => {
    const wanted = listeners.size > 0 && !document.hidden;
    if (wanted && running === null) {
      running = new AbortController();
      void run(running.signal);
    } else if (!wanted && running !== null) {
      running.abort();
      running = null;
      turn('off');
    }
  };

  return {
    subscribe(listener) {
      if (listeners.size === 0) document.addEventListener('visibilitychange', follow);
      listeners.add(listener);
      follow();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) document.removeEventListener('visibilitychange', follow);
        follow();
      };
    },
    watchStatus(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    getStatus: () => status,
  };
}

/** What is no list of topics says nothing. */
function topicsOf(data: string): LiveTopic[] {
  try {
    const { topics } = JSON.parse(data) as { topics?: unknown };
    return Array.isArray(topics) ? LIVE_TOPICS.filter((topic) => topics.includes(topic)) : [];
  } catch {
    return [];
  }
}

function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, waitMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
