import type { HttpHandler } from '../http/create-http-handler.js';
import type { JobEngine } from '../jobs/job-engine.js';
import type { Log } from '../log.js';
import { createEventEndpointService } from '../outbox/endpoint-service.js';
import type { EventListeners } from '../outbox/event-listeners.js';
import { createEventPoster } from '../outbox/event-poster.js';
import { createEventWorker } from '../outbox/event-worker.js';
import type { ResolvedOptions } from '../config/resolve-options.js';
import type { Database } from '../storage/database.js';
import { claimJobRun } from '../storage/job-runs.js';
import type { Stores } from '../storage/create-stores.js';

/** Opt-ins that ran out become events. */
const EXPIRY_INTERVAL_SECONDS = 15;

export interface EventParts {
  database: Database;
  stores: Pick<Stores, 'outbox' | 'eventEndpoints'>;
  listeners: EventListeners;
  log: Log;
  settings: Pick<ResolvedOptions, 'organizations' | 'webhookAllowedHosts'>;
  firstRetryMs: number | undefined;
  jobs(): Pick<JobEngine, 'wake' | 'wakeAfter'>;
}

/** Events out, joined: the endpoints, the listeners, and the worker that serves both. */
export function connectEvents({ database, stores, listeners, log, settings, firstRetryMs, jobs }: EventParts) {
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
    sweep: [
      (stopping?: AbortSignal) => worker.processDue(stopping),
      async () => {
        if (worker.isWanted() && (await claimJobRun(database, 'opt-in-expiries', EXPIRY_INTERVAL_SECONDS)))
          await worker.emitExpired();
      },
    ],
    /** What a request has written may be due at once. Where nobody waits for events, this costs nothing. */
    nudgeAfter(handle: HttpHandler): HttpHandler {
      return async (request, info) => {
        const response = await handle(request, info);
        if (request.method !== 'GET' && worker.isWanted()) wake();
        return response;
      };
    },
    async close(): Promise<void> {
      stopWatching();
      await poster.close();
    },
  };
}
