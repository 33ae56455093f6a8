import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { AcceptedMessage, InboundItem, InboundStore } from './inbound-store.js';

/** What waits beyond this is refused: its vendor redelivers. */
const MAX_WAITING = 10_000;

interface Waiting {
  item: InboundItem;
  /** Identities of the sender, and the message's shared id: what two items of one batch may not share. */
  names: readonly string[];
  settle(outcome: PromiseSettledResult<AcceptedMessage | null>): void;
}

/**
 * Gathers messages into batches: those that arrive while the store is busy go together in the next statement. When the store
 * is idle, none waits. Messages of one person are accepted one after another, in the order in which they came.
 */
export function createAcceptanceQueue(
  store: Pick<InboundStore, 'accept' | 'batches'>,
  maxWaiting: number = MAX_WAITING,
) {
  let waiting: Waiting[] = [];
  let batchesUnderWay = 0;
  let isClosed = false;
  const namesUnderWay = new Set<string>();
  const unsettled = new Set<Promise<unknown>>();

  const takeBatch = (): Waiting[] => {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const taken = new Set(namesUnderWay);
    let next = 0;
    for (; next < waiting.length && batch.length < store.batches.size; next += 1) {
      const one = waiting[next] as Waiting;
      (one.names.some((name) => taken.has(name)) ? later : batch).push(one);
      for (const name of one.names) taken.add(name);
    }
    waiting = [...later, ...waiting.slice(next)];
    // One order in every process: two batches that lock the same persons would otherwise wait for each other.
    return batch.sort((one, other) => ((one.names[0] ?? '') < (other.names[0] ?? '') ? -1 : 1));
  };

  const acceptAlone = async (one: Waiting): Promise<void> => {
    const [outcome] = await Promise.allSettled([store.accept([one.item])]);
    one.settle(outcome.status === 'rejected' ? outcome : { ...outcome, value: outcome.value[0] ?? null });
  };

  const acceptTogether = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const accepted = await store.accept(batch.map(({ item }) => item));
      batch.forEach((one, index) => one.settle({ status: 'fulfilled', value: accepted[index] ?? null }));
    } catch (reason) {
      if (batch.length === 1) batch[0]?.settle({ status: 'rejected', reason });
      // One bad item loses no other.
      else await Promise.all(batch.map(acceptAlone));
    }
  };

  const run = async (batch: readonly Waiting[]): Promise<void> => {
    batchesUnderWay += 1;
    const names = batch.flatMap((one) => one.names);
    for (const name of names) namesUnderWay.add(name);
    await acceptTogether(batch);
    for (const name of names) namesUnderWay.delete(name);
    // On the embedded database statements run in this thread: other requests get their turn between two batches.
    await endOfTurn();
    batchesUnderWay -= 1;
    fill();
  };

  const fill = (): void => {
    while (batchesUnderWay < store.batches.atOnce) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      void run(batch);
    }
  };

  return {
    /**
     * Settles after the commit of this message. `null`: accepted before.
     * @throws {Error} the store's own, or one of this queue when it is full or closed.
     */
    accept(item: InboundItem): Promise<AcceptedMessage | null> {
      if (isClosed) return Promise.reject(new Error('Messages are no longer accepted: the server is closing.'));
      if (waiting.length >= maxWaiting) return Promise.reject(new Error('Too many messages wait to be accepted.'));
      const accepted = new Promise<AcceptedMessage | null>((resolve, reject) => {
        const settle: Waiting['settle'] = (outcome) =>
          outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason as Error);
        waiting.push({ item, names: namesOf(item), settle });
      });
      unsettled.add(accepted);
      const forget = () => void unsettled.delete(accepted);
      void accepted.then(forget, forget);
      // All messages of a webhook come in one turn.
      queueMicrotask(fill);
      return accepted;
    },
    /** Refuses what comes from now on, and resolves when all that waits is settled. */
    async close(): Promise<void> {
      isClosed = true;
      await Promise.allSettled(unsettled);
    },
  };
}

function namesOf({ account, event }: InboundItem): string[] {
  const names = event.sender.map(({ kind, value }) => `${kind} ${value}`);
  if (event.sharedId !== undefined) names.push(`message ${event.sharedId}`);
  return names.map((name) => `${account.organizationId} ${name}`);
}
