import type { EventBody, EventType } from '@whatsapp-optin/sdk/contract';
import type { Log } from '../log.js';
import type { StoredEvent } from './event-delivery.js';

/** An event as a listener of the host's own process gets it: the body of the webhook, and its id. */
export type ListenedEvent<Type extends EventType = EventType> = {
  [Each in Type]: EventBody<Each> & { id: string };
}[Type];

/** A listener of one type of event. One that rejects is logged, and stops no other. */
export type EventListener<Type extends EventType> = (event: ListenedEvent<Type>) => void | Promise<void>;

export type EventListeners = ReturnType<typeof createEventListeners>;

/** What the host listens to in this process; kept over a close and a new start. */
export function createEventListeners(log: Log) {
  const listeners = new Map<EventType, Set<EventListener<EventType>>>();
  const watchers = new Set<() => void>();
  return {
    /** @returns unsubscribe. */
    add<Type extends EventType>(type: Type, listener: EventListener<Type>): () => void {
      const ofType = listeners.get(type) ?? new Set();
      // The events of this type alone reach it.
      const own = listener as EventListener<EventType>;
      listeners.set(type, ofType.add(own));
      for (const watcher of watchers) watcher();
      return () => {
        ofType.delete(own);
        if (ofType.size === 0 && listeners.get(type) === ofType) listeners.delete(type);
      };
    },
    types: (): EventType[] => [...listeners.keys()],
    /** Calls `watcher` with each listener that comes. @returns unsubscribe. */
    onAdded(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** Calls them one after another. One that fails is logged, and stops no other. */
    async emit({ id, type, createdAt, data }: StoredEvent): Promise<void> {
      const event = { id, type, timestamp: createdAt.toISOString(), data } as unknown as ListenedEvent;
      for (const listener of listeners.get(type) ?? []) {
        try {
          await listener(event);
        } catch (error) {
          const name = error instanceof Error ? error.name : 'unknown';
          log.error({ error: name, eventId: id, type }, 'a listener of events failed');
        }
      }
    },
  };
}
