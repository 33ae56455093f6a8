import type { EventType } from './events.js';

/** Where events go: one row of `GET /api/admin/webhooks`. */
export interface EventEndpoint {
  /** UUID. */
  id: string;
  /** Where events are posted. */
  url: string;
  /** For staff; may be empty. */
  description: string;
  /** Empty: all. */
  types: EventType[];
  /** `false`: nothing is posted, and nothing is kept for it. */
  enabled: boolean;
  /** `gone`: it answered 410; `null` where it is enabled. */
  disabledReason: 'staff' | 'gone' | null;
  /** The former secret signs too until then, ISO 8601; `null`: there is none. */
  formerSecretUntil: string | null;
  /** Failures since the last success. */
  failures: number;
  /** After several failures nothing is posted until then, ISO 8601. */
  pausedUntil: string | null;
  /** ISO 8601; `null`: never. */
  lastSuccessAt: string | null;
  /** ISO 8601; `null`: never. */
  lastFailureAt: string | null;
  /** How many events wait or failed for good, counted up to 10,000. */
  pending: number;
  /** How many events failed for good, counted up to 10,000. */
  dead: number;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** Answer of `GET /api/admin/webhooks`. */
export interface EventEndpointList {
  /** Oldest first; empty without one. */
  items: EventEndpoint[];
}

/** Answer of `POST /api/admin/webhooks` and of a rotation: the secret is shown this once. */
export interface EventEndpointCreated extends EventEndpoint {
  /** `whsec_…` */
  secret: string;
}

/** Body of `POST /api/admin/webhooks`. */
export interface CreateEventEndpointRequest {
  /** https, at a public address, or a `host:port` that the operator allows. */
  url: string;
  /** For staff, at most 200 characters. Default: empty. */
  description?: string;
  /** Default: all. */
  types?: EventType[];
}

/** Body of `PUT /api/admin/webhooks/:id`; what is left out stays. */
export interface EventEndpointChanges {
  /** https, at a public address, or a `host:port` that the operator allows. */
  url?: string;
  /** For staff, at most 200 characters. */
  description?: string;
  /** Empty: all. */
  types?: EventType[];
  /** `false` stops posting; what waits is posted once it is `true` again. */
  enabled?: boolean;
}

/** Body of `POST /api/admin/webhooks/:id/rotate`. */
export interface RotateEventSecretRequest {
  /** How long the former secret signs too: 0 to 168, default 24. */
  overlapHours?: number;
}

/** What has become of an event at an endpoint. */
export const EVENT_DELIVERY_STATUSES = ['pending', 'delivered', 'dead'] as const;
/** One of `EVENT_DELIVERY_STATUSES`. */
export type EventDeliveryStatus = (typeof EVENT_DELIVERY_STATUSES)[number];

/** One event at one endpoint. */
export interface EventDelivery {
  /** The header `webhook-id`. */
  eventId: string;
  /** One of `EVENT_TYPES`. */
  type: EventType;
  /** The host's ticket; `null`: none. */
  ticketId: string | null;
  /** `pending` until it arrives, `dead` after a day of tries. */
  status: EventDeliveryStatus;
  /** Posts so far, the first one included. */
  tries: number;
  /** The last answer; `null`: none came. */
  httpStatus: number | null;
  /** Why the last try failed; `null`: it did not. */
  lastError: string | null;
  /** ISO 8601; `null` where it is not pending. */
  nextTryAt: string | null;
  /** When the fact was written, ISO 8601. */
  createdAt: string;
  /** Of the last try, ISO 8601. */
  updatedAt: string;
}

/** Answer of `GET /api/admin/webhooks/:id/deliveries`, newest first. */
export interface EventDeliveryPage {
  /** Newest first. */
  items: EventDelivery[];
  /** For the next page; `null`: this is the last. */
  nextCursor: string | null;
}

/** Body of `POST /api/admin/webhooks/:id/replay`: one event, or those of a range. */
export interface ReplayEventsRequest {
  /** The header `webhook-id` of one event. */
  eventId?: string;
  /** ISO 8601; from then, */
  since?: string;
  /** before then; default: now. */
  until?: string;
  /** `dead`: only what failed for good, the default of a range. `all`: everything that the endpoint wants, delivered or not. */
  which?: 'dead' | 'all';
}

/** Answer of a replay and of a test: how many events are due again. */
export interface EventsReplayed {
  /** How many events are due again. */
  events: number;
}
