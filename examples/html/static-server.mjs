// Any web server does; this one serves the folder `public` and has no part of whatsapp-optin in it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const NAME = /^\/[\w-]+(\.[\w-]+)*$/;
const port = Number(process.env.APP_PORT ?? 8080);
const server = process.env.WHATSAPP_OPTIN_URL ?? 'http://localhost:4000';
const simulator = process.env.SIMULATOR_URL ?? 'http://localhost:4001';

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname === '/' ? '/index.html' : pathname;
  try {
    if (!NAME.test(name)) throw new Error('no such file');
    const file = await readFile(new URL(`public${name}`, import.meta.url));
    // The page names the ports of a usual start.
    const isPage = name === '/index.html';
    const body = isPage
      ? String(file).replaceAll('http://localhost:4000', server).replaceAll('http://localhost:4001', simulator)
      : file;
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(port, () => console.log(`  Page     http://localhost:${port}/`));
