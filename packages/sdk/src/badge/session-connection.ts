import type { SessionStatusDocument } from '../contract/sessions.js';

/** Reads sessions from the server for the components of a page. `readSession` rejects if there is no answer. */
export interface SessionConnection {
  /** @param phone - E.164. */
  readSession(phone: string, signal: AbortSignal): Promise<SessionStatusDocument>;
  /** Calls back when any session may have changed. @default none: sessions are polled. @returns unsubscribe. */
  onChange?: ((listener: () => void) => () => void) | undefined;
  /** Whether `onChange` reports at the moment. @default never: sessions are polled. */
  isLive?: (() => boolean) | undefined;
}

/** A short-lived token from the host's backend, or a function that fetches one. */
export type StaffToken = string | (() => string | Promise<string>);

/** Options of `createSessionConnection`. */
export interface SessionConnectionOptions {
  /** Base URL of the companion server. @default the page's own origin */
  server?: string | undefined;
  /** @default none: the session cookie of the page's own origin serves */
  token?: StaffToken | undefined;
  /** @default the browser's */
  fetch?: ((url: string, init?: RequestInit) => Promise<Response>) | undefined;
}

/** Creates a connection that reads sessions over HTTP. It rejects if the answer is not 200. */
export function createSessionConnection({ server = '', token, fetch }: SessionConnectionOptions): SessionConnection {
  const send = fetch ?? ((url, init) => globalThis.fetch(url, init));
  return {
    async readSession(phone, signal) {
      const bearer = typeof token === 'function' ? await token() : token;
      const url = `${server.replace(/\/+$/, '')}/api/sessions/${encodeURIComponent(phone)}`;
      const response = await send(url, {
        headers: bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` },
        credentials: bearer === undefined ? 'same-origin' : 'omit',
        cache: 'no-store',
        signal,
      });
      if (!response.ok) throw new Error(`GET ${url.replace(/[^/]+$/, '…')} answered ${response.status}.`);
      return (await response.json()) as SessionStatusDocument;
    },
  };
}

/** The newest token, for requests that come later: a renewed token needs no new connection. */
export function createTokenHolder(first: StaffToken | undefined): {
  set(token: StaffToken | undefined): void;
  read(): string | Promise<string>;
} {
  let newest = first;
  return {
    set(token) {
      newest = token;
    },
    read: () => (typeof newest === 'function' ? newest() : (newest ?? '')),
  };
}
