import type { IncomingMessage, ServerResponse } from 'node:http';

/** A fake of the opt-in server's routes for pages. Each ticket has its own opt-in; one message connects all of them. */
export interface OptInApi {
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void>;
  /** How many streams are open now. */
  openStreams(): number;
  /** The most streams that were open at once. */
  mostStreams(): number;
  /** Methods and paths that were asked of it, oldest first. */
  readonly asked: string[];
  /** Of each creation, oldest first. */
  readonly idempotencyKeys: string[];
  /** Sends `connected` to every open stream, and answers it to every later request. */
  connect(): void;
  /** Lets it answer the creation of opt-ins, which waits until then. */
  release(): void;
  /** Answers what is asked about an opt-in with this status, and no more; `null`: as it should be. */
  refuse(status: number | null): void;
  /** Cuts every stream, and opens none until they are repaired. Requests work as before. */
  cutStreams(): void;
  mendStreams(): void;
  /** How long a code lives, from when it is made. Default: an hour. */
  lifeMs: number;
  /** As it was when it began to listen. */
  reset(): void;
}

export function createOptInApi(): OptInApi {
  const streams = new Map<ServerResponse, string>();
  const tickets: string[] = [];
  let mostStreams = 0;
  let held = holdBack();
  let state: 'idle' | 'connected' = 'idle';
  let refusal: number | null = null;
  let streamsCut = false;
  let expiresAt = new Date();

  const status = (id: string) => {
    const ends = state === 'connected' ? { sessionExpiresAt: new Date(Date.now() + 86_400_000).toISOString() } : {};
    return JSON.stringify({ id, state, expiresAt: expiresAt.toISOString(), ...ends });
  };

  async function create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    api.idempotencyKeys.push(String(request.headers['idempotency-key']));
    const body = Buffer.concat(await request.toArray()).toString();
    const { ticketNumber = '' } = JSON.parse(body) as { ticketNumber?: string };
    await held.released;
    if (!tickets.includes(ticketNumber)) tickets.push(ticketNumber);
    expiresAt = new Date(Date.now() + api.lifeMs);
    const id = `${OPT_IN_ID.slice(0, -1)}${tickets.indexOf(ticketNumber).toString(36)}`;
    json(response, 201, JSON.stringify({ ...CREATED, id, expiresAt: expiresAt.toISOString() }));
  }

  const api: OptInApi = {
    asked: [],
    idempotencyKeys: [],
    lifeMs: 3_600_000,
    openStreams: () => streams.size,
    mostStreams: () => mostStreams,
    async answer(request, response, pathname) {
      api.asked.push(`${request.method} ${pathname}`);
      const id = pathname.split('/')[3] ?? '';
      if (pathname === '/api/opt-ins') await create(request, response);
      else if (request.method === 'POST') response.writeHead(204).end();
      else if (refusal !== null) json(response, refusal, '{}');
      else if (!pathname.endsWith('/stream')) json(response, 200, status(id));
      else if (streamsCut) json(response, 503, '{}');
      else {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
        streams.set(response, id);
        mostStreams = Math.max(mostStreams, streams.size);
        response.on('close', () => streams.delete(response));
        response.write(`data: ${status(id)}\n\n`);
      }
    },
    connect() {
      state = 'connected';
      for (const [stream, id] of streams) stream.write(`data: ${status(id)}\n\n`);
    },
    release: () => held.release(),
    refuse: (code) => (refusal = code),
    cutStreams() {
      streamsCut = true;
      for (const stream of streams.keys()) stream.destroy();
    },
    mendStreams: () => (streamsCut = false),
    reset() {
      for (const stream of streams.keys()) stream.destroy();
      api.asked.length = 0;
      api.idempotencyKeys.length = 0;
      api.lifeMs = 3_600_000;
      tickets.length = 0;
      mostStreams = 0;
      held = holdBack();
      state = 'idle';
      refusal = null;
      streamsCut = false;
    },
  };
  return api;
}

function json(response: ServerResponse, code: number, body: string): void {
  response.writeHead(code, { 'Content-Type': 'application/json' }).end(body);
}

function holdBack(): { released: Promise<void>; release(): void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return { released, release: () => release() };
}

/** Id of the first opt-in after a reset. */
export const OPT_IN_ID = '01980000-0000-7000-8000-000000000000';
/** It stands in the message of every opt-in, and in no link of a page that has not reached the server. */
export const OPT_IN_CODE = 'K7Q2-M9XW-4T3H';
export const SHORT_LINK = `https://o.example.com/o/${OPT_IN_CODE}`;

const MESSAGE = `Hi Acme Clinic, please send me queue updates for ticket A001 (ref: ${OPT_IN_CODE})`;
const TEXT = encodeURIComponent(MESSAGE);
export const CREATED = {
  clientToken: 'ct_example',
  code: OPT_IN_CODE,
  message: MESSAGE,
  companyNumber: '+966500000000',
  organizationName: 'Acme Clinic',
  links: {
    universal: `https://wa.me/966500000000?text=${TEXT}`,
    app: `whatsapp://send?phone=966500000000&text=${TEXT}`,
    web: `https://web.whatsapp.com/send?phone=966500000000&text=${TEXT}`,
    short: SHORT_LINK,
  },
  state: 'idle',
};
