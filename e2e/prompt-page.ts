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
    globalThis.show = (settings) => {
      for (const [name, value] of Object.entries(settings)) element.setAttribute(name, value);
    };
    globalThis.gallery = (list) => document.querySelector('main').replaceChildren(...list.map((settings) => {
      const one = document.createElement('whatsapp-optin');
      for (const [name, value] of Object.entries(settings)) one.setAttribute(name, value);
      return one;
    }));`,
  react: `import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
    const names = { phone: 'companyWhatsAppNumber', organization: 'organizationName', ticket: 'ticketNumber',
      'test-state': 'testState', 'publishable-key': 'publishableKey' };
    const query = [...new URLSearchParams(location.search)];
    const props = Object.fromEntries(query.map(([name, value]) => [names[name] ?? name, value]));
    const root = createRoot(document.querySelector('#root'));
    const paint = () => root.render(createElement(WhatsAppNotificationPrompt, { ...props }));
    paint();
    globalThis.show = (settings) => {
      for (const [name, value] of Object.entries(settings)) props[names[name] ?? name] = value;
      paint();
    };
    globalThis.gallery = (list) => root.render(list.map((settings, key) => createElement(WhatsAppNotificationPrompt, {
      key: JSON.stringify(settings),
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [names[name] ?? name, value])),
    })));`,
};

const PAGE_STYLES =
  'html{color-scheme:light dark}body{margin:16px;font-family:system-ui,sans-serif}main{max-width:400px}' +
  '.hostile *{all:unset!important;font-size:0!important;color:red!important}';

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

/** Puts these prompts, each named by the element's attributes, in the place of the one of the page. */
export async function showGallery(page: Page, list: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await page.evaluate(
    (settings) => (globalThis as unknown as { gallery(list: unknown): void }).gallery(settings),
    list,
  );
}

/** Changes settings of the page's prompt, as its host would. */
export async function showSettings(page: Page, settings: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((given) => (globalThis as unknown as { show(given: unknown): void }).show(given), settings);
}

export interface PromptSite {
  /** The address of a page with the prompt; `settings` are named as the element's attributes. */
  page(painter: Painter, settings: Readonly<Record<string, string>>): string;
  url: string;
  /** Methods and paths that were asked of the opt-in's server, oldest first. */
  readonly asked: string[];
  /** Tells every open stream that the message has come. */
  connect(): void;
  /** Lets the server answer the creation of opt-ins, which waits until then. */
  release(): void;
  close(): Promise<void>;
}

/** Serves both painters, bundled from their sources, under the strict policy, and an opt-in that is made on demand. */
export async function servePrompt(): Promise<PromptSite> {
  const scripts = new Map((await Promise.all(PAINTERS.map(bundle))).flat());
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));

  const asked: string[] = [];
  const streams = new Set<ServerResponse>();
  const tell = (stream: ServerResponse, state: 'idle' | 'connected') => {
    const { id, expiresAt } = created();
    const ends = state === 'connected' ? { sessionExpiresAt: new Date(Date.now() + 86_400_000).toISOString() } : {};
    stream.write(`data: ${JSON.stringify({ id, state, expiresAt, ...ends })}\n\n`);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) asked.push(`${request.method} ${pathname}`);
    const painter = PAINTERS.find((name) => pathname.startsWith(`/${name}`));
    if (pathname === '/page.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(PAGE_STYLES);
    else if (scripts.has(pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(scripts.get(pathname));
    } else if (painter) {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STRICT_POLICY };
      response.writeHead(200, headers).end(html(painter));
    } else if (pathname === '/api/opt-ins') {
      await released;
      response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify(created()));
    } else if (pathname.endsWith('/stream')) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      streams.add(response);
      response.on('close', () => streams.delete(response));
      tell(response, 'idle');
    } else response.writeHead(404).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    connect: () => {
      for (const stream of streams) tell(stream, 'connected');
    },
    page: (painter, settings) => `${url}/${painter}?${new URLSearchParams(settings).toString()}`,
    release,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function created() {
  const text = 'Hi%20Acme%20Clinic%2C%20please%20send%20me%20queue%20updates%20for%20ticket%20A001';
  return {
    id: '01980000-0000-7000-8000-000000000000',
    clientToken: 'ct_example',
    code: 'K7Q2-M9XW-4T3H',
    message: decodeURIComponent(text),
    companyNumber: '+966500000000',
    organizationName: 'Acme Clinic',
    links: {
      universal: `https://wa.me/966500000000?text=${text}`,
      app: `whatsapp://send?phone=966500000000&text=${text}`,
      web: `https://web.whatsapp.com/send?phone=966500000000&text=${text}`,
      short: 'https://o.example.com/o/K7Q2-M9XW-4T3H',
    },
    state: 'idle',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
}
