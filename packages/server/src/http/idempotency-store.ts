export type IdempotencyClaim =
  /** `claimId` is the same for a request that is repeated because its first run died: what that run did has this id. */
  | { status: 'fresh'; claimId: string }
  | { status: 'replay'; httpStatus: number; body: string }
  | { status: 'in_flight' }
  | { status: 'other_body' };

/** Remembers the first answer of a key for 24 hours. Keys are per organization and route. */
export interface IdempotencyStore {
  /** One statement; a claim whose owner died is given free after a minute. */
  claim(organizationId: string, route: string, key: string, bodyHash: string): Promise<IdempotencyClaim>;
  finish(
    organizationId: string,
    route: string,
    key: string,
    answer: { httpStatus: number; body: string; holdsSecret: boolean },
  ): Promise<void>;
  /** After a failure that must be retried: the key is free again. */
  release(organizationId: string, route: string, key: string): Promise<void>;
}
