import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { root } from '../scripts/run.mjs';

export type Painter = 'element' | 'react';
export const PAINTERS = ['element', 'react'] as const satisfies readonly Painter[];

/** The strictest policy that a host can have: no inline style, no eval, no markup from text, one origin. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const ENTRIES: Readonly<Record<Painter, string>> = {
  element: `import '@whatsapp-optin/web-component/define';
    const element = document.querySelector('whatsapp-optin');
    for (const [name, value] of new URLSearchParams(location.search)) element.setAttribute(name, value);
    globalThis.gallery = (list, number) => document.querySelector('main').replaceChildren(...list.map((settings) => {
      const frame = Object.assign(document.createElement('div'), { className: 'frame' });
      frame.dataset.gallery = number;
      const one = document.createElement('whatsapp-optin');
      for (const [name, value] of Object.entries(settings)) one.setAttribute(name, value);
      frame.append(one);
      return frame;
    }));`,
  react: `import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
    const names = { phone: 'companyWhatsAppNumber', organization: 'organizationName', ticket: 'ticketNumber',
      'test-state': 'testState', 'publishable-key': 'publishableKey' };
    const query = [...new URLSearchParams(location.search)];
    const props = Object.fromEntries(query.map(([name, value]) => [names[name] ?? name, value]));
    const root = createRoot(document.querySelector('#root'));
    root.render(createElement(WhatsAppNotificationPrompt, props));
    const prompt = (settings) => createElement(WhatsAppNotificationPrompt,
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [names[name] ?? name, value])));
    globalThis.gallery = (list, number) => root.render(list.map((settings, index) =>
      createElement('div', { className: 'frame', 'data-gallery': number, key: number + '-' + index }, prompt(settings))));
    globalThis.inShadowRoot = (settings) => {
      root.render(null);
      const host = document.createElement('div');
      document.querySelector('main').append(host);
      createRoot(host.attachShadow({ mode: 'open' })).render(prompt(settings));
    };`,
};

/** In a framed gallery what is fixed to the window is fixed to its frame, so that no prompt lies over another. */
const PAGE_STYLES =
  'html{color-scheme:light dark}body{margin:16px;font-family:system-ui,sans-serif}main{max-width:400px}' +
  'main.framed>*,main.framed>#root>*{contain:layout;min-height:96px}' +
  '.hostile *{all:unset!important;font-size:0!important;color:red!important}';

/** The scripts of both painters, by path. */
export async function bundlePrompts(): Promise<ReadonlyMap<string, string>> {
  return new Map((await Promise.all(PAINTERS.map(bundle))).flat());
}

/** The entry of a painter and the chunks that it loads later, by path. */
async function bundle(painter: Painter): Promise<[string, string][]> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRIES[painter], resolveDir: root, loader: 'js' },
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    entryNames: painter,
    chunkNames: `${painter}-[name]-[hash]`,
    format: 'esm',
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [`${root}/node_modules`],
  });
  return outputFiles.map(({ path, text }) => [path, text]);
}

function html(painter: Painter): string {
  const prompt =
    painter === 'element'
      ? '<whatsapp-optin><a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a></whatsapp-optin>'
      : '<div id="root"></div>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ticket</title><link rel="stylesheet" href="/page.css">
<script nonce="x">violations=[];addEventListener('securitypolicyviolation',(event)=>violations.push(event.violatedDirective))</script>
<main>${prompt}</main><script nonce="x" type="module" src="/${painter}.js"></script></html>`;
}

/** What the page's policy has barred. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
}

export interface PromptSite {
  /** The address of a page with the prompt; `settings` are named as the element's attributes. */
  page(painter: Painter, settings: Readonly<Record<string, string>>): string;
  url: string;
  /** How many streams are open now. */
  openStreams(): number;
  /** Methods and paths that were asked of the opt-in's server, oldest first. */
  readonly asked: string[];
  /** Of each creation, oldest first. */
  readonly idempotencyKeys: string[];
  /** What the page has posted to `/seen`, oldest first. */
  readonly seen: string[];
  /** Tells every open stream that the message has come, and says so to all who ask from now on. */
  connect(): void;
  /** Lets the server answer the creation of opt-ins, which waits until then. */
  release(): void;
  /** Answers what is asked about an opt-in with this status, and no more; `null`: as it should be. */
  refuse(status: number | null): void;
  /** Cuts every stream, and opens none until they are mended; asking works as before. */
  cutStreams(): void;
  mendStreams(): void;
  /** How long a code lives, from when it is made. Default: an hour. */
  lifeMs: number;
  /** As it was when it began to listen. */
  reset(): void;
  close(): Promise<void>;
}

/** Serves both painters under the strict policy, and an opt-in that is made on demand. */
export async function servePrompt(scripts: ReadonlyMap<string, string>): Promise<PromptSite> {
  const streams = new Set<ServerResponse>();
  let held = holdBack();
  let state: 'idle' | 'connected' = 'idle';
  let refusal: number | null = null;
  let streamsCut = false;
  let expiresAt = new Date();

  const status = () => {
    const ends = state === 'connected' ? { sessionExpiresAt: new Date(Date.now() + 86_400_000).toISOString() } : {};
    return JSON.stringify({ id: OPT_IN_ID, state, expiresAt: expiresAt.toISOString(), ...ends });
  };

  const answerApi = async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const json = (code: number, body: string) =>
      response.writeHead(code, { 'Content-Type': 'application/json' }).end(body);
    site.asked.push(`${request.method} ${pathname}`);
    if (pathname === '/api/opt-ins') {
      site.idempotencyKeys.push(String(request.headers['idempotency-key']));
      await held.released;
      expiresAt = new Date(Date.now() + site.lifeMs);
      json(201, JSON.stringify({ ...CREATED, expiresAt: expiresAt.toISOString() }));
    } else if (request.method === 'POST') response.writeHead(204).end();
    else if (refusal !== null) json(refusal, '{}');
    else if (!pathname.endsWith('/stream')) json(200, status());
    else if (streamsCut) json(503, '{}');
    else {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      streams.add(response);
      response.on('close', () => streams.delete(response));
      response.write(`data: ${status()}\n\n`);
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const painter = PAINTERS.find((name) => pathname.startsWith(`/${name}`));
    if (pathname.startsWith('/api/')) await answerApi(request, response, pathname);
    else if (pathname === '/seen') {
      site.seen.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(204).end();
    } else if (pathname === '/page.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(PAGE_STYLES);
    else if (pathname === '/elsewhere') response.writeHead(200, HTML).end('<!doctype html><title>Elsewhere</title>');
    else if (scripts.has(pathname)) {
      // A sandboxed frame has an origin of its own.
      const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Access-Control-Allow-Origin': '*' };
      response.writeHead(200, headers).end(scripts.get(pathname));
    } else if (painter) {
      response.writeHead(200, { ...HTML, 'Content-Security-Policy': STRICT_POLICY }).end(html(painter));
    } else response.writeHead(404).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: PromptSite = {
    url,
    asked: [],
    idempotencyKeys: [],
    seen: [],
    lifeMs: 3_600_000,
    openStreams: () => streams.size,
    connect() {
      state = 'connected';
      for (const stream of streams) stream.write(`data: ${status()}\n\n`);
    },
    page: (painter, settings) => `${url}/${painter}?${new URLSearchParams(settings).toString()}`,
    release: () => held.release(),
    refuse: (code) => (refusal = code),
    cutStreams() {
      streamsCut = true;
      for (const stream of streams) stream.destroy();
    },
    mendStreams: () => (streamsCut = false),
    reset() {
      for (const stream of streams) stream.destroy();
      site.asked.length = 0;
      site.idempotencyKeys.length = 0;
      site.seen.length = 0;
      site.lifeMs = 3_600_000;
      held = holdBack();
      state = 'idle';
      refusal = null;
      streamsCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

function holdBack(): { released: Promise<void>; release(): void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return { released, release: () => release() };
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
export const OPT_IN_ID = '01980000-0000-7000-8000-000000000000';
const TEXT = 'Hi%20Acme%20Clinic%2C%20please%20send%20me%20queue%20updates%20for%20ticket%20A001';
export const CREATED = {
  id: OPT_IN_ID,
  clientToken: 'ct_example',
  code: 'K7Q2-M9XW-4T3H',
  message: decodeURIComponent(TEXT),
  companyNumber: '+966500000000',
  organizationName: 'Acme Clinic',
  links: {
    universal: `https://wa.me/966500000000?text=${TEXT}`,
    app: `whatsapp://send?phone=966500000000&text=${TEXT}`,
    web: `https://web.whatsapp.com/send?phone=966500000000&text=${TEXT}`,
    short: 'https://o.example.com/o/K7Q2-M9XW-4T3H',
  },
  state: 'idle',
};
