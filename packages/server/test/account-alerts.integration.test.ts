import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AdminAccountAlertList } from '@whatsapp-optin/sdk/contract';
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

it('shows staff the latest warning of each kind, until the platform says that all is well', async () => {
  const say = (event: string, time: number): Promise<number> =>
    meta.receive(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            ...{ id: '1', time },
            changes: [
              {
                field: 'phone_number_quality_update',
                value: { event, display_phone_number: '966500000000', current_limit: 'TIER_1K' },
              },
            ],
          },
        ],
      }),
    );
  const shown = async (): Promise<string[]> => {
    const answer = await meta.world.request('GET', '/api/admin/account-alerts', {
      key: 'ak_test_admin_key_of_the_tests',
    });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as AdminAccountAlertList).items.map(({ kind, code }) => `${kind} ${code}`);
  };
  expect(await shown()).toEqual(['account ACCOUNT_VIOLATION']);
  expect(await say('FLAGGED', 1_764_000_120)).toBe(200);
  expect(await shown()).toEqual(['quality FLAGGED', 'account ACCOUNT_VIOLATION']);
  expect(await say('UNFLAGGED', 1_764_000_180)).toBe(200);
  expect(await shown()).toEqual(['account ACCOUNT_VIOLATION']);
});
