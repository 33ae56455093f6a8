import type { EventDelivery, EventDeliveryStatus, EventEndpoint, EventType } from '@whatsapp-optin/sdk/contract';
import type { Page, PageRequest } from '../admin-queries/page.js';

/** What staff change of an endpoint; what is left out stays. */
export interface EndpointChanges {
  url?: string;
  description?: string;
  types?: EventType[];
  enabled?: boolean;
}

/** Events of a range, by when their facts were written. */
export interface ReplayRange {
  since: Date;
  until: Date;
  /** `all`: those that were delivered, too, and those from before the endpoint was made. */
  which: 'dead' | 'all';
}

/** The side of staff. Every method is about one organization. */
export interface EventEndpointStore {
  /** Oldest first. */
  list(organizationId: string): Promise<EventEndpoint[]>;
  /** `null`: there is none of this id. */
  find(organizationId: string, id: string): Promise<EventEndpoint | null>;
  /** `null`: there are as many as an organization may have. */
  insert(
    organizationId: string,
    endpoint: { url: string; description: string; types: readonly EventType[]; secret: string },
  ): Promise<EventEndpoint | null>;
  update(organizationId: string, id: string, changes: EndpointChanges): Promise<EventEndpoint | null>;
  /** With all that is owed to it. @returns whether there was one */
  delete(organizationId: string, id: string): Promise<boolean>;
  /** The present secret becomes the former one for so long; 0: it is forgotten. */
  rotate(
    organizationId: string,
    id: string,
    secrets: { secret: string; overlapHours: number },
  ): Promise<EventEndpoint | null>;
  /** Newest first. */
  deliveries(
    organizationId: string,
    request: PageRequest & { endpointId: string; status?: EventDeliveryStatus; type?: EventType },
  ): Promise<Page<EventDelivery>>;
  /** @returns how many are due again: 0 or 1 */
  replayOne(organizationId: string, id: string, eventId: string): Promise<number>;
  /** @returns how many are due again */
  replayRange(organizationId: string, id: string, range: ReplayRange): Promise<number>;
  /** Writes an `account.alert` of the kind `test` for this endpoint alone. @returns its id */
  emitTest(organizationId: string, id: string): Promise<string>;
}
