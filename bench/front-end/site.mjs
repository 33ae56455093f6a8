// @ts-check
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { buildsOf } from './builds.mjs';
import { CANDIDATES } from './candidates.mjs';
import { EMPTY_PAGE, htmlOf } from './pages.mjs';
import { acceptSockets, answerFor, basePathOf } from './stand-ins.mjs';

/** @typedef {import('./builds.mjs').Host} Host */
/** @typedef {{ kind: 'file' | 'api' | 'preflight' | 'socket', bytes: number }} Asked `bytes`: of the body, as it is sent */

/** Serves the candidates' pages and files, gzipped, and on another origin the stand-ins for their servers. */
export async function serveSite() {
  const builds = await Promise.all(CANDIDATES.map(buildsOf));
  /** @type {Asked[]} */
  let log = [];
  const note = (/** @type {Asked} */ asked) => void log.push(asked);
  const api = serveStandIns(note);
  const apiUrl = await listen(api);
  const pages = createServer(servePages(builds, note, apiUrl));
  const pagesUrl = await listen(pages);
  return {
    emptyUrl: `${pagesUrl}/`,
    /** @param {number} at of the candidate @param {Host} host */
    stands: (at, host) => builds[at]?.[host] !== undefined,
    /** @param {number} at @param {Host} host @param {{ copies: number, live: boolean }} wanted */
    pageUrl: (at, host, { copies, live }) => `${pagesUrl}/${at}/${host}/?copies=${copies}&live=${live}`,
    /** Bytes, gzip, of what the widget loads at once. @param {number} at @param {Host} host */
    widgetBytes: (at, host) =>
      gzipBytes((builds[at]?.[host]?.widget ?? []).flatMap((name) => builds[at]?.[host]?.files.get(name) ?? [])),
    /** Of what the widget loads at once, the entry first. @param {number} at @param {Host} host */
    widgetUrls: (at, host) => (builds[at]?.[host]?.widget ?? []).map((name) => `${pagesUrl}/${at}/${host}/${name}`),
    /** What was asked since it was last called. */
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    close() {
      for (const server of [pages, api]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/**
 * @param {readonly Awaited<ReturnType<typeof buildsOf>>[]} builds
 * @param {(asked: Asked) => void} note
 * @param {string} apiUrl of the stand-ins
 * @returns {import('node:http').RequestListener}
 */
function servePages(builds, note, apiUrl) {
  /** @type {Map<string, Uint8Array>} */
  const compressed = new Map();
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, number = '', host = '', name = ''] = pathname.split('/');
    const at = Number(number);
    const build = builds[at]?.[/** @type {Host} */ (host)];
    const send = (/** @type {string} */ type, /** @type {Uint8Array} */ body) =>
      response
        .writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Cache-Control': 'no-store' })
        .end(body);
    const candidate = CANDIDATES[at];
    if (!build || !candidate) return void send('text/html; charset=utf-8', gzipSync(EMPTY_PAGE));
    if (name === '') {
      const settings = {
        copies: Number(searchParams.get('copies')),
        live: searchParams.get('live') === 'true',
        api: `${apiUrl}${basePathOf(candidate.name)}`,
      };
      // What is loaded later by hand is not part of the page; where the widget is part of it, all is.
      const names = host === 'page' ? build.widget : build.host;
      const urls = names.map((one) => `/${at}/${host}/${one}`);
      const html = htmlOf(candidate, { host: /** @type {Host} */ (host), settings, urls });
      return void send('text/html; charset=utf-8', gzipSync(html));
    }
    const bytes = build.files.get(name);
    if (!bytes) return void response.writeHead(404).end();
    const body = compressed.get(pathname) ?? gzipSync(bytes, { level: 9 });
    compressed.set(pathname, body);
    note({ kind: 'file', bytes: body.length });
    send(name.endsWith('.css') ? 'text/css' : 'text/javascript', body);
  };
}

/** @param {(asked: Asked) => void} note */
function serveStandIns(note) {
  const server = createServer(async (request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const cors = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': '*',
      'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
      'Access-Control-Max-Age': '600',
    };
    if (method === 'OPTIONS') {
      note({ kind: 'preflight', bytes: 0 });
      return void response.writeHead(204, cors).end();
    }
    await request.toArray();
    const { status = 200, json, stream } = answerFor({ method, path });
    const text = stream
      ? stream.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')
      : json === undefined
        ? ''
        : JSON.stringify(json);
    note({ kind: 'api', bytes: Buffer.byteLength(text) });
    response.writeHead(status, { ...cors, 'Content-Type': stream ? 'text/event-stream' : 'application/json' });
    if (stream) response.write(text);
    else response.end(text);
  });
  const accept = acceptSockets();
  server.on('upgrade', (request, socket, head) => {
    note({ kind: 'socket', bytes: 0 });
    accept(request, socket, head);
  });
  return server;
}

/** @param {readonly Uint8Array[]} files */
function gzipBytes(files) {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

/** @param {import('node:http').Server} server @returns {Promise<string>} its origin */
async function listen(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}
