/** Something that lets one message pass every so often: a business number, a person, an account. */
export interface Bucket {
  name: string;
  /** Between two messages. */
  everyMs: number;
  /** So much of the coming time may be spent at once. */
  aheadMs: number;
}

/** `granted`: the turn is taken and comes in so many ms. Else none was taken; one would come in so many. */
export interface Reservation {
  granted: boolean;
  waitMs: number;
}

/** Gives out turns to all servers of a database. */
export interface ReservationStore {
  /** A turn of all the buckets at once, in the order in which they are named. `''`: of all organizations. */
  reserve(organizationId: string, buckets: readonly Bucket[], longestWaitMs: number): Promise<Reservation>;
  /** Lanes that have long been free. */
  deleteFree(): Promise<void>;
}
