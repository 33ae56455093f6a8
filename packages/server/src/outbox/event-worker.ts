import { drain, type DrainParts } from '../batches/drain.js';
import type { Log } from '../log.js';
import type { DueDelivery, DuePost, OutboxStore } from './event-delivery.js';
import type { EventListeners } from './event-listeners.js';
import type { EventPoster } from './event-poster.js';
import { nextTryInMs } from './retry-schedule.js';

/** Requests under way at once, of one process. */
const POSTS_AT_ONCE = 32;
/** Listeners share the thread with everything else. */
const LISTENED_AT_ONCE = 8;
const HEARTBEAT_MS = 5 * 60_000;

export interface EventWorkerParts {
  store: OutboxStore;
  poster: Pick<EventPoster, 'post'>;
  listeners: EventListeners;
  organizationIds: readonly string[];
  log: Log;
  random: () => number;
  /** For tests. */
  firstRetryMs?: number | undefined;
  /** Called when a failed event is due again. */
  onDueIn(delayMs: number): void;
}

/** An event that is done makes the next one of its ticket due. */
async function drainAll<Due>(parts: DrainParts<Due>, stopping: AbortSignal | undefined): Promise<void> {
  while ((await drain(parts, stopping)) > 0 && !stopping?.aborted);
}

/** Takes what is due from the outbox: posts it to endpoints, and hands it to listeners of this process. */
export function createEventWorker(parts: EventWorkerParts) {
  const { store, poster, listeners, organizationIds, log } = parts;
  let heardAtMs = -Infinity;
  let heardTypes = '';
  let isWanted = false;

  const post = async (due: DuePost): Promise<void> => {
    const outcome = await poster.post(due);
    if (outcome.error === null) return store.recordDelivered(due, outcome.httpStatus);
    const { random, firstRetryMs } = parts;
    const inMs = nextTryInMs(due, outcome.retryAfterMs, { random, firstRetryMs });
    await store.recordFailed(due, outcome, inMs);
    if (outcome.httpStatus === 410) await store.disableGone(due);
    if (inMs !== null) return parts.onDueIn(inMs);
    const { id, type, organizationId } = due.event;
    log.warn({ organizationId, eventId: id, type, error: outcome.error }, 'an event is a dead letter');
  };
  const listen = async (due: DueDelivery): Promise<void> => {
    await listeners.emit(due.event);
    await store.recordDelivered(due, null);
  };
  /** What is not recorded is due again after its lease. */
  const safely =
    <Due extends DueDelivery>(work: (due: Due) => Promise<void>) =>
    (due: Due): Promise<void> =>
      work(due).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        log.error({ error: name, eventId: due.event.id }, 'an event could not be recorded');
      });
  const groupOf = ({ event }: DueDelivery): string => event.organizationId;

  const heartbeat = async (): Promise<void> => {
    const types = listeners.types().join();
    if (types === '' || (types === heardTypes && performance.now() - heardAtMs < HEARTBEAT_MS)) return;
    await store.listen(organizationIds, listeners.types());
    heardAtMs = performance.now();
    heardTypes = types;
  };

  return {
    /** Whether anybody here waits for events: what has just been written may be due. */
    isWanted: () => isWanted || listeners.types().length > 0,
    heartbeat,
    /** Emits what ran out meanwhile. */
    emitExpired: () => store.emitExpiredOptIns(),
    /** Asked by a sweep, too: what another process wrote, or lost, is found here. */
    async processDue(stopping?: AbortSignal): Promise<void> {
      await heartbeat();
      isWanted = await store.hasEndpoints(organizationIds);
      const work: Promise<unknown>[] = [];
      if (isWanted) {
        const take = (limit: number, full: readonly string[]) => store.takePosts(limit, { organizationIds, full });
        work.push(drainAll({ take, work: safely(post), groupOf, atOnce: POSTS_AT_ONCE }, stopping));
      }
      if (listeners.types().length > 0) {
        const take = (limit: number, full: readonly string[]) =>
          store.takeForListeners(limit, { organizationIds, full, types: listeners.types() });
        work.push(drainAll({ take, work: safely(listen), groupOf, atOnce: LISTENED_AT_ONCE }, stopping));
      }
      await Promise.all(work);
    },
  };
}
