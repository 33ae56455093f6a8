import type { ApiClient, OptInAccess } from '../api-client.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import type { OptInStatus } from '../contract/opt-ins.js';
import type { Platform } from '../platform.js';
import { takeStreamSlot, type StreamSlot } from './stream-slots.js';

/** A hidden page closes its connection after this time. */
const PARK_AFTER_MS = 30_000;
/** The server sends the present state at once. A stream without a byte for this time may be held back by a proxy. */
const SILENT_AFTER_MS = 5_000;
/** A stream that ends sooner is renewed after a poll's delay. */
const LASTING_STREAM_MS = 30_000;
const RENEWAL_DELAY_MS = 1_000;
/** A stream without a byte occupies a connection of the server for 70 s, so the delay between attempts doubles. */
const SILENT_STREAM_DELAY_MS = 15_000;
const MAX_SILENT_STREAM_DELAY_MS = 600_000;
const POLL_DELAY_MS = 4_000;
const MAX_POLL_DELAY_MS = 60_000;
/** While a message is expected, the page learns of it within 15 s: 3 s of them are for the request. */
const MAX_EXPECTING_DELAY_MS = 12_000;

/** A retry cannot succeed after these: it would only load the server. */
const FINAL: readonly OptInErrorCode[] = ['UNAUTHORIZED', 'NOT_FOUND', 'EXPIRED'];
const OVERLOADED: readonly OptInErrorCode[] = ['SERVER_ERROR', 'RATE_LIMITED'];

/** The connection to the server about one opt-in. */
export interface Connection {
  /** Starts to follow the opt-in; works again after `stop`. */
  start(): void;
  /** Asks the server once, now. Never rejects. @returns whether it has answered. */
  refresh(): Promise<boolean>;
  /** A message may arrive at any moment: polls stay frequent. */
  expectMessage(): void;
  /** Nothing more is expected: an open stream may continue, but it is not renewed. A page that returns asks once. */
  settle(): void;
  stop(): void;
}

export interface ConnectionOptions {
  platform: Platform;
  api: ApiClient;
  /** Base URL of the server, or a path of the page's origin. */
  server: string;
  access: OptInAccess;
  onStatus: (status: OptInStatus) => void;
  /** The server refuses this opt-in for good. The connection has stopped. */
  onRefused: (error: OptInError) => void;
}

/**
 * Follows an opt-in by a stream, and by polling until the stream brings a byte. Both back off with jitter. A page has few streams
 * to one origin; an opt-in without one polls. The connection is parked while the page is hidden. When the page returns or comes
 * online, it asks once and opens a new stream. A refusal ends it.
 */
export function createConnection(options: ConnectionOptions): Connection {
  const { platform, api, server, access, onStatus, onRefused } = options;
  const origin = originOf(server, platform.pageUrl());
  let running = false;
  let settled = false;
  let expecting = false;
  /** Aborts every request since the page became visible; `null` while disconnected. */
  let round: AbortController | null = null;
  /** From the start of a stream until it brings a byte. */
  let polling = false;
  let polls = 0;
  let overloaded = false;
  /** Streams in a row that brought nothing, or ended soon. */
  let badStreams = 0;
  let slot: StreamSlot | null = null;
  let cancelPoll = () => {};
  let cancelRenewal = () => {};
  let cancelParking = () => {};
  let stopListening = () => {};

  function disconnect(): void {
    round?.abort();
    round = null;
    stopPolling();
    cancelRenewal();
    slot?.release();
    slot = null;
  }

  function stop(): void {
    running = false;
    disconnect();
    cancelParking();
    stopListening();
  }

  function refused(error: unknown): boolean {
    if (!(error instanceof OptInError) || !FINAL.includes(error.code)) return false;
    stop();
    onRefused(error);
    return true;
  }

  /** @param ask - whether to ask for the state at once, without waiting for a silent stream */
  function connect(ask: boolean): void {
    disconnect();
    round = new AbortController();
    polls = 0;
    badStreams = 0;
    overloaded = false;
    openStream(ask);
  }

  function openStream(ask = false): void {
    let isQueued = false;
    slot = takeStreamSlot(platform, origin, () => {
      // The server notices a moment later that the previous stream is closed.
      if (isQueued) cancelRenewal = platform.setTimer(() => void stream(), jittered(RENEWAL_DELAY_MS));
      else void stream();
    });
    isQueued = !slot.isOpen();
    if (ask || !slot.isOpen()) pollNow();
    else if (!polling) pollAfter(SILENT_AFTER_MS);
  }

  async function stream(): Promise<void> {
    const mine = round;
    if (!mine) return;
    const openedAt = platform.now();
    let hasBytes = false;
    try {
      await api.streamOptIn(access, {
        onStatus(status) {
          if (round === mine) onStatus(status);
        },
        onBytes() {
          if (round !== mine || hasBytes) return;
          hasBytes = true;
          stopPolling();
        },
        signal: mine.signal,
      });
    } catch (error) {
      if (round !== mine || refused(error)) return;
    }
    if (round !== mine) return;
    slot?.release();
    slot = null;
    if (settled) return;
    const isGood = hasBytes && platform.now() - openedAt >= LASTING_STREAM_MS;
    badStreams = isGood ? 0 : badStreams + 1;
    if (!hasBytes && polls === 0) pollAfter(jittered(RENEWAL_DELAY_MS));
    const delayMs = isGood ? RENEWAL_DELAY_MS : hasBytes ? pollDelayMs(badStreams) : silentStreamDelayMs(badStreams);
    cancelRenewal = platform.setTimer(() => openStream(), jittered(delayMs));
  }

  async function poll(): Promise<void> {
    cancelPoll();
    const mine = round;
    if (!mine) return;
    try {
      const status = await api.readOptIn(access, { signal: mine.signal });
      if (round !== mine) return;
      overloaded = false;
      onStatus(status);
    } catch (error) {
      if (round !== mine || refused(error)) return;
      overloaded = error instanceof OptInError && OVERLOADED.includes(error.code);
    }
    if (round !== mine || !polling) return;
    polls += 1;
    pollAfter(jittered(pollDelayMs(polls)));
  }

  function pollAfter(delayMs: number): void {
    polling = true;
    cancelPoll();
    cancelPoll = platform.setTimer(() => void poll(), delayMs);
  }

  function pollNow(): void {
    polling = true;
    void poll();
  }

  function stopPolling(): void {
    polling = false;
    cancelPoll();
  }

  function pollDelayMs(times: number): number {
    const mostMs = expecting && !overloaded ? MAX_EXPECTING_DELAY_MS : MAX_POLL_DELAY_MS;
    return Math.min(mostMs, POLL_DELAY_MS * 1.3 ** Math.min(times, 20));
  }

  /** Between a half of it and all of it. */
  function jittered(delayMs: number): number {
    return delayMs * (0.5 + platform.random() / 2);
  }

  function onPageChange(): void {
    cancelParking();
    if (!platform.isVisible()) {
      cancelParking = platform.setTimer(disconnect, PARK_AFTER_MS);
    } else if (settled) {
      void connection.refresh();
    } else if (platform.isOnline() || !round) {
      connect(true);
    }
  }

  const connection: Connection = {
    start() {
      if (running) return;
      running = true;
      stopListening = platform.onChange(onPageChange);
      if (!platform.isVisible()) return;
      if (settled) void connection.refresh();
      else connect(false);
    },
    async refresh() {
      try {
        const status = await api.readOptIn(access);
        if (running) onStatus(status);
        return true;
      } catch (error) {
        return running && refused(error);
      }
    },
    expectMessage() {
      if (expecting) return;
      expecting = true;
      polls = 0;
      if (polling) {
        pollAfter(jittered(POLL_DELAY_MS));
      } else if (round && !slot) {
        cancelRenewal();
        openStream();
      }
    },
    settle() {
      settled = true;
      cancelRenewal();
      if (polling || slot?.isWanted()) disconnect();
    },
    stop,
  };
  return connection;
}

function silentStreamDelayMs(times: number): number {
  return Math.min(MAX_SILENT_STREAM_DELAY_MS, SILENT_STREAM_DELAY_MS * 2 ** Math.min(times - 1, 10));
}

function originOf(server: string, pageUrl: string | null): string {
  try {
    return new URL(server, pageUrl ?? undefined).origin;
  } catch {
    return '';
  }
}
