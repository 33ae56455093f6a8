import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForProcess } from '../../../scripts/bundle-for-process.mjs';
import { MAX_BATCH_BYTES } from '../src/http/read-body.js';
import { freePort } from './program.js';
import { startServe, type ServeProcess } from './serve-process.js';
import { createDatabase, eventually } from './test-world.js';

const MIB = 1_048_576;
const SENDERS = 300;
/** Of the promise in SECURITY.md. */
const LIMIT_BYTES = 100 * MIB;

let database: Awaited<ReturnType<typeof createDatabase>>;
let program: Awaited<ReturnType<typeof bundleForProcess>>;
let server: ServeProcess;
let port: number;
const sockets = new Set<Socket>();

beforeAll(async () => {
  database = await createDatabase();
  program = await bundleForProcess('src/cli/index.ts');
  port = await freePort();
  server = await startServe(program.file, {
    ...{ DATABASE_URL: database.url, PORT: String(port), META_PHONE_NUMBER_ID: '123456789012345' },
    ...{ META_ACCESS_TOKEN: 'token', META_APP_SECRET: '0123456789abcdef0123456789abcdef' },
    META_VERIFY_TOKEN: 'verify-token-of-the-tests',
  });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server?.end('SIGKILL');
  await program?.remove();
  await database?.drop();
});

/** Sends a body of nearly 3 MiB as fast as the server takes it, and never its last bytes. */
async function sendBody(): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  sockets.add(socket);
  // `once` of node:events would reject where the server cuts the connection, which is what this test waits for.
  const gone = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  void gone.then(() => sockets.delete(socket));
  socket.resume();
  socket.write(
    `POST /api/webhooks/meta HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${MAX_BATCH_BYTES}\r\n\r\n`,
  );
  const piece = Buffer.alloc(65_536, 'a');
  for (let sent = piece.length; sent < MAX_BATCH_BYTES && !socket.destroyed; sent += piece.length) {
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain').catch(() => undefined), gone]);
  }
}

it('grows by less than 100 MB where 300 senders begin bodies of 3 MiB at once and end none', async () => {
  // What the first requests of a process load and compile is no price of the bodies.
  await Promise.all(Array.from({ length: 10 }, sendBody));
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  const before = server.readRssBytes();
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, server.readRssBytes())), 50);
  await Promise.all(Array.from({ length: SENDERS }, sendBody));
  // The last of them hold what the budget gives.
  await eventually('the others to be cut off', () => sockets.size < 100);
  clearInterval(watching);
  peak = Math.max(peak, server.readRssBytes());
  expect(peak - before).toBeLessThan(LIMIT_BYTES);
  await eventually('an answer to others', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status === 200);
});
