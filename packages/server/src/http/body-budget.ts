/** Of all bodies that are under way in this process. */
export const BODY_BUDGET_BYTES = 8 * 1_048_576;
/**
 * At the start of each body. Its connection costs about as much, and slow senders of large bodies shut out no sender of
 * small ones, as most webhooks are.
 */
export const UNCOUNTED_BYTES = 16_384;

export interface BodyBudget {
  /** Whether a body that is larger than what is not counted has no room: nothing of it need be read. */
  isFull(): boolean;
  /** One more body, which has no bytes yet. */
  open(): {
    /** @returns whether there was room for these bytes; `false` takes none. */
    take(bytes: number): boolean;
    /** Gives all its bytes back. To be called however the reading ends; a second call does nothing. */
    release(): void;
  };
}

/** A counter of this process. */
export function createBodyBudget(limitBytes: number = BODY_BUDGET_BYTES): BodyBudget {
  let heldBytes = 0;
  return {
    // What comes first of a large body is counted beyond its beginning.
    isFull: () => heldBytes + UNCOUNTED_BYTES > limitBytes,
    open() {
      let size = 0;
      let counted = 0;
      return {
        take(bytes) {
          const more = Math.max(0, size + bytes - UNCOUNTED_BYTES) - counted;
          if (heldBytes + more > limitBytes) return false;
          size += bytes;
          counted += more;
          heldBytes += more;
          return true;
        },
        release() {
          heldBytes -= counted;
          counted = 0;
        },
      };
    },
  };
}
