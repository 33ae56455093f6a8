import { OPT_IN_ERROR_MESSAGES, errorMessage } from './contract/error-messages.js';
import { OptInError, type OptInErrorCode } from './contract/errors.js';
import type {
  CreateOptInRequest,
  FunnelEventRequest,
  FunnelEventType,
  OptInCreated,
  OptInStatus,
} from './contract/opt-ins.js';
import type { PushPublicKeyDocument, PushSubscriptionCreated, PushSubscriptionRequest } from './contract/push.js';
import { createEventParser } from './event-stream.js';

/** Options of `createApiClient`. */
export interface ApiClientOptions {
  /** Base URL of the companion server, with its base path if it has one; `/` for the page's own origin. */
  server: string;
  /** `pk_…`; needed to create an opt-in. */
  publishableKey?: string | undefined;
  /** Default: the runtime's. */
  fetch?: ((url: string, init?: RequestInit) => Promise<Response>) | undefined;
  /** For a whole answer; a stream may be silent for 70 s. @default 10000 */
  timeoutMs?: number | undefined;
  /** Default: the runtime's `setTimeout`. */
  setTimer?: ((task: () => void, delayMs: number) => () => void) | undefined;
}

/** Whose opt-in it is: its id, and the token that opens it. */
export type OptInAccess = Pick<OptInCreated, 'id' | 'clientToken'>;

/**
 * The browser's rows of the HTTP API. Every method rejects with an `OptInError`: `NETWORK` (no answer, or none in time),
 * `UNAUTHORIZED` (401, 403), `NOT_FOUND` (404), `EXPIRED` (410), `RATE_LIMITED` (429), `WHATSAPP_DISABLED`, `SERVER_ERROR`.
 */
export interface ApiClient {
  /** @param options - `idempotencyKey`: the same key gives the same opt-in, however often it is sent. */
  createOptIn(
    request: CreateOptInRequest,
    options?: { idempotencyKey?: string; signal?: AbortSignal },
  ): Promise<OptInCreated>;
  /** Reads the state of an opt-in. */
  readOptIn(access: OptInAccess, options?: { signal?: AbortSignal }): Promise<OptInStatus>;
  /**
   * Resolves when the server ends the stream; rejects as soon as it breaks.
   *
   * @param options - `onBytes`: called for each piece of the body, heartbeats included.
   */
  streamOptIn(
    access: OptInAccess,
    options: { onStatus: (status: OptInStatus) => void; onBytes?: () => void; signal?: AbortSignal },
  ): Promise<void>;
  /** By a request that outlives the page (`keepalive`), with the token in its body. */
  reportEvent(access: OptInAccess, type: FunnelEventType): Promise<void>;
  /** The same for `sendBeacon`, which some content filters block. */
  beacon(access: OptInAccess, type: FunnelEventType): { url: string; body: string };
  /** Reads the server's VAPID public key, base64url, for `pushManager.subscribe`. */
  readPushPublicKey(access: OptInAccess): Promise<string>;
  /** Stores a push subscription of this device for the opt-in's ticket. */
  subscribePush(
    access: OptInAccess,
    subscription: PushSubscriptionRequest['subscription'],
  ): Promise<PushSubscriptionCreated>;
  /** Deletes a push subscription, by the id that `subscribePush` gave. */
  unsubscribePush(access: OptInAccess, subscriptionId: string): Promise<void>;
}

const STREAM_SILENCE_MS = 70_000;
const CODE_OF_STATUS: Readonly<Record<number, OptInErrorCode>> = {
  401: 'UNAUTHORIZED',
  403: 'UNAUTHORIZED',
  404: 'NOT_FOUND',
  410: 'EXPIRED',
  429: 'RATE_LIMITED',
};

interface Call {
  method?: string;
  token?: string | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, as text/plain: with no header of ours, a request to another origin needs no preflight. */
  text?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  keepalive?: boolean;
}

/**
 * Creates a client of the browser's routes.
 *
 * @throws OptInError `MISSING_OPTION` where `server` is neither an http(s) URL nor a path of this origin.
 */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { server, publishableKey, timeoutMs = 10_000, setTimer = runtimeTimer } = options ?? {};
  if (typeof server !== 'string' || !/^(https?:\/)?\//i.test(server)) {
    throw new OptInError(
      'MISSING_OPTION',
      errorMessage('MISSING_OPTION', 'server must be an http(s) URL or a path: "/".'),
    );
  }
  const base = `${server.replace(/\/+$/, '')}/api`;
  const send = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const optInUrl = (id: string) => `${base}/opt-ins/${encodeURIComponent(id)}`;

  async function exchange<T>(url: string, call: Call, silenceMs: number, read: Reader<T>): Promise<T> {
    const { body, token } = call;
    const abort = new AbortController();
    const cancel = () => abort.abort();
    if (call.signal?.aborted) cancel();
    call.signal?.addEventListener('abort', cancel);
    let stopTimer = setTimer(cancel, silenceMs);
    const alive = () => {
      stopTimer();
      stopTimer = setTimer(cancel, silenceMs);
    };
    try {
      const response = await send(url, {
        method: call.method ?? 'GET',
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(call.text === undefined ? {} : { body: call.text }),
        ...(call.keepalive ? { keepalive: true } : {}),
        // The token is the only credential. No cookie is sent, and no cache stores a state.
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      });
      if (!response.ok) throw await refusal(response);
      return await read(response, alive);
    } catch (error) {
      throw error instanceof OptInError ? error : failure('NETWORK', undefined, error);
    } finally {
      stopTimer();
      call.signal?.removeEventListener('abort', cancel);
    }
  }
  const json = <T>(url: string, call: Call) => exchange(url, call, timeoutMs, readJson<T>);
  const done = (url: string, call: Call) => exchange(url, call, timeoutMs, async () => {});

  function beacon({ id, clientToken }: OptInAccess, type: FunnelEventType): { url: string; body: string } {
    return {
      url: `${optInUrl(id)}/events`,
      body: JSON.stringify({ type, clientToken } satisfies FunnelEventRequest),
    };
  }

  return {
    createOptIn: (request, { idempotencyKey, signal } = {}) =>
      json(`${base}/opt-ins`, {
        method: 'POST',
        token: publishableKey,
        body: request,
        headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
        signal,
      }),
    readOptIn: ({ id, clientToken }, { signal } = {}) => json(optInUrl(id), { token: clientToken, signal }),
    streamOptIn: ({ id, clientToken }, { onStatus, onBytes, signal }) =>
      exchange(
        `${optInUrl(id)}/stream`,
        { token: clientToken, headers: { Accept: 'text/event-stream' }, signal },
        STREAM_SILENCE_MS,
        (response, alive) =>
          readStream(
            response,
            () => {
              alive();
              onBytes?.();
            },
            onStatus,
          ),
      ),
    reportEvent(access, type) {
      const { url, body } = beacon(access, type);
      return done(url, { method: 'POST', text: body, keepalive: true });
    },
    beacon,
    readPushPublicKey: async ({ clientToken }) =>
      (await json<PushPublicKeyDocument>(`${base}/push/public-key`, { token: clientToken })).publicKey,
    subscribePush: ({ id, clientToken }, subscription) =>
      json(`${base}/push/subscriptions`, {
        method: 'POST',
        token: clientToken,
        body: { subscription, optInId: id } satisfies PushSubscriptionRequest,
      }),
    unsubscribePush: ({ clientToken }, subscriptionId) =>
      done(`${base}/push/subscriptions/${encodeURIComponent(subscriptionId)}`, {
        method: 'DELETE',
        token: clientToken,
      }),
  };
}

type Reader<T> = (response: Response, alive: () => void) => Promise<T>;

async function readJson<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw failure('SERVER_ERROR', 'The answer was not JSON.', cause);
  }
}

async function readStream(
  response: Response,
  onBytes: () => void,
  onStatus: (status: OptInStatus) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) throw failure('NETWORK', 'This browser cannot read a stream.');
  const decoder = new TextDecoder();
  const parse = createEventParser((data) => {
    try {
      onStatus(JSON.parse(data) as OptInStatus);
    } catch (cause) {
      throw failure('SERVER_ERROR', 'An event was not JSON.', cause);
    }
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    parse(decoder.decode(value, { stream: true }));
  }
}

/**
 * A problem document's own code where it is one of ours, else what its status means. The server refuses in JSON: any other refusal is
 * the page of something before it, which may be gone a moment later.
 */
async function refusal(response: Response): Promise<OptInError> {
  const { status } = response;
  const problem: unknown = await response.json().catch(() => null);
  const isOurs = typeof problem === 'object' && problem !== null;
  const code = isOurs && 'code' in problem ? String(problem.code) : '';
  const known = Object.hasOwn(OPT_IN_ERROR_MESSAGES, code) ? (code as OptInErrorCode) : null;
  const meant = isOurs || status === 429 ? CODE_OF_STATUS[status] : undefined;
  return failure(known ?? meant ?? 'SERVER_ERROR', `Status: ${status}.`);
}

function failure(code: OptInErrorCode, detail?: string, cause?: unknown): OptInError {
  return new OptInError(code, errorMessage(code, detail), { cause });
}

function runtimeTimer(task: () => void, delayMs: number): () => void {
  const timer = globalThis.setTimeout(task, delayMs);
  return () => globalThis.clearTimeout(timer);
}
