import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Bundle } from './bundle.js';
import { createOptInApi, type OptInApi } from './opt-in-api.js';

export type Renderer = 'element' | 'react';
export const RENDERERS = ['element', 'react'] as const satisfies readonly Renderer[];

/** The strictest policy that a host can have: no inline style, no eval, no markup from text, one origin. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** In a framed gallery what is fixed to the window is fixed to its frame, so that no prompt lies over another. */
const PAGE_STYLES =
  'html{color-scheme:light dark}body{margin:16px;font-family:system-ui,sans-serif}main{max-width:400px}' +
  'main.framed>*,main.framed>#root>*{contain:layout;min-height:96px}' +
  '.hostile *{all:unset!important;font-size:0!important;color:red!important}';

function html(renderer: Renderer): string {
  const prompt =
    renderer === 'element'
      ? '<whatsapp-optin><a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a></whatsapp-optin>'
      : '<div id="root"></div>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ticket</title><link rel="stylesheet" href="/page.css">
<script nonce="x">emitted=[];violations=[];addEventListener('securitypolicyviolation',(event)=>violations.push(event.violatedDirective))</script>
<main>${prompt}</main><script nonce="x" type="module" src="/${renderer}.js"></script></html>`;
}

/** What the page's policy has barred. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
}

/** The prompt's events `failure` and `optin`, oldest first: `failure NETWORK`. */
export async function emittedEvents(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { emitted: string[] }).emitted);
}

type Settings = Readonly<Record<string, string>>;

export interface PromptSite extends OptInApi {
  /**
   * The address of a page with the prompt; `settings` are named as the element's attributes.
   *
   * @param policy - `none`: the page has no Content-Security-Policy
   */
  page(renderer: Renderer, settings: Settings, policy?: 'strict' | 'none'): string;
  url: string;
  readonly bundles: Readonly<Record<Renderer, Bundle>>;
  /** What the page has posted to `/seen`, oldest first. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Serves both renderers, and an opt-in that is made on demand. */
export async function servePrompt(bundles: Readonly<Record<Renderer, Bundle>>): Promise<PromptSite> {
  const scripts = new Map(RENDERERS.flatMap((renderer) => [...bundles[renderer].files]));
  const api = createOptInApi();
  const resetApi = api.reset;
  const seen: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const renderer = RENDERERS.find((name) => pathname.startsWith(`/${name}`));
    if (pathname.startsWith('/api/')) await api.answer(request, response, pathname);
    else if (pathname === '/seen') {
      seen.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(204).end();
    } else if (pathname === '/page.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(PAGE_STYLES);
    else if (pathname === '/elsewhere') response.writeHead(200, HTML).end('<!doctype html><title>Elsewhere</title>');
    else if (scripts.has(pathname)) {
      // A sandboxed frame has an origin of its own.
      const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Access-Control-Allow-Origin': '*' };
      response.writeHead(200, headers).end(scripts.get(pathname));
    } else if (renderer) {
      const policy = pathname.endsWith('/no-policy') ? {} : { 'Content-Security-Policy': STRICT_POLICY };
      response.writeHead(200, { ...HTML, ...policy }).end(html(renderer));
    } else response.writeHead(404).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(api, {
    url,
    bundles,
    seen,
    page: (renderer: Renderer, settings: Settings, policy?: 'strict' | 'none') =>
      `${url}/${renderer}${policy === 'none' ? '/no-policy' : ''}?${new URLSearchParams(settings).toString()}`,
    reset() {
      resetApi();
      seen.length = 0;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
