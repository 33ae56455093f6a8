import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rollUpDays } from '../src/storage/minute-counts.js';
import { ADMIN, ENGINE, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

/** Of both days: the organization's day may begin within the test. */
const counts = async (): Promise<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { name, count } of await world.app.analytics.dailyCounts({}, 2)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
};

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

  /** Changes logs without a trigger. */
  const changeUnseen = (change: string): Promise<void> =>
    world.database.transaction(async ({ query }) => {
      await query(`ALTER TABLE whatsapp_optin.notification_logs DISABLE TRIGGER USER`);
      await query(`UPDATE whatsapp_optin.notification_logs SET ${change} WHERE ticket_id = 'd-2'`);
      await query(`ALTER TABLE whatsapp_optin.notification_logs ENABLE TRIGGER USER`);
    });
  const methods = async (): Promise<[string, number][]> =>
    Object.entries(await counts()).filter(([name]) => name.startsWith('notification.'));

  it('reads the last minutes again, and those of rows that changed since, and no others', async () => {
    await world.createTicket('d-2');
    await world.notify({ ticketId: 'd-2', type: 'position_update' });
    await changeUnseen(`created_at = created_at - interval '30 minutes', method = 'none', settled = true`);
    await world.database.query(
      `UPDATE whatsapp_optin.count_progress SET counted_until = counted_until - interval '1 hour'`,
    );
    await rollUpDays(world.database);
    const before = await methods();
    expect(before).toContainEqual(['notification.none', 1]);
    await changeUnseen(`method = 'sms_fallback'`);
    await rollUpDays(world.database);
    expect(await methods()).toEqual(before);

    await world.database.query(
      `UPDATE whatsapp_optin.notification_logs SET method = 'push_only' WHERE ticket_id = 'd-2'`,
    );
    await rollUpDays(world.database);
    const after = await methods();
    expect(after.map(([name]) => name)).not.toContain('notification.none');
    expect(after).toContainEqual(['notification.push_only', 1]);
    expect(await world.database.query(`SELECT FROM whatsapp_optin.minutes_to_recount`)).toEqual([]);
  });

  it('catches up with all three days where it has never counted', async () => {
    const before = await methods();
    await changeUnseen(`created_at = created_at - interval '13 hours'`);
    for (const table of ['minute_counts', 'count_progress', 'daily_counts'])
      await world.database.query(`DELETE FROM whatsapp_optin.${table}`);
    await rollUpDays(world.database);
    expect(await world.app.analytics.dailyCounts({}, 3).then((all) => all.map(({ name }) => name))).toContain(
      'notification.push_only',
    );
    expect(before.length).toBeGreaterThan(0);
    const [progress] = await world.database.query<{ lag: number }>(
      `SELECT extract(epoch FROM clock_timestamp() - counted_until)::int AS lag FROM whatsapp_optin.count_progress`,
    );
    expect(progress?.lag).toBeLessThan(60);
  });

  it('counts a session on the day of a message that came late', async () => {
    await rollUpDays(world.database);
    const { 'session.opened': before = 0 } = await counts();
    await world.receive({ from: '+966500002503', text: 'sent an hour ago', ageSeconds: 3600 });
    await rollUpDays(world.database);
    expect((await counts())['session.opened']).toBe(before + 1);
  });

  it('counts of a person what their erasure deletes, and nothing else', async () => {
    const [phone, other] = ['+966500002504', '+966500002505'];
    await rollUpDays(world.database);
    const { inbound: before = 0 } = await counts();
    await world.receive({ from: other, text: 'hello' });
    await world.receive({ from: phone, text: 'hello' });
    // In another minute than the other's.
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_inbound_messages SET received_at = received_at - interval '3 minutes' WHERE phone_number = $1::text`,
      [other],
    );
    const erased = await world.request('DELETE', `/api/contacts/${phone}`, { key: ADMIN });
    expect(erased.status).toBe(200);
    expect((await counts()).inbound).toBe(before + 1);
    await rollUpDays(world.database);
    expect((await counts()).inbound).toBe(before + 2);
    // In the minute of what was erased.
    await world.receive({ from: other, text: 'hello again' });
    await rollUpDays(world.database);
    expect((await counts()).inbound).toBe(before + 3);
  });

  if (ENGINE === 'postgres') {
    it('is counted in one order: a process that waits for another holds nothing that the other wants', async () => {
      await rollUpDays(world.database);
      await world.database.query(`UPDATE whatsapp_optin.daily_counts SET count = count + 1`);
      // The last minutes are of this day.
      const ofToday = `FROM whatsapp_optin.daily_counts WHERE day = (SELECT max(day) FROM whatsapp_optin.daily_counts)`;
      const { rollingUp, free } = await world.database.transaction(async ({ query }) => {
        await query(
          `SELECT FROM whatsapp_optin.daily_counts WHERE (organization_id, day, name) =
             (SELECT organization_id, day, name ${ofToday} ORDER BY 1, 2, 3 LIMIT 1) FOR UPDATE`,
        );
        // As the planner would have it for many rows: grouped without being sorted.
        const rollingUp = world.database.transaction(async (counting) => {
          await counting.query(`SET LOCAL enable_sort = off`);
          await rollUpDays({ ...world.database, ...counting, transaction: (work) => work(counting) }, 'clinic');
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
          free: await query(`SELECT name ${ofToday} FOR UPDATE SKIP LOCKED`),
        };
      });
      await rollingUp;
      const all = await world.database.query(`SELECT name ${ofToday}`);
      expect(all.length).toBeGreaterThan(8);
      expect(free).toHaveLength(all.length);
    });
  }
});
