import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ListenedEvent } from '../src/outbox/event-listeners.js';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { eventually } from './test-world.js';

let meta: MetaWorld;
beforeAll(async () => {
  meta = await openMetaWorld();
});
afterAll(async () => {
  await meta?.close();
});

it('an alert of Meta is one event and one count, however often it is redelivered', async () => {
  const heard: ListenedEvent<'account.alert'>[] = [];
  meta.world.app.on('account.alert', (event) => void heard.push(event));
  await eventually('the listener', async () => {
    return (await meta.world.database.query('SELECT FROM whatsapp_optin.event_listeners')).length === 1;
  });
  const alert = (time: number): string =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          ...{ id: '1', time },
          changes: [{ field: 'account_update', value: { event: 'ACCOUNT_VIOLATION', phone_number: '966500000000' } }],
        },
      ],
    });
  for (const time of [1_764_000_000, 1_764_000_000, 1_764_000_060]) expect(await meta.receive(alert(time))).toBe(200);
  await eventually('both', () => heard.length >= 2);
  expect(heard.map(({ data }) => [data.severity, data.code, data.occurredAt])).toEqual([
    ['warning', 'ACCOUNT_VIOLATION', '2025-11-24T16:00:00.000Z'],
    ['warning', 'ACCOUNT_VIOLATION', '2025-11-24T16:01:00.000Z'],
  ]);
  const metrics = await (await meta.world.request('GET', '/metrics', { key: 'ak_test_admin_key_of_the_tests' })).text();
  expect(metrics).toContain('account_alerts_total{provider="meta",kind="account",severity="warning"} 2');
});
