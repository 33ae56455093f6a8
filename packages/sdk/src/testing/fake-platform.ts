import type { NavigatorLike } from '../device.js';
import type { Platform, PlatformStorage } from '../platform.js';

/** One request that a `FakePlatform` received. */
export interface FakeRequest {
  /** Milliseconds since 1970. */
  at: number;
  /** As given to `fetch`. */
  url: string;
  /** @default 'GET' */
  method: string;
  /** As given to `fetch`. */
  headers: Headers;
  /** Parsed from JSON; `undefined` without a body. */
  body: unknown;
  /** As given to `fetch`. */
  credentials: RequestCredentials | undefined;
  /** @default false */
  keepalive: boolean;
  /** `null` if none was given. */
  signal: AbortSignal | null;
}

/** A world whose clock, page and network a test moves by hand. */
export interface FakePlatform extends Platform {
  /** Every request so far, oldest first. */
  readonly requests: FakeRequest[];
  /** Beacons that were accepted, oldest first; their bodies parsed from JSON. */
  readonly beacons: { url: string; body: unknown }[];
  /** What the network answers; throw for "no network". */
  answer: (request: FakeRequest) => Response | Promise<Response>;
  /** Moves the clock by `durationMs`. Runs the timers that are due in order, and lets promises settle in between. */
  advance(durationMs: number): Promise<void>;
  /** Shows the page and calls its listeners. */
  show(): Promise<void>;
  /** Hides the page and calls its listeners. */
  hide(): Promise<void>;
  /** Sets what the browser reports about the network. Requests still get what `answer` returns. */
  setOnline(online: boolean): Promise<void>;
  /** `sendBeacon` returns false. @default false */
  beaconsRefused: boolean;
  /** `copyText` resolves to false. @default false */
  copyingRefused: boolean;
  /** What `isOnline` returns; `setOnline` also calls the listeners. @default true */
  online: boolean;
  /** Texts that were copied. */
  readonly copied: string[];
  /** Files that were saved. */
  readonly files: { name: string; type: string; content: string }[];
  /** Events that were emitted to the window. */
  readonly windowEvents: { type: string; detail: object }[];
  /** Timers that have not run yet. */
  timersPending(): number;
  /** Listeners of `onChange`. */
  listenersCount(): number;
}

/** Options of `createFakePlatform`. */
export interface FakePlatformOptions {
  /** ISO 8601. @default '2026-11-24T11:05:00.000Z' */
  startsAt?: string | undefined;
  /** @default DESKTOP_USER_AGENT */
  userAgent?: string | undefined;
  /** @default ['en'] */
  languages?: readonly string[] | undefined;
  /** IANA zone. @default 'Asia/Riyadh' */
  timeZone?: string | undefined;
  /** @default none, as in a browser that stores nothing */
  storage?: PlatformStorage | undefined;
  /** @default none */
  session?: PlatformStorage | undefined;
  /** @default false */
  isDevelopment?: boolean | undefined;
}

/** A storage in memory. One made of another's entries is the next visit to the same site. */
export function createFakeStorage(
  entries = new Map<string, string>(),
): PlatformStorage & { readonly entries: Map<string, string> } {
  return { entries, read: (key) => entries.get(key) ?? null, write: (key, value) => void entries.set(key, value) };
}

/** Creates a platform for tests. Its network answers nothing until `answer` is set. */
export function createFakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  let now = Date.parse(options.startsAt ?? '2026-11-24T11:05:00.000Z');
  let visible = true;
  let ids = 0;
  let timers: { at: number; task: () => void }[] = [];
  const listeners = new Set<() => void>();
  const source: NavigatorLike = { userAgent: options.userAgent ?? DESKTOP_USER_AGENT };

  const notify = async () => {
    for (const listener of [...listeners]) listener();
    await settle();
  };

  const platform: FakePlatform = {
    requests: [],
    beacons: [],
    beaconsRefused: false,
    copyingRefused: false,
    online: true,
    copied: [],
    files: [],
    windowEvents: [],
    answer: () => Promise.reject(new TypeError('no network')),
    now: () => now,
    setTimer(task, delayMs) {
      const timer = { at: now + delayMs, task };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async fetch(url, init = {}) {
      const request: FakeRequest = {
        at: now,
        url,
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        credentials: init.credentials,
        keepalive: init.keepalive ?? false,
        signal: init.signal ?? null,
      };
      platform.requests.push(request);
      return untilAborted(Promise.resolve(platform.answer(request)), request.signal);
    },
    sendBeacon(url, body) {
      if (platform.beaconsRefused) return false;
      platform.beacons.push({ url, body: JSON.parse(body) as unknown });
      return true;
    },
    randomId: () => `random-id-${(ids += 1)}`,
    random: () => 1 - Number.EPSILON,
    isVisible: () => visible,
    isOnline: () => platform.online,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    navigator: () => source,
    languages: () => options.languages ?? ['en'],
    pageUrl: () => 'https://clinic.example/tickets/A001',
    timeZone: () => options.timeZone ?? 'Asia/Riyadh',
    storage: () => options.storage ?? null,
    session: () => options.session ?? null,
    async copyText(text) {
      if (platform.copyingRefused) return false;
      platform.copied.push(text);
      return true;
    },
    saveFile: (file) => void platform.files.push(file),
    // Not the real hash: a test must not wait for the runtime's crypto threads.
    sha256: async (text) => String(text.length).padStart(64, '0'),
    emitToWindow: (type, detail) => void platform.windowEvents.push({ type, detail }),
    isDevelopment: () => options.isDevelopment ?? false,
    async advance(durationMs) {
      const until = now + durationMs;
      await settle();
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.task();
        await settle();
      }
      now = until;
    },
    show() {
      visible = true;
      return notify();
    },
    hide() {
      visible = false;
      return notify();
    },
    setOnline(online) {
      platform.online = online;
      return notify();
    },
    timersPending: () => timers.length,
    listenersCount: () => listeners.size,
  };
  return platform;
}

/** User agent of Chrome on Windows, the default of `createFakePlatform`. */
export const DESKTOP_USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
/** User agent of Safari on an iPhone. */
export const PHONE_USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

/** Lets every promise that can go on go on; streams need a few turns of the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** A JSON answer for `FakePlatform.answer`. @param status - @default 200 */
export function jsonResponse(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

/** A stream that a test feeds. */
export function createFakeStream(): { response: Response; send(status: unknown): void; end(): void; break(): void } {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    response: new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    send: (status) => controller?.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(status)}\n\n`)),
    end: () => controller?.close(),
    break: () => controller?.error(new TypeError('connection lost')),
  };
}

function untilAborted(answer: Promise<Response>, signal: AbortSignal | null): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('The request was aborted.', 'AbortError'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    answer.then((response) => resolve(signal ? withAbortableBody(response, signal) : response), reject);
  });
}

/** As in a browser: an abort also breaks off a body that is still being read. */
function withAbortableBody(response: Response, signal: AbortSignal): Response {
  if (!response.body) return response;
  const body = response.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
  return new Response(body, { status: response.status, headers: response.headers });
}
