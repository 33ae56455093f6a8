import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, openWorld, ultramsgEvent, WEBHOOK_TOKEN, type World } from './test-world.js';

const MESSAGES = 200;
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it('lets other requests through while a batch is accepted, as after an outage of ours', async () => {
  const messages = Array.from({ length: MESSAGES }, (_, index) => {
    const from = `+9665000${String(31_000 + index)}`;
    return ultramsgEvent({ from, text: 'hello' })['data'];
  });
  let isDone = false;
  const batch = world
    .request('POST', `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`, {
      body: { instanceId: '1150', messages },
    })
    .then((response) => {
      isDone = true;
      return response.status;
    });
  let answered = 0;
  await eventually('the batch', async () => {
    answered += (await world.request('GET', '/healthz')).status === 200 ? 1 : 0;
    return isDone;
  });
  expect(await batch).toBe(200);
  expect(answered).toBeGreaterThan(5);
  const [row] = await world.database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM whatsapp_optin.whatsapp_sessions WHERE is_active',
  );
  expect(row?.count).toBe(MESSAGES);
});
