import type { SessionStatusDocument } from '../contract/sessions.js';
import type { Platform } from '../platform.js';
import type { SessionConnection } from './session-connection.js';
import { FAILED_SESSION, LOADING_SESSION, NO_SESSION, type WhatsAppSessionState } from './session-state.js';

/** The session of one phone. It makes requests while it has a subscriber and the page is visible. */
export interface SessionStore {
  /** @returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** The same object until the state changes. */
  getState(): WhatsAppSessionState;
  /** Whole minutes until the session ends; 0 if none is open. */
  getMinutesLeft(): number;
}

/** What a `SessionStore` needs of the platform. */
export type SessionPlatform = Pick<
  Platform,
  'now' | 'setTimer' | 'random' | 'isVisible' | 'isOnline' | 'onChange' | 'isDevelopment'
>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const POLL_MS = 30_000;
const LONGEST_POLL_MS = 5 * MINUTE_MS;
const TIMEOUT_MS = 10_000;
/** A page that becomes visible repeats no younger answer. */
const FRESH_MS = 5_000;

/**
 * Reads `GET /api/sessions/:phone`, and again: every half minute, at the end of the session, when the connection reports a
 * change, when the page becomes visible or online. After failures it waits longer. It never throws, and in development it
 * logs the first failure.
 *
 * @param phone - E.164.
 */
export function createSessionStore(
  connection: SessionConnection,
  phone: string,
  platform: SessionPlatform,
): SessionStore {
  const listeners = new Set<() => void>();
  let state = LOADING_SESSION;
  let minutesLeft = 0;
  /** `endsAt`: by the clock of the device. */
  let open: { expiresAt: Date; endsAt: number } | null = null;
  let readAt = -Infinity;
  let pollMs = POLL_MS;
  let request: AbortController | null = null;
  let stopTick = () => {};
  let stopPoll = () => {};
  let stopTimeout = () => {};

  const show = (next: WhatsAppSessionState, nextMinutesLeft = 0) => {
    const isSameState = next.status === state.status && next.expiresAt?.getTime() === state.expiresAt?.getTime();
    if (isSameState && nextMinutesLeft === minutesLeft) return;
    if (!isSameState) state = next;
    minutesLeft = nextMinutesLeft;
    for (const listener of [...listeners]) listener();
  };

  /** Shows the last answer as of now, and again when the minutes left change. */
  function tick() {
    stopTick();
    if (!open) return;
    const leftMs = open.endsAt - platform.now();
    if (leftMs <= 0) {
      open = null;
      show(NO_SESSION);
      // A message may have moved the end.
      refresh();
      return;
    }
    const status = leftMs <= HOUR_MS ? 'expiring' : 'active';
    show({ hasActiveSession: true, expiresAt: open.expiresAt, status }, Math.floor(leftMs / MINUTE_MS));
    stopTick = platform.setTimer(tick, (leftMs % MINUTE_MS) + 1);
  }

  function take({ hasActiveSession, expiresAt, secondsLeft }: SessionStatusDocument) {
    const now = platform.now();
    // Counted from the server's clock: that of the device may be wrong.
    const endsAt = typeof secondsLeft === 'number' ? now + secondsLeft * 1_000 : Date.parse(expiresAt ?? '');
    open = hasActiveSession && expiresAt !== null && endsAt > now ? { expiresAt: new Date(expiresAt), endsAt } : null;
    if (open) tick();
    else show(NO_SESSION);
  }

  function refresh() {
    request?.abort();
    const current = (request = new AbortController());
    stopPoll();
    stopTimeout();
    stopTimeout = platform.setTimer(() => current.abort(), TIMEOUT_MS);
    // In a microtask, so that a connection that throws at once is a failure too.
    void Promise.resolve()
      .then(() => Promise.race([connection.readSession(phone, current.signal), untilAborted(current.signal)]))
      .then((document) => {
        if (current !== request) return;
        take(document);
        pollMs = POLL_MS;
        readAt = platform.now();
      })
      .catch((error: unknown) => {
        if (current !== request) return;
        if (pollMs === POLL_MS && platform.isDevelopment())
          console.error('whatsapp-optin: the session of a badge could not be read.', error);
        pollMs = Math.min(pollMs * 2, LONGEST_POLL_MS);
        // An earlier answer holds until its session ends.
        if (!open) show(FAILED_SESSION);
      })
      .finally(() => {
        if (current !== request) return;
        stopTimeout();
        poll();
      });
  }

  function poll() {
    stopPoll = platform.setTimer(
      () => {
        // A hidden page starts again when it becomes visible.
        if (!platform.isVisible()) return;
        if (connection.isLive?.() && state !== FAILED_SESSION) poll();
        else refresh();
      },
      pollMs * (0.75 + platform.random() / 2),
    );
  }

  function onPageChange() {
    if (!platform.isVisible() || !platform.isOnline()) return;
    tick();
    if (platform.now() - readAt >= FRESH_MS) refresh();
  }

  function start(): () => void {
    const stops = [platform.onChange(onPageChange), connection.onChange?.(refresh)];
    tick();
    if (platform.now() - readAt >= FRESH_MS) refresh();
    else poll();
    return () => {
      for (const stop of stops) stop?.();
      stopTick();
      stopPoll();
      stopTimeout();
      request?.abort();
      request = null;
    };
  }

  let stop = () => {};
  return {
    subscribe(listener) {
      if (listeners.size === 0) stop = start();
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) stop();
      };
    },
    getState: () => state,
    getMinutesLeft: () => minutesLeft,
  };
}

/** Rejects when the signal aborts, whatever a host's token function waits for. */
function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('There was no answer in time.')));
  });
}
