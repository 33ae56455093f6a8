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

export interface ReservationWish {
  longestWaitMs: number;
  /** @default false */
  isUrgent?: boolean;
}

/** Gives out turns to all servers of a database. */
export interface ReservationStore {
  /**
   * A turn of all the buckets at once; the one that most share comes first. `''`: of all organizations. Those who ask at
   * once share a statement, in which the urgent ones are served first.
   */
  reserve(organizationId: string, buckets: readonly Bucket[], wish: ReservationWish): Promise<Reservation>;
  /** Lanes that have long been free. */
  deleteFree(): Promise<void>;
}
