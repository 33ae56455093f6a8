import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import type { ConnectionInfo } from '../http/create-http-handler.js';
import { serve, toNodeHandler, type RunningServer } from './node.js';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0)));
});

async function start(fetch: (request: Request, info?: ConnectionInfo) => Promise<Response>): Promise<RunningServer> {
  const server = await serve({ fetch }, { port: 0, host: '127.0.0.1' });
  running.push(server);
  return server;
}

it('hands over the request and the address of the peer', async () => {
  const { url } = await start(async (request, info) =>
    Response.json({ url: request.url, body: await request.text(), from: info?.remoteAddress }, { status: 201 }),
  );
  const response = await fetch(`${url}/o/1?a=b`, { method: 'POST', body: 'أ' });
  expect([response.status, await response.json()]).toEqual([
    201,
    { url: `${url}/o/1?a=b`, body: 'أ', from: '127.0.0.1' },
  ]);
});

it.each([
  ['in one piece', 'abc', true],
  ['in chunks', new Blob(['abc']).stream(), false],
])('passes on whether a body sent %s is as long as its head says', async (_how, body, isLengthTrue) => {
  const { url } = await start(async (request, info) =>
    Response.json([info?.isLengthTrue, request.headers.get('content-length'), await request.text()]),
  );
  const response = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect(await response.json()).toEqual([isLengthTrue, isLengthTrue ? '3' : null, 'abc']);
});

it('leaves the Request and Response of the host alone', async () => {
  const before = [globalThis.Request, globalThis.Response];
  toNodeHandler({ fetch: async () => new Response() });
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
});

it('names the port that is taken', async () => {
  const { port } = await start(async () => new Response());
  await expect(serve({ fetch: async () => new Response() }, { port, host: '127.0.0.1' })).rejects.toThrow(
    `Port ${port} is taken.`,
  );
});

it('closes each connection with its answer while it drains, and still serves', async () => {
  const server = await start(async () => new Response('served'));
  const answer = async () => {
    const response = await fetch(server.url);
    return [await response.text(), response.headers.get('connection')];
  };
  expect(await answer()).toEqual(['served', 'keep-alive']);
  server.drain();
  expect(await answer()).toEqual(['served', 'close']);
});

it.each([413, 503])('ends the connection of a body that %i refuses before it is whole', async (status) => {
  const { port } = await start(async () => new Response('refused', { status }));
  const head = { 'content-length': 1_000_000 };
  const request = httpRequest({ port, host: '127.0.0.1', method: 'POST', headers: head }).on('error', () => undefined);
  request.write('the first of many');
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  expect([response.statusCode, response.headers.connection]).toEqual([status, 'close']);
  await once(response.resume(), 'close');
  await vi.waitFor(() => expect(request.socket?.destroyed).toBe(true));
});

it('cancels the stream when its reader goes', async () => {
  let onCancel = () => {};
  const gone = new Promise<void>((resolve) => (onCancel = resolve));
  const { url } = await start(async () => eventStream({ onCancel }));
  const abort = new AbortController();
  const response = await fetch(url, { signal: abort.signal });
  await response.body?.getReader().read();
  abort.abort();
  await gone;
});

it('ends streams when it closes, without waiting for their opt-ins', async () => {
  const server = await start(async () => eventStream({ onCancel: () => undefined }));
  const response = await fetch(server.url);
  const body = response.text();
  await server.close();
  expect(await body).toBe('event: state\n\n');
});

it('lets an answer under way end before it closes', async () => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    void start(async () => {
      resolve();
      await new Promise<void>((go) => (answer = go));
      return new Response('whole');
    }).then(({ url }) => (response = fetch(url)));
  });
  let response: Promise<Response> | undefined;
  await asked;
  const closed = running[0]?.close();
  answer();
  expect(await (await response)?.text()).toBe('whole');
  await closed;
});

it('serves under a server of the host', async () => {
  const server = createServer(
    (incoming, outgoing) => void toNodeHandler({ fetch: async () => new Response('hi') })(incoming, outgoing),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const response = await new Promise<IncomingMessage>((resolve) =>
    httpRequest({ port: (server.address() as { port: number }).port, host: '127.0.0.1' }, resolve).end(),
  );
  expect(response.statusCode).toBe(200);
  response.resume();
  server.closeAllConnections();
  server.close();
});

it('says what is wrong where a body parser stands before it', async () => {
  const warnings: Error[] = [];
  const onWarning = (warning: Error): void => void warnings.push(warning);
  process.on('warning', onWarning);
  const handle = toNodeHandler({ fetch: async (request) => new Response(await request.text()) });
  const server = createServer((incoming, outgoing) => {
    incoming.resume().once('end', () => void handle(incoming, outgoing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
  expect([response.status, await response.json()]).toEqual([
    500,
    expect.objectContaining({ detail: expect.stringContaining('Mount it before express.json()') as string }),
  ]);
  await vi.waitFor(() => expect(warnings.map(({ name }) => name)).toContain('BodyConsumedWarning'));
  process.off('warning', onWarning);
  server.closeAllConnections();
  server.close();
});

function eventStream({ onCancel }: { onCancel(): void }): Response {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('event: state\n\n')),
    cancel: onCancel,
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
