import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollUpDays } from '../src/storage/daily-counts.js';
import { ENGINE, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const counts = async (): Promise<Record<string, number>> =>
  Object.fromEntries((await world.app.analytics.dailyCounts({}, 2)).map(({ name, count }) => [name, count]));

describe('what happened on a day', () => {
  it('is counted once, however often it is counted, and stays when its rows are forgotten', async () => {
    const phone = '+966500002501';
    await world.createTicket('d-1', { phone });
    const optIn = await world.createOptIn({ ticketId: 'd-1' });
    const report = (type: string) =>
      world.request('POST', `/api/opt-ins/${optIn.id}/events`, { key: optIn.clientToken, body: { type } });
    await report('impression');
    await report('link_open');
    await world.receive({ from: phone, text: optIn.message });
    await world.notify({ ticketId: 'd-1', type: 'position_update' });
    await world.receive({ from: phone, text: 'STOP' });
    await world.notify({ ticketId: 'd-1', type: 'position_update' });

    await Promise.all([rollUpDays(world.database), rollUpDays(world.database)]);
    const counted = {
      'consent.granted': 1,
      'consent.withdrawn': 1,
      inbound: 2,
      'notification.none': 1,
      'notification.whatsapp_fallback': 1,
      'opt_in.connected': 1,
      'opt_in.impression': 1,
      'opt_in.link_open': 1,
      'session.opened': 1,
      'webhook.accepted': 2,
    };
    expect(await counts()).toMatchObject(counted);

    await world.database.query(`DELETE FROM whatsapp_optin.whatsapp_inbound_messages`);
    await world.database.query(`DELETE FROM whatsapp_optin.opt_in_events`);
    await world.database.query(
      `UPDATE whatsapp_optin.notification_logs SET method = 'push' WHERE ticket_id = 'd-1' AND method = 'none'`,
    );
    await rollUpDays(world.database);
    const { 'notification.none': _changed, ...rest } = counted;
    const again = await counts();
    expect(again).toMatchObject({ ...rest, 'notification.push': 1 });
    expect(again).not.toHaveProperty('notification.none');
  });

  if (ENGINE === 'postgres') {
    it('is counted in one order: a process that waits for another holds nothing that the other wants', async () => {
      await rollUpDays(world.database);
      await world.database.query(`UPDATE whatsapp_optin.daily_counts SET count = count + 1`);
      const { rollingUp, free } = await world.database.transaction(async ({ query }) => {
        await query(
          `SELECT FROM whatsapp_optin.daily_counts WHERE (organization_id, day, name) =
             (SELECT organization_id, day, name FROM whatsapp_optin.daily_counts ORDER BY 1, 2, 3 LIMIT 1) FOR UPDATE`,
        );
        // As the planner would have it for many rows: grouped without being sorted.
        const rollingUp = world.database.transaction(async (counting) => {
          await counting.query(`SET LOCAL enable_sort = off`);
          await rollUpDays(counting);
        });
        await eventually('the count to wait for the first row', async () => {
          const waiting = await world.database.query(
            `SELECT pid FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%daily_counts AS kept%'`,
          );
          return waiting.length > 0;
        });
        return {
          rollingUp,
          free: await query(`SELECT name FROM whatsapp_optin.daily_counts FOR UPDATE SKIP LOCKED`),
        };
      });
      await rollingUp;
      const all = await world.database.query(`SELECT name FROM whatsapp_optin.daily_counts`);
      expect(all.length).toBeGreaterThan(8);
      expect(free).toHaveLength(all.length);
    });
  }
});
