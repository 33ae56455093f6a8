/** Subscribes a listener at a started server. @returns unsubscribe */
type Subscribe<Listener> = (listener: Listener) => () => void;

/** Listeners of the host, which outlive a start: a host adds them where it creates the server, and a restart keeps them. */
export interface KeptListeners<Listener> {
  /** @returns unsubscribe */
  add: Subscribe<Listener>;
  /** Subscribes all of them, and those to come, at a server that has just started. */
  attach(subscribe: Subscribe<Listener>): void;
}

export function createKeptListeners<Listener>(): KeptListeners<Listener> {
  const entries = new Set<{ listener: Listener; unsubscribe: () => void }>();
  let subscribe: Subscribe<Listener> = () => () => undefined;
  return {
    add(listener) {
      const entry = { listener, unsubscribe: subscribe(listener) };
      entries.add(entry);
      return () => {
        entries.delete(entry);
        entry.unsubscribe();
      };
    },
    attach(next) {
      subscribe = next;
      for (const entry of entries) entry.unsubscribe = next(entry.listener);
    },
  };
}
