import express, { type ErrorRequestHandler } from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createHttpHandler } from '../http/create-http-handler.js';
import { createInMemoryWorld, KEYS } from '../http/testing/in-memory-dependencies.js';
import { toExpressHandler } from './express.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function start(
  build: (app: express.Express, handler: ReturnType<typeof toExpressHandler>) => void,
): Promise<string> {
  const { deps } = createInMemoryWorld({ basePath: '/whatsapp' });
  const app = express();
  build(app, toExpressHandler({ fetch: createHttpHandler(deps) }));
  const onError: ErrorRequestHandler = (error: Error, _request, response, _next) =>
    void response.status(500).send(error.message);
  app.use(onError);
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const putTicket = (url: string) =>
  fetch(`${url}/whatsapp/api/tickets/T1`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${KEYS.secret}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ number: 'A001' }),
  });

it('serves below its mount path and reads the body itself', async () => {
  const url = await start((app, handler) => app.use('/whatsapp', handler).use(express.json()));
  const response = await putTicket(url);
  expect([response.status, await response.json()]).toMatchObject([201, { id: 'T1', number: 'A001' }]);
});

it('says what is wrong where a body parser stands before it', async () => {
  const url = await start((app, handler) => app.use(express.json()).use('/whatsapp', handler));
  const response = await putTicket(url);
  expect([response.status, await response.text()]).toEqual([
    500,
    expect.stringContaining('Mount it before express.json()'),
  ]);
});

it('serves what has no body behind a body parser', async () => {
  const url = await start((app, handler) => app.use(express.json()).use('/whatsapp', handler));
  expect((await fetch(`${url}/whatsapp/healthz`, { headers: { connection: 'close' } })).status).toBe(200);
});
