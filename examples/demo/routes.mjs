import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { docsSite } from './docs-site.mjs';
import { CLINIC } from './settings.mjs';
import { indexPage } from './views/index-page.mjs';
import { phoneLink } from './views/layout.mjs';
import { plainPage } from './views/plain-page.mjs';
import { staffPage } from './views/staff-page.mjs';
import { ticketPage } from './views/ticket-page.mjs';
import { speak } from './words.mjs';

const here = (/** @type {string} */ folder) => fileURLToPath(new URL(folder, import.meta.url));
const elementFolder = dirname(
  createRequire(import.meta.url).resolve('@whatsapp-optin/web-component/dist/whatsapp-optin.js'),
);

/** Where a file under `/assets/` lies. @type {readonly [RegExp, string][]} */
const ASSETS = [
  [/^[a-z-]+\.(css|js)$/, here('pages')],
  [/^(ticket|staff)-page\.js(\.map)?$/, here('dist')],
  [/^whatsapp-optin[\w.-]*\.js(\.map)?$/, elementFolder],
];

const CONTENT_TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', map: 'application/json' };

/**
 * Strict: no eval, and no inline style but the one that the server's card brings.
 *
 * @param {string} styleNonce
 */
const contentSecurityPolicy = (styleNonce) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/**
 * The pages of the demo and its own small API; everything else goes to the companion server.
 *
 * @param {object} parts
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {import('./clinic.mjs').Clinic} parts.clinic
 * @param {(ticketId: string) => Promise<string>} parts.createTicketToken
 * @param {() => Promise<{ token: string }>} parts.createStaffToken
 * @param {string} parts.simulatorUrl
 * @param {(page: import('./ticket-page/ticket-page.js').PageData) => Promise<string>} parts.renderTicketPage
 */
export function createRoutes({
  settings,
  clinic,
  createTicketToken,
  createStaffToken,
  simulatorUrl,
  renderTicketPage,
}) {
  /** @type {Hono<{ Variables: { styleNonce: string } }>} */
  const routes = new Hono();

  for (const path of ['/', '/ticket', '/plain', '/staff']) {
    routes.use(path, async (c, next) => {
      const styleNonce = randomBytes(16).toString('base64');
      c.set('styleNonce', styleNonce);
      await next();
      c.header('Content-Security-Policy', contentSecurityPolicy(styleNonce));
      c.header('X-Content-Type-Options', 'nosniff');
      c.header('Referrer-Policy', 'same-origin');
      c.header('Cache-Control', 'no-store');
    });
  }

  routes.get('/', (c) => c.html(indexPage(speak(c.req.query('lang')))));
  routes.get('/staff', (c) => c.html(staffPage(speak(c.req.query('lang')))));

  for (const path of ['/ticket', '/plain']) {
    // Opening the page is the machine at the door: it hands out a ticket, whose page then has an address of its own.
    routes.get(path, async (c) => {
      const speech = speak(c.req.query('lang'));
      const ticket = clinic.find(c.req.query('ticket') ?? '');
      if (!ticket) {
        const { id } = await clinic.takeTicket({ locale: speech.locale });
        return c.redirect(`${path}?${new URLSearchParams({ ticket: id, lang: speech.locale })}`, 303);
      }
      await clinic.speak(ticket, speech.locale);
      const origin = new URL(c.req.url).origin;
      const shared = {
        ticketId: ticket.id,
        queue: clinic.queueOf(ticket),
        pocketPhone: ticket.pocketPhone,
        companyNumber: CLINIC.number,
        organizationName: CLINIC.name,
        server: origin,
      };
      if (path === '/ticket') {
        const optIn = await clinic.optInFor(ticket, `${origin}${path}?ticket=${ticket.id}&lang=${speech.locale}`);
        const { locale, words } = speech;
        const data = { ...shared, optIn, locale, words, styleNonce: c.get('styleNonce') };
        return c.html(ticketPage(speech, data, { ticketId: ticket.id, content: await renderTicketPage(data) }));
      }
      const ticketToken = await createTicketToken(ticket.id);
      const hashes = JSON.parse(await readFile(join(elementFolder, 'sri.json'), 'utf8'));
      const script = { publishableKey: settings.keys.publishable, ticketToken, integrity: hashes['whatsapp-optin.js'] };
      return c.html(plainPage(speech, { ...shared, ...script }));
    });
  }

  routes.route('/', docsSite(here('../../docs/.vitepress/dist')));

  routes.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const folders = ASSETS.filter(([pattern]) => pattern.test(name)).map(([, folder]) => folder);
    for (const folder of folders.reverse()) {
      const body = await readFile(join(folder, name)).catch(() => null);
      if (!body) continue;
      const extension = /** @type {keyof typeof CONTENT_TYPES} */ (name.split('.').at(-1));
      return c.body(body, 200, { 'content-type': CONTENT_TYPES[extension], 'cache-control': 'no-cache' });
    }
    return c.notFound();
  });

  routes.get('/demo/tickets/:id', (c) => {
    const ticket = clinic.find(c.req.param('id'));
    return ticket ? c.json(clinic.queueOf(ticket)) : c.json({ error: 'There is no ticket of this id.' }, 404);
  });

  // Another site's page cannot send this content type without a preflight, which is never granted.
  routes.use('/demo/*', async (c, next) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json');
    return c.req.method === 'POST' && !isJson ? c.json({ error: 'Send JSON.' }, 415) : next();
  });
  // A clinic asks here who of its staff is signed in; the demo lets everybody in.
  routes.post('/demo/staff-token', async (c) => c.json(await createStaffToken()));
  routes.post('/demo/tickets/:id/call', async (c) => c.json(await clinic.call(c.req.param('id'))));
  routes.get('/demo/tickets/:id/phone', (c) => {
    const ticket = clinic.find(c.req.param('id'));
    return ticket ? c.redirect(phoneLink(speak(ticket.locale), ticket.pocketPhone), 303) : c.notFound();
  });
  routes.post('/demo/tickets/:id/push', async (c) => {
    const ticket = clinic.find(c.req.param('id'));
    if (!ticket) return c.json({ error: 'There is no ticket of this id.' }, 404);
    await clinic.allowPush(ticket);
    return c.json(clinic.queueOf(ticket));
  });
  routes.post('/demo/walk-ins', async (c) => {
    const { locale } = await c.req.json();
    const { id, number, pocketPhone } = await clinic.takeTicket({ locale: speak(locale).locale, walkIn: true });
    return c.json({ id, number, pocketPhone }, 201);
  });

  // The phone stands under one path, so that one origin serves the whole demo.
  routes.all('/phone/*', (c) => proxyTo(simulatorUrl, c.req.raw));
  routes.all('/phone', (c) => proxyTo(simulatorUrl, c.req.raw));

  routes.onError((error, c) => {
    console.error(error);
    return c.json({ error: error.message }, 500);
  });
  return routes;
}

/** @param {string} base @param {Request} request */
async function proxyTo(base, request) {
  const { pathname, search } = new URL(request.url);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const headers = new Headers(request.headers);
  headers.delete('host');
  headers.delete('connection');
  const answer = await fetch(`${base}${pathname}${search}`, {
    method: request.method,
    headers,
    signal: request.signal,
    redirect: 'manual',
    ...(hasBody ? { body: await request.arrayBuffer() } : {}),
  });
  const kept = new Headers(answer.headers);
  // The body arrives unpacked, and in pieces.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) kept.delete(name);
  const body = answer.body && ReadableStream.from(untilGone(answer.body, request.signal));
  return new Response(body, { status: answer.status, headers: kept });
}

/** The body without the error that its reader's leaving makes of it. @param {ReadableStream<Uint8Array>} body @param {AbortSignal} gone */
async function* untilGone(body, gone) {
  try {
    yield* body;
  } catch (error) {
    if (!gone.aborted) throw error;
  }
}
