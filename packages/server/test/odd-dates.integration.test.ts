import type { Problem } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, SECRET, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const REPORTS = ['analytics/opt-ins', 'analytics/deliveries', 'compliance'];
const LISTS = ['sessions', 'notifications', 'inbound-messages', 'consents', 'audit-log', 'export/sessions.csv'];

/** A query, and the field that is wrong in it. */
const ODD_DAYS: [string, string][] = [
  ['from=9999-12-31&to=9999-12-31', 'from'],
  ['to=0000-01-01', 'to'],
  ['from=1999-12-31', 'from'],
  ['to=2101-01-01', 'to'],
  ['from=2026-02-30', 'from'],
  ['from=2026-02-02&to=2026-02-01', 'from'],
  ['from=2025-01-01&to=2026-02-05', 'from'],
  ['from=2026-01-01%00', 'from'],
];

const ODD_MOMENTS: [string, string][] = [
  ['from=0000-01-01T00:00:00Z', 'from'],
  ['from=9999-12-31T23:59:59-23:59', 'from'],
  ['to=2101-01-01T00:00:00Z', 'to'],
  ['from=2026-02-31T00:00:00Z', 'from'],
  [`from=2026-01-01T00:00:00.${'1'.repeat(200)}Z`, 'from'],
  ['from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z', 'from'],
  ['from=2025-01-01T00:00:00Z&to=2026-02-06T00:00:00Z', 'from'],
];

const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const ID = '01938f6e-0000-7000-8000-000000000001';
const ODD_CURSORS = [
  forged('notifications', '2026-02-31T00:00:00Z', ID),
  forged('notifications', '2026-02-01T24:00:00Z', ID),
  forged('notifications', '0000-01-01T00:00:00Z', ID),
  forged('notifications', '2026-02-01T00:00:00Z', '-'.repeat(36)),
  forged('sessions:-expiresAt', '2026-02-01T00:00:00Z', ID),
  'null',
];

async function refusal(path: string, method = 'GET', key = ADMIN): Promise<[number, string | undefined]> {
  const response = await world.request(method, path, { key, ...(method === 'PUT' && { body: { number: 'A1' } }) });
  return [response.status, ((await response.json()) as Problem).field];
}

describe('dates, cursors and texts that the database could not take are named', () => {
  it.each(REPORTS.flatMap((report) => ODD_DAYS.map(([query, field]) => [report, query, field] as const)))(
    '%s?%s',
    async (report, query, field) => {
      expect(await refusal(`/api/admin/${report}?${query}`)).toEqual([422, field]);
    },
  );

  it.each(LISTS.flatMap((list) => ODD_MOMENTS.map(([query, field]) => [list, query, field] as const)))(
    '%s?%s',
    async (list, query, field) => {
      expect(await refusal(`/api/admin/${list}?${query}`)).toEqual([422, field]);
    },
  );

  it.each(ODD_CURSORS)('the cursor %s', async (cursor) => {
    expect(await refusal(`/api/admin/notifications?cursor=${cursor}`)).toEqual([422, 'cursor']);
  });

  it('a ticket whose id holds NUL', async () => {
    expect(await refusal('/api/tickets/a%00b', 'PUT', SECRET)).toEqual([422, 'ticketId']);
  });
});

it('takes the ends of what is allowed', async () => {
  const taken = [
    'analytics/opt-ins?from=2000-01-01&to=2000-01-01',
    'analytics/opt-ins?from=2100-12-31',
    'analytics/opt-ins?to=2000-01-01',
    'analytics/deliveries?from=2025-01-01&to=2026-02-04',
    'sessions?from=2025-01-01T00:00:00Z&to=2026-02-05T00:00:00Z',
    'sessions?from=2026-01-01T00:00:00.123456%2B14:00',
    'sessions/stats?days=400',
  ];
  for (const path of taken) {
    const { status } = await world.request('GET', `/api/admin/${path}`, { key: ADMIN });
    expect([path, status]).toEqual([path, 200]);
  }
});
