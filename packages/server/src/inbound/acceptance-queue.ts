import { BatchQueue } from '../batches/batch-queue.js';
import type { AcceptedMessage, InboundItem, InboundStore } from './inbound-store.js';

/** What waits beyond this is refused: its vendor redelivers. */
const MAX_WAITING = 10_000;

/**
 * Gathers messages into batches. Messages of one person are accepted one after another, in the order in which they came.
 */
export function createAcceptanceQueue(
  store: Pick<InboundStore, 'accept' | 'batches'>,
  maxWaiting: number = MAX_WAITING,
) {
  const queue = new BatchQueue<InboundItem, AcceptedMessage | null>({
    batches: store.batches,
    run: (items) => store.accept(items),
    orderOf: (item) => namesOf(item)[0] ?? '',
    namesOf,
  });
  let isClosed = false;
  const unsettled = new Set<Promise<unknown>>();

  return {
    /**
     * Settles after the commit of this message. `null`: accepted before.
     * @throws {Error} the store's own, or one of this queue when it is full or closed.
     */
    accept(item: InboundItem): Promise<AcceptedMessage | null> {
      if (isClosed) return Promise.reject(new Error('Messages are no longer accepted: the server is closing.'));
      if (queue.waitingCount >= maxWaiting) return Promise.reject(new Error('Too many messages wait to be accepted.'));
      const accepted = queue.add(item);
      unsettled.add(accepted);
      const forget = () => void unsettled.delete(accepted);
      void accepted.then(forget, forget);
      return accepted;
    },
    /** Refuses what comes from now on, and resolves when all that waits is settled. */
    async close(): Promise<void> {
      isClosed = true;
      await Promise.allSettled(unsettled);
    },
  };
}

/** Identities of the sender, and the message's shared id: what two items of one batch may not share. */
function namesOf({ account, event }: InboundItem): string[] {
  const names = event.sender.map(({ kind, value }) => `${kind} ${value}`);
  if (event.sharedId !== undefined) names.push(`message ${event.sharedId}`);
  return names.map((name) => `${account.organizationId} ${name}`);
}
