/** The key of a request, as this run holds it. */
export interface ClaimedKey {
  organizationId: string;
  route: string;
  key: string;
  /** What the request does has this id. It is the same for a repetition of a request whose first run ended without an answer. */
  claimId: string;
  /** Names this run among those of its key: one that another has taken over writes nothing more. */
  runName: string;
  /** A run before this one may have begun something. */
  isRepeated: boolean;
}

export type IdempotencyClaim =
  | ({ status: 'fresh' } & ClaimedKey)
  | { status: 'replay'; httpStatus: number; body: string }
  | { status: 'in_flight' }
  | { status: 'other_body' };

/** Remembers the first answer of a key for 24 hours. Keys are per organization and route. */
export interface IdempotencyStore {
  /** One statement; a claim whose owner died is taken over after a minute. */
  claim(organizationId: string, route: string, key: string, bodyHash: string): Promise<IdempotencyClaim>;
  finish(claim: ClaimedKey, answer: { httpStatus: number; body: string; holdsSecret: boolean }): Promise<void>;
  /** Nothing was begun: the key is free again. */
  release(claim: ClaimedKey): Promise<void>;
  /** Something may have begun: the next request of the same body takes over at once, with the same `claimId`. */
  handOver(claim: ClaimedKey): Promise<void>;
}
