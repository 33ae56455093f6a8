// @ts-check
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { cssTextForEsbuild } from './css-text.mjs';
import { root } from './run.mjs';

/**
 * @typedef {object} JourneySite
 * @property {(attributes: Record<string, string>) => string} page address of a page with the element
 * @property {() => void} connect the customer's message has arrived
 * @property {() => Promise<void>} close
 */

const ENTRY = `import '@whatsapp-optin/web-component/define';
// The last listener of all: the element has heard of the click, and nobody leaves for WhatsApp.
addEventListener('click', (event) => event.preventDefault());`;

/**
 * A page with the element, bundled from its sources, and a companion server that connects when it is told to.
 *
 * @returns {Promise<JourneySite>}
 */
export async function serveJourney() {
  const script = await bundle();
  /** @type {Set<import('node:http').ServerResponse>} */
  const streams = new Set();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') send(response, 'text/html; charset=utf-8', html(searchParams));
    else if (pathname === '/element.js') send(response, 'text/javascript; charset=utf-8', script);
    else if (pathname === '/api/opt-ins') send(response, 'application/json', JSON.stringify(created()), 201);
    else if (pathname.endsWith('/stream')) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(event('idle'));
      streams.add(response);
      response.once('close', () => streams.delete(response));
    } else response.writeHead(204).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    page: (attributes) => `http://127.0.0.1:${address.port}/?${new URLSearchParams(attributes)}`,
    connect() {
      for (const stream of streams) stream.write(event('connected'));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bundle() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [`${root}/node_modules`],
    plugins: [cssTextForEsbuild],
  });
  return outputFiles[0]?.text ?? '';
}

/** @param {URLSearchParams} query */
function html(query) {
  const attributes = [...query].map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}"`).join(' ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ticket</title><link rel="icon" href="data:,"><script type="module" src="/element.js"></script>
<main><whatsapp-optin ${attributes}><a href="https://wa.me/966500000000?text=Hi">Get updates on WhatsApp</a></whatsapp-optin></main></html>`;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} type
 * @param {string} body
 */
function send(response, type, body, status = 200) {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
}

const ID = '01980000-0000-7000-8000-000000000000';

/** @param {'idle' | 'connected'} state */
function event(state) {
  const sessionExpiresAt = state === 'connected' ? inHours(24) : undefined;
  return `data: ${JSON.stringify({ id: ID, state, expiresAt: inHours(1), sessionExpiresAt })}\n\n`;
}

function created() {
  const code = 'K7Q2-M9XW-4T3H';
  const message = `Hi Acme Clinic, please send me queue updates for ticket A001 (ref: ${code})`;
  const text = encodeURIComponent(message);
  return {
    ...{ id: ID, clientToken: 'ct_example', code, message, companyNumber: '+966500000000' },
    ...{ organizationName: 'Acme Clinic', state: 'idle', expiresAt: inHours(1) },
    links: {
      universal: `https://wa.me/966500000000?text=${text}`,
      app: `whatsapp://send?phone=966500000000&text=${text}`,
      web: `https://web.whatsapp.com/send?phone=966500000000&text=${text}`,
      short: `https://o.example.com/o/${code}`,
    },
  };
}

/** @param {number} hours */
function inHours(hours) {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
