import type { LiveTopic } from '@whatsapp-optin/sdk/contract';
import type { Log } from '../log.js';
import { changedTopics, type LiveStore, type LiveWatermark } from './live-watermark.js';

const POLL_INTERVAL_MS = 2000;

export interface LiveNews {
  topics: LiveTopic[];
  watermark: LiveWatermark;
}

/**
 * Emits changes to the open pages of an organization's staff. One query every two seconds for each organization with an
 * open page; changes of this process are emitted at once.
 */
export class LiveWatch {
  readonly #store: LiveStore;
  readonly #log: Log;
  readonly #readers = new Map<string, Set<Reader>>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(store: LiveStore, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** First with no topics, or with those changed since `seen`; then each change, until `signal` aborts. */
  async *follow(organizationId: string, seen: LiveWatermark | null, signal: AbortSignal): AsyncGenerator<LiveNews> {
    const first = await this.#store.watermark(organizationId);
    const reader = new Reader(first);
    const readers = this.#readers.get(organizationId) ?? new Set();
    this.#readers.set(organizationId, readers.add(reader));
    const stop = (): void => reader.stop();
    signal.addEventListener('abort', stop);
    this.#schedule();
    try {
      if (signal.aborted || this.#closed) return;
      yield { topics: seen === null ? [] : changedTopics(seen, first), watermark: first };
      for (;;) {
        const news = await reader.next();
        if (news === null) return;
        yield news;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      readers.delete(reader);
      if (readers.size === 0) this.#readers.delete(organizationId);
    }
  }

  /** Something of this organization has just changed here. */
  nudge(organizationId: string): void {
    if (this.#readers.has(organizationId)) void this.#look(organizationId);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const readers of this.#readers.values()) for (const reader of readers) reader.stop();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const organizations = [...this.#readers.keys()];
      if (organizations.length === 0) return;
      void Promise.all(organizations.map((id) => this.#look(id))).finally(() => this.#schedule());
    }, POLL_INTERVAL_MS);
    this.#timer.unref();
  }

  async #look(organizationId: string): Promise<void> {
    try {
      const watermark = await this.#store.watermark(organizationId);
      for (const reader of this.#readers.get(organizationId) ?? []) reader.offer(watermark);
    } catch (error) {
      // The next look asks again; a page is not broken by a database that restarts.
      const name = error instanceof Error ? error.message : 'unknown';
      this.#log.warn({ error: name }, 'the changes for staff could not be read');
    }
  }
}

/** Holds the newest watermark that its page has not received. */
class Reader {
  #emitted: LiveWatermark;
  #newest: LiveWatermark;
  #stopped = false;
  #wake: (() => void) | null = null;

  constructor(first: LiveWatermark) {
    this.#emitted = first;
    this.#newest = first;
  }

  offer(watermark: LiveWatermark): void {
    this.#newest = watermark;
    if (changedTopics(this.#emitted, watermark).length > 0) this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  /** `null` once stopped. */
  async next(): Promise<LiveNews | null> {
    while (!this.#stopped && changedTopics(this.#emitted, this.#newest).length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#stopped) return null;
    const topics = changedTopics(this.#emitted, this.#newest);
    this.#emitted = this.#newest;
    return { topics, watermark: this.#emitted };
  }
}
