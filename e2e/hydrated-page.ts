import { createServer, type ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { root } from '../scripts/run.mjs';
import { bundleScript } from './bundle.js';
import { aliasOfReact } from './react-versions.js';

/** React's warnings are a development build's. */
const DEVELOPMENT: BuildOptions = { define: { 'process.env.NODE_ENV': '"development"' } };
const FOR_NODE: BuildOptions = {
  ...DEVELOPMENT,
  platform: 'node',
  splitting: false,
  banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
};

export interface HydratedPage {
  url: string;
  /** HTML of the server in `#root`. */
  html: string;
  /** Answers the lazy files, which wait until then. */
  release(): void;
  close(): Promise<void>;
}

/** Imports a script that is bundled for Node, and that exports `html`. */
export async function renderInNode(contents: string, options: BuildOptions = {}): Promise<string> {
  const folder = await mkdtemp(join(root, 'test-results-ssr-'));
  try {
    const file = join(folder, 'page.mjs');
    const { files } = await bundleScript(contents, 'page', { ...FOR_NODE, ...options });
    await writeFile(file, files.get('/page.js') ?? '');
    const { html } = (await import(pathToFileURL(file).href)) as { html: string };
    return html;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * A page as a framework renders it on a server and hydrates it in a browser, in a development build. In the browser
 * `recovered` lists what React had to repair, `served` the nodes `section` and `h2` of the server.
 *
 * @param page - JavaScript that exports a React element under the name `page`
 * @param modules - a folder of `REACTS`
 */
export async function serveHydrated(page: string, modules: string): Promise<HydratedPage> {
  const alias = aliasOfReact(modules);
  const html = await renderInNode(
    `${page} import { renderToString } from 'react-dom/server'; export const html = renderToString(page);`,
    { alias },
  );
  const bundle = await bundleScript(
    `${page} import { hydrateRoot } from 'react-dom/client';
     globalThis.recovered = [];
     hydrateRoot(document.querySelector('#root'), page, { onRecoverableError: (error) => recovered.push(String(error)) });`,
    'page',
    { ...DEVELOPMENT, alias },
  );
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const answerScript = async (path: string, response: ServerResponse) => {
    if (bundle.lazy.includes(path)) await released;
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(bundle.files.get(path));
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (bundle.files.has(path)) void answerScript(path, response);
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(documentOf(html));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, html, release, close };
}

function documentOf(html: string): string {
  return `<!doctype html><html lang="ar"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">
<div id="root">${html}</div><script>served=[...document.querySelectorAll('section,h2')]</script>
<script type="module" src="/page.js"></script></html>`;
}
