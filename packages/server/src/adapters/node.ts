import { getRequestListener } from '@hono/node-server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { problemResponse } from '../http/problem-response.js';
import { BodyConsumedError } from './body-consumed-error.js';
import type { FetchApp } from './fetch-app.js';

export type { FetchApp };
/** A request listener for Node's HTTP server. Settles when the response is written. */
export type NodeHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * For `http.createServer`, and for every framework that hands over Node's own request before its body was read. A request that
 * a body parser has read before is answered with 500 and the remedy; the process warns, too.
 */
export function toNodeHandler(app: FetchApp): NodeHandler {
  const handle = listenerOf(app, () => undefined);
  const { message } = new BodyConsumedError('toNodeHandler(app)');
  const refuse = listenerOf({ fetch: async () => problemResponse('SERVER_ERROR', message) }, () => undefined);
  let hasWarned = false;
  return async (incoming, outgoing) => {
    if (!incoming.readableDidRead) return handle(incoming, outgoing);
    // Thrown here it would end the process of a plain `createServer`, and leave the caller of others without an answer.
    if (!hasWarned) process.emitWarning(message, 'BodyConsumedWarning');
    hasWarned = true;
    return refuse(incoming, outgoing);
  };
}

function listenerOf(app: FetchApp, onAnswer: (response: Response, outgoing: ServerResponse) => void): NodeHandler {
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const response = await app.fetch(request, {
        remoteAddress: incoming.socket.remoteAddress,
        isLengthTrue: isLengthTrue(incoming),
      });
      onAnswer(response, outgoing as ServerResponse);
      return response;
    },
    // The library would put its own Request and Response in place of the host's.
    { overrideGlobalObjects: false },
  );
}

/** A chunked body has no length, but a lenient parser accepts a Content-Length beside it. */
function isLengthTrue({ httpVersionMajor, headers }: Pick<IncomingMessage, 'httpVersionMajor' | 'headers'>): boolean {
  return httpVersionMajor === 1 && headers['transfer-encoding'] === undefined;
}

/** Where `serve` listens. */
export interface ServeOptions {
  /** 0 takes any free one. */
  port: number;
  /** @default every address of the machine */
  host?: string | null | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** The port in use, also where 0 was asked for. */
  port: number;
  /** For a browser on this machine. */
  url: string;
  /** From now on each answer closes its connection, so that the next request comes to another process. */
  drain(): void;
  /** Takes no new request, ends the streams, waits for answers under way up to `graceMs`, then cuts them off. */
  close(graceMs?: number): Promise<void>;
}

/** A whole request must be here within this time, its head sooner: slow senders hold no connection for long. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const TIMEOUT_CHECK_MS = 2_000;
/** Longer than the usual proxy keeps an idle connection (60 s), so that it never writes into one that we close. */
const KEEP_ALIVE_MS = 65_000;
const DEFAULT_GRACE_MS = 10_000;
/**
 * Connections that the kernel keeps while the event loop is busy. One more than Node's 511 is dropped, and its sender asks
 * again after 1, 3, 7 seconds: that would be a time-out where 503 is meant. The kernel's own limit may be lower.
 */
const BACKLOG = 4_096;
/** A connection that was just accepted has its first request on the way. */
const FIRST_REQUEST_MS = 1_000;
/** Under a load that never rests, a server still closes. */
const MAX_BUSY_TURNS = 1_000;

/** Answers to a body that is too large, or has no room. What its sender goes on to send is not read, or it would take memory. */
const UNREAD_STATUSES: readonly number[] = [413, 503];

/** Serves the app over HTTP/1.1. Resolves when it listens. @throws {Error} where the port is taken, naming it. */
export async function serve(app: FetchApp, options: ServeOptions): Promise<RunningServer> {
  const streams = new Set<ServerResponse>();
  let isDraining = false;
  let closesIdle = false;
  const handle = listenerOf(app, (response, outgoing) => {
    if (isEventStream(response)) streams.add(outgoing);
    if (UNREAD_STATUSES.includes(response.status) && !outgoing.req.complete) outgoing.setHeader('connection', 'close');
  });
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    (incoming, outgoing) => {
      if (isDraining) outgoing.setHeader('connection', 'close');
      outgoing.once('close', () => {
        streams.delete(outgoing);
        if (closesIdle) setImmediate(() => server.closeIdleConnections());
      });
      void handle(incoming, outgoing);
    },
  );
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${browserHost(options.host)}:${port}`,
    drain: () => void (isDraining = true),
    close: (graceMs = DEFAULT_GRACE_MS) => close(server, streams, graceMs, () => (closesIdle = true)),
  };
}

const wrongHost = ({ host }: ServeOptions): string =>
  `HOST "${host ?? ''}" is no address of this machine. Leave HOST out, or set it to 127.0.0.1 or 0.0.0.0.`;

const LISTEN_FAILURES: Readonly<Record<string, (options: ServeOptions) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Stop what listens there, or set PORT to another one.`,
  EACCES: ({ port }) => `This user may not open port ${port}. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: wrongHost,
  ENOTFOUND: wrongHost,
};

function listen(server: Server, { port, host }: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      const help = LISTEN_FAILURES[error.code ?? '']?.({ port, host });
      reject(help === undefined ? error : new Error(help, { cause: error }));
    };
    server.once('error', onError);
    server.listen({ port, backlog: BACKLOG, ...(host ? { host } : {}) }, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

async function close(
  server: Server,
  streams: ReadonlySet<ServerResponse>,
  graceMs: number,
  onIdle: () => void,
): Promise<void> {
  await quietTurn(server);
  // Node's own `close` also ends idle connections: those whose first request is on its way, too.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  // A stream ends only when its opt-in does; its reader comes back to the next process.
  for (const outgoing of streams) outgoing.end();
  const idle = setTimeout(
    () => {
      onIdle();
      server.closeIdleConnections();
    },
    Math.min(FIRST_REQUEST_MS, graceMs),
  );
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(idle);
  clearTimeout(cutOff);
}

/**
 * Connections that the kernel has taken for us would be reset: they are accepted before. The moment between the last one and
 * the close is shortest in a turn of the event loop that brings none.
 */
async function quietTurn(server: Server): Promise<void> {
  let accepted = 0;
  const count = (): void => void (accepted += 1);
  server.on('connection', count);
  for (let turn = 0, before = -1; turn < MAX_BUSY_TURNS && before !== accepted; turn += 1) {
    before = accepted;
    await endOfTurn();
  }
  server.off('connection', count);
}

function isEventStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

function browserHost(host: string | null | undefined): string {
  if (!host || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
