import type { JobEngine } from '../jobs/job-engine.js';
import type { Log } from '../log.js';
import { createEventEndpointService } from '../outbox/endpoint-service.js';
import type { EventListeners } from '../outbox/event-listeners.js';
import { createEventPoster } from '../outbox/event-poster.js';
import { createEventWorker } from '../outbox/event-worker.js';
import type { ResolvedOptions } from '../config/resolve-options.js';
import type { Stores } from '../storage/create-stores.js';

export interface EventParts {
  stores: Pick<Stores, 'outbox' | 'eventEndpoints'>;
  listeners: EventListeners;
  log: Log;
  settings: Pick<ResolvedOptions, 'organizations' | 'webhookAllowedHosts'>;
  firstRetryMs: number | undefined;
  jobs(): Pick<JobEngine, 'wake' | 'wakeAfter'>;
}

/** What the host is told, joined: the endpoints, the listeners, and the worker that serves both. */
export function connectEvents({ stores, listeners, log, settings, firstRetryMs, jobs }: EventParts) {
  const poster = createEventPoster({ allowedHosts: settings.webhookAllowedHosts });
  const worker = createEventWorker({
    store: stores.outbox,
    poster,
    listeners,
    organizationIds: settings.organizations.map(({ organization }) => organization.id),
    log,
    random: Math.random,
    firstRetryMs,
    onDueIn: (delayMs) => jobs().wakeAfter('events', delayMs),
  });
  const wake = (): void => jobs().wake('events');
  const stopWatching = listeners.onAdded(wake);
  return {
    worker,
    endpoints: createEventEndpointService({ store: stores.eventEndpoints, poster, onDue: wake }),
    /** After what may have written events: where nobody waits for any, it costs nothing. */
    nudge(): void {
      if (worker.isWanted()) wake();
    },
    async close(): Promise<void> {
      stopWatching();
      await poster.close();
    },
  };
}
