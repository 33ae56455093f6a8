import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAdmission } from '../src/http/admission.js';
import { eventually, openWorld, type World } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

/** More than are let in and may wait, on either engine. */
const CROWD = 1_200;
const SENDERS = Array.from({ length: CROWD }, (_, at) => `+9665100${String(at).padStart(5, '0')}`);

let world: World;
beforeAll(async () => {
  world = await openWorld({}, { createAdmission });
});
afterAll(async () => {
  await world?.close();
});

const stored = async () =>
  world.database.query<{ phone: string }>('SELECT phone_number AS phone FROM whatsapp_optin.whatsapp_inbound_messages');

it('refuses what it cannot answer in time, answers its probes, and keeps all that it acknowledged', async () => {
  const crowd = SENDERS.map((from) => world.receive({ from, text: 'hello' }).then((status) => ({ from, status })));
  const refused = await Promise.any(
    [1, 2, 3].map(async () => {
      const answer = await world.request('GET', '/api/sessions/%2B966510000001', { key: 'sk_nobody' });
      return answer.status === 503 ? answer : Promise.reject(new Error(`It said ${answer.status}.`));
    }),
  );
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await refused.json()).toMatchObject({ code: 'UNAVAILABLE' });
  const [alive, metrics] = await Promise.all([world.request('GET', '/healthz'), world.request('GET', '/metrics')]);
  expect([alive.status, metrics.status]).toEqual([200, 200]);

  const answers = await Promise.all(crowd);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  const phones = new Set((await stored()).map((row) => row.phone));
  const lost = answers.filter(({ from, status }) => status === 200 && !phones.has(from));
  expect(lost).toEqual([]);
  const endedAt = Date.now();
  await eventually('room', async () => (await world.receive({ from: '+966510099999', text: 'hello' })) === 200);
  noteFault({
    ...{ fault: 'more at once than the server answers', tried: `${CROWD} messages` },
    ...{ lost: lost.length, twice: null, late: null, recoveredInMs: Date.now() - endedAt },
  });
});
