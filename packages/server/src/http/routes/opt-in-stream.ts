import { z } from '@hono/zod-openapi';
import type { OptInStatus } from '@whatsapp-optin/sdk/contract';
import { wrongKey } from '../authorize.js';
import { defineRoute } from '../define-route.js';
import { rowId } from '../fields.js';
import { clientToken } from '../who.js';

/** Shorter than the idle timeouts of common proxies (30 s and more), so that a quiet stream stays open. */
const HEARTBEAT_MS = 15_000;

export const OPT_IN_STREAM_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/api/opt-ins/{id}/stream',
    id: 'followOptIn',
    tag: 'Opt-ins',
    summary: 'The state of an opt-in as server-sent events',
    description: 'First the present state, then each change: `event: state`, whose data is an OptInStatus.',
    who: clientToken,
    params: z.object({ id: rowId }),
    query: z.object({ clientToken: z.string().optional() }),
    output: { 200: { description: 'The stream', contentType: 'text/event-stream' } },
    example: { params: { id: '01938f6e-0000-7000-8000-000000000001' }, query: {} },
  },
  async ({ context, c, clientAddress, params: { id }, query, clientToken: tokenOf }) => {
    const token = await tokenOf(query.clientToken);
    if (token instanceof Response) return token;
    const release = context.streams.take(id, clientAddress);
    if (release instanceof Response) return release;
    const abort = new AbortController();
    const stop = () => {
      abort.abort();
      release();
    };
    c.req.raw.signal.addEventListener('abort', stop, { once: true });
    const states = context.optIns.watch(id, token, abort.signal)[Symbol.asyncIterator]();
    const first = await states.next().catch((error: unknown) => {
      stop();
      throw error;
    });
    if (first.done) {
      stop();
      return wrongKey(context, clientAddress);
    }
    if (c.req.method === 'HEAD') stop();
    const onFailure = () => context.log.warn({ optInId: id }, 'The stream of an opt-in broke off');
    return new Response(stateStream({ first: first.value, states, stop, onFailure, heartbeatMs: HEARTBEAT_MS }), {
      // Turns off buffering in proxies (nginx).
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  },
);

export interface StateStreamInput {
  first: OptInStatus;
  states: AsyncIterator<OptInStatus>;
  /** Ends the watching. */
  stop(): void;
  onFailure(): void;
  heartbeatMs: number;
}

/** Each state as one event; a comment now and then, so that both ends notice a dead connection. Ends with the states. */
export function stateStream(input: StateStreamInput): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // JSON has no line break outside its texts and escapes those within: nothing in it can begin a second event.
  const event = (status: OptInStatus) => encoder.encode(`event: state\ndata: ${JSON.stringify(status)}\n\n`);
  let heartbeat: NodeJS.Timeout | undefined;
  let ended = false;
  const end = () => {
    ended = true;
    clearInterval(heartbeat);
    input.stop();
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(event(input.first));
      heartbeat = setInterval(() => {
        // A slow reader gets no further heartbeat.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': keep-alive\n\n'));
      }, input.heartbeatMs);
      heartbeat.unref();
    },
    async pull(controller) {
      try {
        const next = await input.states.next();
        if (ended) return;
        if (!next.done) return controller.enqueue(event(next.value));
      } catch {
        if (ended) return;
        input.onFailure();
      }
      end();
      controller.close();
    },
    cancel: end,
  });
}
