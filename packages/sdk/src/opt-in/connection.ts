import type { ApiClient, OptInAccess } from '../api-client.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import type { OptInStatus } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';

/** A page that nobody looks at lets go of its connection after so long. */
const PARK_AFTER_MS = 30_000;
/** A stream that lived so long was a good one; a proxy may have cut it. */
const GOOD_STREAM_MS = 30_000;
const SHORT_STREAMS_BEFORE_POLLING = 2;
const STREAM_DELAY_MS = 1_000;
const POLL_DELAY_MS = 4_000;
const MAX_DELAY_MS = 60_000;

/** No retry can heal these: asking again would only load the server. */
const FINAL: readonly OptInErrorCode[] = ['UNAUTHORIZED', 'NOT_FOUND', 'EXPIRED'];

/** The line to the server about one opt-in. */
export interface Connection {
  /** Begins to follow; again after `stop`. */
  start(): void;
  /** Asks once, now. Never rejects. */
  refresh(): Promise<void>;
  /** Nothing more is expected: an open stream may go on, but it is not renewed. A page that returns asks once. */
  settle(): void;
  stop(): void;
}

export interface ConnectionOptions {
  platform: Platform;
  api: ApiClient;
  access: OptInAccess;
  onStatus: (status: OptInStatus) => void;
  /** The server will not speak of this opt-in any more. The connection has stopped. */
  onRefused: (error: OptInError) => void;
}

/**
 * Follows an opt-in: by stream, after two failures by polling with a growing, jittered delay; parked while the page is hidden,
 * looked at afresh when it returns or comes online; ended for good by a refusal.
 */
export function createConnection({ platform, api, access, onStatus, onRefused }: ConnectionOptions): Connection {
  let running = false;
  let settled = false;
  let parked = false;
  /** Streams that ended at once, however: those that open and then drop count too, or they would be renewed without end. */
  let shortStreams = 0;
  /** Polls since the page was last looked at afresh; they grow rarer. */
  let polls = 0;
  let attempt: AbortController | null = null;
  let cancelTimer = () => {};
  let cancelParking = () => {};
  let stopListening = () => {};

  function letGo(): void {
    attempt?.abort();
    attempt = null;
    cancelTimer();
  }

  function stop(): void {
    running = false;
    letGo();
    cancelParking();
    stopListening();
  }

  function refused(error: unknown): boolean {
    if (!(error instanceof OptInError) || !FINAL.includes(error.code)) return false;
    stop();
    onRefused(error);
    return true;
  }

  async function follow(): Promise<void> {
    letGo();
    const mine = new AbortController();
    attempt = mine;
    const take = (status: OptInStatus) => {
      if (attempt === mine) onStatus(status);
    };
    const streaming = shortStreams < SHORT_STREAMS_BEFORE_POLLING;
    const startedAt = platform.now();
    try {
      if (streaming) await api.streamOptIn(access, { onStatus: take, signal: mine.signal });
      else take(await api.readOptIn(access, { signal: mine.signal }));
    } catch (error) {
      if (attempt !== mine || refused(error)) return;
    }
    if (attempt !== mine || !running || settled) return;
    if (streaming) shortStreams = platform.now() - startedAt < GOOD_STREAM_MS ? shortStreams + 1 : 0;
    else polls += 1;
    const delayMs = streaming ? STREAM_DELAY_MS : Math.min(MAX_DELAY_MS, POLL_DELAY_MS * 1.3 ** Math.min(polls, 20));
    cancelTimer = platform.setTimer(() => void follow(), delayMs * (0.5 + platform.random() / 2));
  }

  function lookAfresh(): void {
    shortStreams = 0;
    polls = 0;
    if (settled) void connection.refresh();
    else void follow();
  }

  function onPageChange(): void {
    cancelParking();
    if (platform.isVisible()) {
      parked = false;
      lookAfresh();
    } else if (!parked) {
      cancelParking = platform.setTimer(() => {
        parked = true;
        letGo();
      }, PARK_AFTER_MS);
    }
  }

  const connection: Connection = {
    start() {
      if (running) return;
      running = true;
      stopListening = platform.onChange(onPageChange);
      parked = !platform.isVisible();
      if (!parked) lookAfresh();
    },
    async refresh() {
      try {
        const status = await api.readOptIn(access);
        if (running) onStatus(status);
      } catch (error) {
        if (running) refused(error);
      }
    },
    settle() {
      settled = true;
      cancelTimer();
    },
    stop,
  };
  return connection;
}
