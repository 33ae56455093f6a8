import type { EventType } from '@whatsapp-optin/sdk/contract';

/** An event as it stands in the outbox. */
export interface StoredEvent {
  organizationId: string;
  /** The header `webhook-id`. */
  id: string;
  type: EventType;
  /** When the fact was written. */
  createdAt: Date;
  data: Record<string, unknown>;
}

/** One event that is due at one endpoint, taken for this process alone. */
export interface DueDelivery {
  event: StoredEvent;
  endpointId: string;
  /** The number of this try, the first one is 1: a later try of another process overrules what this one records. */
  tries: number;
  /** Since the first try. */
  triedForMs: number;
}

export interface DuePost extends DueDelivery {
  url: string;
  /** `whsec_…`, the present one first; none where they cannot be opened. */
  secrets: readonly string[];
}

/** What an endpoint answered. */
export interface PostOutcome {
  /** `null`: nothing came back. */
  httpStatus: number | null;
  /** `null`: it was taken. */
  error: string | null;
  /** As the answer asked. */
  retryAfterMs: number | null;
}

/** The side of the worker; staff's side is `EventEndpointStore`. */
export interface OutboxStore {
  /** Whether an endpoint of these organizations is enabled. */
  hasEndpoints(organizationIds: readonly string[]): Promise<boolean>;
  /** Takes the first due event of each ticket and endpoint. What is not recorded within the lease is due again. */
  takePosts(limit: number, whose: { organizationIds: readonly string[]; full: readonly string[] }): Promise<DuePost[]>;
  /** The same for listeners of these types. */
  takeForListeners(
    limit: number,
    whose: { organizationIds: readonly string[]; full: readonly string[]; types: readonly EventType[] },
  ): Promise<DueDelivery[]>;
  recordDelivered(delivery: DueDelivery, httpStatus: number | null): Promise<void>;
  /** @param inMs - until the next try; `null`: it is a dead letter now */
  recordFailed(delivery: DueDelivery, outcome: PostOutcome, inMs: number | null): Promise<void>;
  /** Stops posting to an endpoint that says it is gone. */
  disableGone(delivery: DueDelivery): Promise<void>;
  /** Says that a process listens to these types; holds for an hour. */
  listen(organizationIds: readonly string[], types: readonly EventType[]): Promise<void>;
  /** @returns how many opt-ins have run out since the last call, and are events now */
  emitExpiredOptIns(): Promise<number>;
}
