import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApiClient, type ApiClient } from './api-client.js';
import type { OptInStatus } from './contract/opt-ins.js';

/** The client over the runtime's own fetch and a real socket: what a fake response cannot show. */
const ACCESS = { id: '1', clientToken: 'token' };
let server: Server;
let api: ApiClient;
let serve: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  server = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = createApiClient({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('reads an event that comes in single bytes, an Arabic letter cut in two', async () => {
  serve = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const bytes = Buffer.from(`: beat\n\ndata: ${JSON.stringify({ id: 'تذكرة', state: 'waiting' })}\n\n`);
    const next = (at: number): void => {
      if (at === bytes.length) response.end();
      else response.write(bytes.subarray(at, at + 1), () => setImmediate(next, at + 1));
    };
    next(0);
  };
  const seen: OptInStatus[] = [];
  await api.streamOptIn(ACCESS, { onStatus: (status) => seen.push(status) });
  expect(seen).toEqual([{ id: 'تذكرة', state: 'waiting' }]);
});

it('closes the socket of a stream that is no longer wanted', async () => {
  const abort = new AbortController();
  const closed = new Promise<void>((resolve) => {
    serve = (request, response) => {
      request.on('close', resolve);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: {"state":"idle"}\n\n');
    };
  });
  const ended = api.streamOptIn(ACCESS, { onStatus: () => abort.abort(), signal: abort.signal });
  await expect(ended).rejects.toMatchObject({ code: 'NETWORK' });
  await closed;
});

it('says NETWORK where the server breaks off', async () => {
  serve = (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('data: {"state":"idle"}\n\n', () => response.destroy());
  };
  await expect(api.streamOptIn(ACCESS, { onStatus: () => {} })).rejects.toMatchObject({ code: 'NETWORK' });
});

it('says NETWORK where nobody listens', async () => {
  const nobody = createApiClient({ server: 'http://127.0.0.1:1' });
  await expect(nobody.readOptIn(ACCESS)).rejects.toMatchObject({ code: 'NETWORK' });
});
