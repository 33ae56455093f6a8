import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ComplianceReport } from '@whatsapp-optin/sdk/contract';
import { ADMIN, openWorld, type World } from './test-world.js';

const DOCUMENT = path.join(import.meta.dirname, '../../../docs/compliance.md');
const PHONE = '+966500031001';

let world: World;
let queries: string[];
beforeAll(async () => {
  world = await openWorld();
  const text = await readFile(DOCUMENT, 'utf8');
  queries = [...text.matchAll(/```sql\n([^`]+)```/g)].map(([, sql = '']) => sql.trim().replace(/;$/, ''));
  await world.createTicket('compliance', { number: 'C001', phone: PHONE });
  const optIn = await world.createOptIn({ ticketId: 'compliance' });
  await world.receive({ from: PHONE, text: optIn.message });
  await world.notify({ ticketId: 'compliance', type: 'your_turn' });
  await world.receive({ from: PHONE, text: 'STOP' });
  await world.notify({ ticketId: 'compliance', type: 'your_turn' });
});
afterAll(() => world?.close());

const ask = (index: number, values: unknown[] = ['clinic']) => world.database.query(queries[index] ?? '', values);

it('the page for compliance officers has six queries, and each runs', async () => {
  expect(queries).toHaveLength(6);
  const [proof] = await ask(0);
  expect(Number(proof?.['unsolicited'])).toBe(0);
  expect(Number(proof?.['sends'])).toBeGreaterThan(0);
  expect((await ask(1)).map(({ basis }) => basis)).toEqual(['inbound']);
  expect([await ask(2), await ask(3)]).toEqual([[], []]);
});

it('a prompt that was shown and never opened is counted, and so does the report', async () => {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const steps = [
    ['impression'],
    ['impression', 'qr_shown'],
    ['impression', 'link_open'],
    ['impression', 'copied'],
    ['impression', 'skipped'],
    [],
  ];
  for (const events of steps) {
    const { id, clientToken } = await world.createOptIn({ ticketNumber: 'A1' });
    for (const type of events) {
      await world.request('POST', `/api/opt-ins/${id}/events`, { key: clientToken, body: { type } });
    }
  }
  const report = async () => {
    const response = await world.request('GET', '/api/admin/compliance', { key: ADMIN });
    return ((await response.json()) as ComplianceReport).optIns;
  };
  const both = async () =>
    [await report(), (await ask(5, ['clinic', since]))[0]].map((row) => [
      Number(row?.['shown']),
      Number(row?.['unopened']),
    ]);
  // Their codes can still be used.
  expect(await both()).toEqual([
    [5, 0],
    [5, 0],
  ]);
  await world.database.query(`UPDATE whatsapp_optin.opt_ins SET expires_at = clock_timestamp()`);
  expect(await both()).toEqual([
    [5, 2],
    [5, 2],
  ]);
});

it('a send after a STOP is listed', async () => {
  await world.database.query(
    `UPDATE whatsapp_optin.notification_attempts SET at = clock_timestamp() + interval '1 minute'
     WHERE tier = 'whatsapp' AND status <> 'skipped'
       AND notification_id IN (SELECT id FROM whatsapp_optin.notification_logs WHERE kind = 'ticket')`,
  );
  expect(await ask(2)).toHaveLength(1);
});

it('an erased contact has no name left', async () => {
  const [contact] = await world.database.query<{ contact_id: string }>(
    `SELECT contact_id FROM whatsapp_optin.contact_identities WHERE value = $1`,
    [PHONE],
  );
  expect(await ask(4, ['clinic', contact?.contact_id])).not.toEqual([]);
  await world.app.contacts.erase(PHONE);
  expect(await ask(4, ['clinic', contact?.contact_id])).toEqual([]);
});
