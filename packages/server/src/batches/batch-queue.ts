import { setImmediate as endOfTurn } from 'node:timers/promises';

/** How many items one statement takes, and how many statements may be under way. */
export interface BatchSizes {
  readonly size: number;
  readonly atOnce: number;
}

/** In place of a result: the item is done by itself, where it may wait for what another holds. */
export const ALONE = Symbol('alone');

export interface BatchQueueParts<Item, Result> {
  batches: BatchSizes;
  /**
   * All of it or none.
   *
   * @returns one result an item, in the order of the items. `ALONE` counts for a batch of several only.
   */
  run(items: readonly Item[]): Promise<readonly (Result | typeof ALONE)[]>;
  /**
   * The order within a batch, the same in every process: two batches that lock the same rows would otherwise wait for each
   * other.
   */
  orderOf(item: Item): string;
  /** What two items of one batch, or of two batches under way, may not share. Default: nothing. */
  namesOf?(item: Item): readonly string[];
}

interface Waiting<Item, Result> {
  item: Item;
  order: string;
  names: readonly string[];
  settle(outcome: PromiseSettledResult<Result>): void;
}

/**
 * Gathers items into batches: those that come while the statements before are under way go together in the next one. When
 * idle, none waits. Items that share a name run one after another, in the order in which they came. A batch that fails is
 * repeated item by item, so that one bad item loses no other.
 */
export class BatchQueue<Item, Result> {
  readonly #parts: BatchQueueParts<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #batchesUnderWay = 0;
  readonly #namesUnderWay = new Set<string>();

  constructor(parts: BatchQueueParts<Item, Result>) {
    this.#parts = parts;
  }

  /** How many items wait for a batch. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  /** Settles after the commit of this item. @throws {Error} what `run` throws for this item alone. */
  add(item: Item): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({
        item,
        order: this.#parts.orderOf(item),
        names: this.#parts.namesOf?.(item) ?? [],
        settle: (outcome) =>
          outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason as Error),
      });
      // What comes in one turn goes together.
      queueMicrotask(() => this.#fill());
    });
  }

  #fill(): void {
    while (this.#batchesUnderWay < this.#parts.batches.atOnce) {
      const batch = this.#takeBatch();
      if (batch.length === 0) return;
      void this.#run(batch);
    }
  }

  #takeBatch(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    const taken = new Set(this.#namesUnderWay);
    let next = 0;
    for (; next < this.#waiting.length && batch.length < this.#parts.batches.size; next += 1) {
      const one = this.#waiting[next] as Waiting<Item, Result>;
      (one.names.some((name) => taken.has(name)) ? later : batch).push(one);
      for (const name of one.names) taken.add(name);
    }
    this.#waiting = [...later, ...this.#waiting.slice(next)];
    return batch.sort((one, other) => (one.order < other.order ? -1 : 1));
  }

  async #run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    this.#batchesUnderWay += 1;
    const names = batch.flatMap((one) => one.names);
    for (const name of names) this.#namesUnderWay.add(name);
    await this.#runTogether(batch);
    for (const name of names) this.#namesUnderWay.delete(name);
    // On the embedded database statements run in this thread: other requests get their turn between two batches.
    await endOfTurn();
    this.#batchesUnderWay -= 1;
    this.#fill();
  }

  async #runTogether(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const alone: Waiting<Item, Result>[] = [];
    try {
      const results = await this.#parts.run(batch.map(({ item }) => item));
      batch.forEach((one, index) => {
        const value = results[index] as Result | typeof ALONE;
        if (value === ALONE) alone.push(one);
        else one.settle({ status: 'fulfilled', value });
      });
    } catch (reason) {
      if (batch.length === 1) batch[0]?.settle({ status: 'rejected', reason });
      else alone.push(...batch);
    }
    await Promise.all(alone.map((one) => this.#runAlone(one)));
  }

  async #runAlone(one: Waiting<Item, Result>): Promise<void> {
    const [outcome] = await Promise.allSettled([this.#parts.run([one.item])]);
    one.settle(outcome.status === 'rejected' ? outcome : { ...outcome, value: outcome.value[0] as Result });
  }
}
