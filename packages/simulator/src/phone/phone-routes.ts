import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LedgerEntry } from '../ledger.js';
import { toE164 } from '../phone-digits.js';
import type { SimulatorEnv } from '../reply.js';
import type { World } from '../world.js';
import { isPhoneAsset, readPhoneAsset } from './phone-assets.js';
import { toPhoneEvent } from './phone-event.js';
import type { PhoneMessageInput } from './phones.js';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A comment on the stream this often keeps proxies from closing it. */
const KEEP_ALIVE_MS = 15_000;

/** `/phone`: the page, its files, its live stream, and Send. Everything stands under one path, so that a host can proxy it. */
export function phoneRoutes(
  world: World,
  send: (input: PhoneMessageInput) => { messageId: string },
): Hono<SimulatorEnv> {
  const routes = new Hono<SimulatorEnv>();
  routes.use('/phone/*', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
  });

  routes.get('/phone', (c) => {
    const { body, contentType } = readPhoneAsset('phone.html');
    return c.body(body, 200, { 'content-type': contentType });
  });

  routes.get('/phone/assets/:name', (c) => {
    const name = c.req.param('name');
    if (!isPhoneAsset(name)) return c.notFound();
    const { body, contentType } = readPhoneAsset(name);
    return c.body(body, 200, { 'content-type': contentType });
  });

  routes.get('/phone/links.js', (c) => {
    const { body, contentType } = readPhoneAsset('links.js');
    return c.body(body, 200, { 'content-type': contentType });
  });

  routes.get('/phone/numbers', (c) => {
    const phones = new Set(world.ledger.entries().map((entry) => entry.phone));
    return c.json({ numbers: [...phones].filter((phone) => phone !== null && toE164(phone) === phone) });
  });

  routes.post('/phone/messages', async (c) => {
    // Another site's page cannot send this content type without a preflight, which is never granted.
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'Send JSON.' }, 415);
    const input = readMessage(await c.req.text());
    if (input === null) return c.json({ error: 'Give { from, to, text }: two phone numbers and a text.' }, 422);
    return c.json(send(input), 202);
  });

  routes.get('/phone/stream', (c) => {
    const phone = toE164(c.req.query('number') ?? '');
    if (phone === null) return c.json({ error: 'number is missing or no phone number' }, 422);
    const after = Number(c.req.header('last-event-id') ?? 0);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const write = async (entry: LedgerEntry) => {
        const event = toPhoneEvent(entry, { phone });
        if (event) await stream.writeSSE({ id: String(entry.sequence), data: JSON.stringify(event) });
      };
      const queue: LedgerEntry[] = world.ledger.entries().filter((entry) => entry.sequence > after);
      let wake = () => {};
      const unsubscribe = world.ledger.subscribe((entry) => {
        queue.push(entry);
        wake();
      });
      let open = true;
      const end = () => {
        open = false;
        wake();
      };
      stream.onAbort(end);
      world.closed.addEventListener('abort', end);
      await stream.write(': open\n\n');
      while (open) {
        for (let entry = queue.shift(); entry && open; entry = queue.shift()) await write(entry);
        if (!open || queue.length > 0) continue;
        const quiet = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), KEEP_ALIVE_MS);
          wake = () => {
            clearTimeout(timer);
            resolve(false);
          };
          if (queue.length > 0 || !open) wake();
        });
        if (quiet) await stream.write(': still here\n\n');
      }
      unsubscribe();
      world.closed.removeEventListener('abort', end);
    });
  });

  return routes;
}

function readMessage(body: string): PhoneMessageInput | null {
  try {
    const { from, to, text, name, payload } = JSON.parse(body) as Record<string, unknown>;
    const sender = typeof from === 'string' ? toE164(from) : null;
    const receiver = typeof to === 'string' ? toE164(to) : undefined;
    if (sender === null || receiver === null || typeof text !== 'string' || text.trim() === '') return null;
    const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return { from: sender, to: receiver, text, name: textOf(name), payload: textOf(payload) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return null;
  }
}
