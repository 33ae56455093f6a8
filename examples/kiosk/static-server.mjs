// A screen in the waiting room: people scan its QR code with their own phones.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';

const ELEMENT = /^\/(whatsapp-optin[\w.-]*\.js)$/;
const dist = new URL('.', import.meta.resolve('@whatsapp-optin/web-component/define'));
const port = Number(process.env.APP_PORT ?? 8081);
const server = process.env.WHATSAPP_OPTIN_URL ?? 'http://localhost:4000';

/** The page asks for the next number after each person. */
let number = 0;

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const element = ELEMENT.exec(pathname)?.[1];
  if (pathname === '/config') {
    number += 1;
    const ticket = `K${String(number).padStart(3, '0')}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ server, ticket }));
    return;
  }
  const [file, type] =
    element === undefined
      ? [new URL(pathname === '/kiosk.js' ? 'kiosk.js' : 'kiosk.html', import.meta.url), 'text/html']
      : [new URL(element, dist), 'text/javascript'];
  response.setHeader('content-type', pathname === '/kiosk.js' ? 'text/javascript' : `${type}; charset=utf-8`);
  await pipeline(createReadStream(file), response).catch(() => response.destroy());
}).listen(port, () => console.log(`  Kiosk    http://localhost:${port}/`));
