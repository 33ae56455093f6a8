type Listener<Notice> = (notice: Notice) => void | Promise<void>;

/** A host's listeners, called one after another. One that throws or rejects goes to `onFailure` and stops no other. */
export function createListeners<Notice>(onFailure: (error: unknown, notice: Notice) => void) {
  const listeners = new Set<Listener<Notice>>();
  return {
    /** @returns unsubscribe. */
    add(listener: Listener<Notice>): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async emit(notice: Notice): Promise<void> {
      for (const listener of listeners) {
        try {
          await listener(notice);
        } catch (error) {
          onFailure(error, notice);
        }
      }
    },
  };
}
