import type { Log } from '../log.js';
import type { OptInStore, StoredOptIn } from '../opt-ins/opt-in-store.js';

/** Said after each commit that changed an opt-in, with its id alone. */
export const OPT_IN_CHANNEL = 'whatsapp_optin_opt_ins';

const POLL_INTERVAL_MS = 2000;

/**
 * Follows opt-ins for the open streams of this process, by notifications of the database. One query every two seconds
 * finds lost notifications and lapsed codes, which have none.
 */
export class OptInWatch {
  readonly #store: OptInStore;
  readonly #log: Log;
  readonly #followers = new Map<string, Set<Follower>>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(store: OptInStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** The state given first, then each that differs from the one before, until `signal` aborts. */
  async *follow(first: StoredOptIn, signal: AbortSignal): AsyncGenerator<StoredOptIn> {
    const follower = new Follower(first);
    const followers = this.#followers.get(first.id) ?? new Set();
    this.#followers.set(first.id, followers.add(follower));
    const stop = (): void => follower.stop();
    signal.addEventListener('abort', stop);
    this.#schedule();
    try {
      if (signal.aborted || this.#closed) return;
      yield first;
      // A change between reading `first` and following it reached nobody.
      await this.changed(first.id);
      for (;;) {
        const next = await follower.next();
        if (next === null) return;
        yield next;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      followers.delete(follower);
      if (followers.size === 0) this.#followers.delete(first.id);
    }
  }

  /** A notice came for this opt-in; another process's are for nobody here. */
  async changed(optInId: string): Promise<void> {
    const [follower] = this.#followers.get(optInId) ?? [];
    if (follower !== undefined) await this.#read([follower.current]);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const followers of this.#followers.values()) for (const follower of followers) follower.stop();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const all = [...this.#followers.values()].flatMap(([follower]) =>
        follower === undefined ? [] : [follower.current],
      );
      if (all.length === 0) return;
      void this.#read(all).finally(() => this.#schedule());
    }, POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  async #read(optIns: readonly StoredOptIn[]): Promise<void> {
    try {
      const found = await this.#store.findMany(
        optIns.map(({ organizationId, id }) => ({ organizationId, optInId: id })),
      );
      for (const optIn of found) for (const follower of this.#followers.get(optIn.id) ?? []) follower.offer(optIn);
    } catch (error) {
      // The next poll asks again; a stream is not broken by a database that restarts.
      this.#log.warn(
        { error: error instanceof Error ? error.message : 'unknown' },
        'watched opt-ins could not be read',
      );
    }
  }
}

/** Holds the newest state that its reader has not seen; older unread ones are of no use. */
class Follower {
  current: StoredOptIn;
  #unread: StoredOptIn | null = null;
  #stopped = false;
  #wake: (() => void) | null = null;

  constructor(first: StoredOptIn) {
    this.current = first;
  }

  offer(optIn: StoredOptIn): void {
    if (fingerprint(optIn) === fingerprint(this.current)) return;
    this.current = optIn;
    this.#unread = optIn;
    this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  /** `null` once stopped. */
  async next(): Promise<StoredOptIn | null> {
    while (this.#unread === null && !this.#stopped) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const next = this.#unread;
    this.#unread = null;
    return this.#stopped ? null : next;
  }
}

function fingerprint(optIn: StoredOptIn): string {
  return `${optIn.state} ${optIn.expiresAt.getTime()} ${optIn.sessionExpiresAt?.getTime() ?? ''}`;
}
