import type { OptInAccess } from '../api-client.js';
import type { OptInError } from '../contract/errors.js';
import type { OptInCreated, OptInStatus } from '../contract/opt-ins.js';
import { createConnection, type Connection, type ConnectionOptions } from './connection.js';

/** One opt-in for all places of a page that make the same request. */
interface SharedCreation {
  readonly key: string;
  readonly abort: AbortController;
  readonly created: Promise<OptInCreated | null>;
  users: number;
}

interface SharedConnection {
  readonly connection: Connection;
  readonly listeners: Set<Pick<ConnectionOptions, 'onStatus' | 'onRefused'>>;
  last: OptInStatus | null;
}

interface PageRegistry {
  readonly creations: Map<string, SharedCreation>;
  readonly connections: Map<string, SharedConnection>;
}

/** A page is its platform: there is one browser platform a page, and tests make their own. */
const registries = new WeakMap<object, PageRegistry>();

function registryOf(platform: object): PageRegistry {
  const known = registries.get(platform);
  if (known) return known;
  const fresh: PageRegistry = { creations: new Map(), connections: new Map() };
  registries.set(platform, fresh);
  return fresh;
}

/** A hold on a shared opt-in. `release` ends it; with `spent`, no other place may start with that opt-in either. */
export interface CreationHold {
  readonly created: Promise<OptInCreated | null>;
  release(spent: boolean): void;
}

/**
 * Creates an opt-in, or shares the one that another place of the page holds for the same `key`. The request is aborted when the
 * last place that waits for it leaves.
 */
export function holdCreation(
  platform: object,
  key: string,
  make: (signal: AbortSignal) => Promise<OptInCreated | null>,
): CreationHold {
  const { creations } = registryOf(platform);
  const forget = (one: SharedCreation) => {
    if (creations.get(key) === one) creations.delete(key);
  };
  let shared = creations.get(key);
  if (!shared) {
    const abort = new AbortController();
    const fresh: SharedCreation = { key, abort, users: 0, created: make(abort.signal) };
    fresh.created.catch(() => forget(fresh));
    creations.set(key, fresh);
    shared = fresh;
  }
  const held = shared;
  held.users += 1;
  let holding = true;
  return {
    created: held.created,
    release(spent) {
      if (!holding) return;
      holding = false;
      held.users -= 1;
      if (held.users === 0) held.abort.abort();
      if (spent || held.users === 0) forget(held);
    },
  };
}

/** Joins the page's one connection about an opt-in. A place that joins later gets the last status at once. */
export function joinConnection(options: ConnectionOptions): Connection {
  const { platform, server, access } = options;
  const { connections } = registryOf(platform);
  const key = keyOf(server, access);
  let shared = connections.get(key);
  if (!shared) {
    const listeners: SharedConnection['listeners'] = new Set();
    const forget = () => {
      if (connections.get(key) === fresh) connections.delete(key);
    };
    const connection = createConnection({
      ...options,
      onStatus(status) {
        fresh.last = status;
        for (const listener of [...listeners]) listener.onStatus(status);
      },
      onRefused(error: OptInError) {
        forget();
        for (const listener of [...listeners]) listener.onRefused(error);
      },
    });
    const fresh: SharedConnection = { connection, listeners, last: null };
    connections.set(key, fresh);
    shared = fresh;
  }
  const { connection, listeners } = shared;
  const joined = shared;
  const me = { onStatus: options.onStatus, onRefused: options.onRefused };
  return {
    start() {
      listeners.add(me);
      if (joined.last) me.onStatus(joined.last);
      connection.start();
    },
    refresh: () => connection.refresh(),
    expectMessage: () => connection.expectMessage(),
    settle: () => connection.settle(),
    stop() {
      if (!listeners.delete(me) || listeners.size > 0) return;
      connection.stop();
      if (connections.get(key) === joined) connections.delete(key);
    },
  };
}

function keyOf(server: string, { id }: OptInAccess): string {
  return `${server} ${id}`;
}
