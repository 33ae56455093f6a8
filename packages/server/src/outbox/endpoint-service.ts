import type { CreateEventEndpointRequest, EventEndpoint, EventEndpointCreated } from '@whatsapp-optin/sdk/contract';
import type { EventPoster } from './event-poster.js';
import type { EndpointChanges, EventEndpointStore } from './endpoint-store.js';
import { createWebhookSecret } from './webhook-secret.js';

const OVERLAP_HOURS = 24;

export type EndpointResult<Endpoint = EventEndpoint> =
  | { status: 'done'; endpoint: Endpoint }
  | { status: 'refused_url'; why: string }
  | { status: 'too_many' }
  | { status: 'unknown' };

export interface EndpointServiceParts {
  store: EventEndpointStore;
  poster: Pick<EventPoster, 'refuse'>;
  /** Called when events may be due. */
  onDue(): void;
}

export type EventEndpointService = ReturnType<typeof createEventEndpointService>;

/** What staff do with the addresses that events go to. */
export function createEventEndpointService({ store, poster, onDue }: EndpointServiceParts) {
  const { list, find, deliveries } = store;
  const withWake = async (replaying: Promise<number>): Promise<number> => {
    const events = await replaying;
    if (events > 0) onDue();
    return events;
  };
  return {
    list,
    find,
    deliveries,
    delete: (organizationId: string, id: string) => store.delete(organizationId, id),
    async create(
      organizationId: string,
      { url, description = '', types = [] }: CreateEventEndpointRequest,
    ): Promise<EndpointResult<EventEndpointCreated>> {
      const why = poster.refuse(url);
      if (why !== null) return { status: 'refused_url', why };
      const secret = createWebhookSecret();
      const endpoint = await store.insert(organizationId, { url, description, types, secret });
      return endpoint === null ? { status: 'too_many' } : { status: 'done', endpoint: { ...endpoint, secret } };
    },
    async change(organizationId: string, id: string, changes: EndpointChanges): Promise<EndpointResult> {
      const why = changes.url === undefined ? null : poster.refuse(changes.url);
      if (why !== null) return { status: 'refused_url', why };
      const endpoint = await store.update(organizationId, id, changes);
      if (endpoint === null) return { status: 'unknown' };
      onDue();
      return { status: 'done', endpoint };
    },
    async rotate(
      organizationId: string,
      id: string,
      overlapHours = OVERLAP_HOURS,
    ): Promise<EndpointResult<EventEndpointCreated>> {
      const secret = createWebhookSecret();
      const endpoint = await store.rotate(organizationId, id, { secret, overlapHours });
      return endpoint === null ? { status: 'unknown' } : { status: 'done', endpoint: { ...endpoint, secret } };
    },
    replayOne: (organizationId: string, id: string, eventId: string) =>
      withWake(store.replayOne(organizationId, id, eventId)),
    replayRange: (organizationId: string, id: string, range: Parameters<EventEndpointStore['replayRange']>[2]) =>
      withWake(store.replayRange(organizationId, id, range)),
    async sendTest(organizationId: string, id: string): Promise<string> {
      const eventId = await store.emitTest(organizationId, id);
      onDue();
      return eventId;
    },
  };
}
