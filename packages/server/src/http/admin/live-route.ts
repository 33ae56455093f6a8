import { z } from '@hono/zod-openapi';
import type { LiveChange } from '@whatsapp-optin/sdk/contract';
import { readWatermark, writeWatermark } from '../../events/live-watermark.js';
import type { LiveNews } from '../../events/live-watch.js';
import { defineRoute } from '../define-route.js';
import { staff } from '../who.js';

/** Shorter than the idle timeouts of common proxies (30 s and more), so that a quiet stream stays open. */
const HEARTBEAT_MS = 15_000;
/** Then the reader reconnects and proves its key again: a revoked key reads no longer than this. */
const MAX_STREAM_MS = 10 * 60_000;
/** How soon a browser comes again. */
const RETRY_MS = 2_000;

export const LIVE_ROUTE = defineRoute(
  {
    method: 'get',
    path: '/api/admin/stream',
    id: 'followChanges',
    tag: 'Staff',
    summary: 'What has changed, as server-sent events',
    description:
      'First `event: ready`, then `event: change`, each with `{ topics }` to ask for again and an id. With that id as Last-Event-ID, the first event names what was missed. Ends after ten minutes; come again.',
    who: staff('sessions.read'),
    headers: z.object({ 'last-event-id': z.string().optional() }),
    output: { 200: { description: 'The stream', contentType: 'text/event-stream' } },
    example: {},
  },
  ({ context, c, organizationId }) => {
    const abort = new AbortController();
    c.req.raw.signal.addEventListener('abort', () => abort.abort(), { once: true });
    const seen = readWatermark(c.req.header('last-event-id') ?? '');
    const news = context.live.follow(organizationId, seen, abort.signal);
    if (c.req.method === 'HEAD') abort.abort();
    const onFailure = () => context.log.warn({}, 'The stream of a page of staff broke off');
    return new Response(liveStream({ news, stop: () => abort.abort(), onFailure }), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  },
);

interface LiveStreamInput {
  news: AsyncIterator<LiveNews>;
  stop(): void;
  onFailure(): void;
}

function liveStream({ news, stop, onFailure }: LiveStreamInput): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const timers: NodeJS.Timeout[] = [];
  let first = true;
  let ended = false;
  const end = () => {
    ended = true;
    timers.forEach(clearInterval);
    stop();
  };
  const event = ({ topics, watermark }: LiveNews): Uint8Array => {
    const data: LiveChange = { topics };
    const name = first ? `retry: ${RETRY_MS}\nevent: ready` : 'event: change';
    first = false;
    return encoder.encode(`${name}\nid: ${writeWatermark(watermark)}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const heartbeat = setInterval(() => {
        // A slow reader gets no further heartbeat.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': keep-alive\n\n'));
      }, HEARTBEAT_MS);
      timers.push(heartbeat.unref(), setTimeout(stop, MAX_STREAM_MS).unref());
    },
    async pull(controller) {
      try {
        const next = await news.next();
        if (ended) return;
        if (!next.done) return controller.enqueue(event(next.value));
      } catch {
        if (ended) return;
        onFailure();
      }
      end();
      controller.close();
    },
    cancel: end,
  });
}
