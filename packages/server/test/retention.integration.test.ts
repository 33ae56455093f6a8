import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetOldData } from '../src/storage/retention.js';
import { FORGET_STEPS, KEPT_FOR_EVER, SHORT_LIVED } from '../src/storage/retention-steps.js';
import { ADMIN, eventually, openWorld, type World } from './test-world.js';

const DAYS = { messageRetentionDays: 90, notificationRetentionDays: 1_460 };
const PHONE = '+966500002901';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const count = async (table: string): Promise<number> =>
  (await world.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM whatsapp_optin.${table}`))[0]
    ?.count ?? 0;

/** Every moment goes back by so many days, and with it what is named by a moment: ids. */
async function age(days: number): Promise<void> {
  const columns = await world.database.query<{ name: string; column: string; kind: string }>(
    `SELECT class.relname AS name, attribute.attname AS column, attribute.atttypid::regtype::text AS kind
     FROM pg_attribute AS attribute
     JOIN pg_class AS class ON class.oid = attribute.attrelid AND class.relkind IN ('r', 'p') AND NOT class.relispartition
     JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace AND namespace.nspname = 'whatsapp_optin'
     WHERE attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
       AND attribute.atttypid IN ('timestamptz'::regtype, 'uuid'::regtype)
       AND class.relname NOT IN ('schema_migrations', 'organizations', 'job_runs', 'refused_origins', 'suppression_journal')`,
  );
  const ms = days * 86_400_000;
  const older = (column: string, kind: string): string =>
    kind === 'uuid'
      ? `CASE WHEN ${column}::text LIKE '________-____-7%' THEN (
           lpad(to_hex(('x' || left(replace(${column}::text, '-', ''), 12))::bit(48)::bigint - ${ms}), 12, '0')
           || substr(replace(${column}::text, '-', ''), 13))::uuid ELSE ${column} END`
      : `${column} - interval '${days} days'`;
  await world.database.transaction(async ({ query }) => {
    // Foreign keys between rows that move together, and the journal that nobody changes.
    await query(`SET LOCAL session_replication_role = replica`);
    for (const table of new Set(columns.map(({ name }) => name))) {
      const own = columns.filter(({ name }) => name === table);
      const set = own.map(({ column, kind }) => `${column} = ${older(column, kind)}`).join(', ');
      await query(`UPDATE whatsapp_optin.${table} SET ${set}`);
    }
  });
}

describe('each table', () => {
  it('is forgotten by a kind of retention, is gone soon, or a reason says why it stays', async () => {
    const tables = await world.database.query<{ name: string }>(
      `SELECT class.relname AS name FROM pg_class AS class
       JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace AND namespace.nspname = 'whatsapp_optin'
       WHERE class.relkind IN ('r', 'p') AND NOT class.relispartition ORDER BY 1`,
    );
    const forgotten = [...new Set([...FORGET_STEPS.map(({ table }) => table), 'notification_attempts'])];
    expect([...forgotten, ...Object.keys(SHORT_LIVED), ...Object.keys(KEPT_FOR_EVER)].sort()).toEqual(
      tables.map(({ name }) => name),
    );
  });
});

describe('what is older than its days', () => {
  const proofs = ['notification_logs', 'notification_attempts', 'inbound_message_keys', 'whatsapp_sessions', 'tickets'];

  it('is gone from every table but those that keep, and a STOP and the journal stay', async () => {
    await world.createTicket('r-1', { phone: PHONE, customerName: 'Long ago' });
    const optIn = await world.createOptIn({ ticketId: 'r-1' });
    await world.receive({ from: PHONE, text: optIn.message });
    await eventually('the welcome', () => world.textsTo(PHONE).length === 1);
    await world.notify({ ticketId: 'r-1', type: 'your_turn' });
    await world.notify({ ticketId: 'r-1', type: 'position_update' });
    await world.receive({ from: PHONE, text: 'STOP' });
    await eventually('the confirmation', () => world.textsTo(PHONE).length >= 2);
    await world.database.query(
      `INSERT INTO whatsapp_optin.handled_events (organization_id, provider, event_hash) VALUES ('clinic', 'meta', '\\x01')`,
    );
    const consents = await count('consents');

    // A year and a half: texts, opt-ins and reports are gone, and each send still has its proof.
    await age(500);
    await forgetOldData(world.database, DAYS);
    for (const table of proofs) expect([table, (await count(table)) > 0]).toEqual([table, true]);
    const gone = ['whatsapp_inbound_messages', 'opt_ins', 'opt_in_events', 'owed_replies', 'handled_events'];
    for (const table of gone) expect([table, await count(table)]).toEqual([table, 0]);
    const unproven = await world.database.query(
      `SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
       WHERE attempt.tier = 'whatsapp' AND attempt.status <> 'skipped' AND NOT EXISTS (
         SELECT FROM whatsapp_optin.inbound_message_keys AS key
         WHERE key.organization_id = attempt.organization_id AND key.id = attempt.inbound_message_id)`,
    );
    expect(unproven).toEqual([]);

    await age(1_000);
    await forgetOldData(world.database, DAYS);
    for (const table of [...proofs, 'renewal_notices', 'session_words', 'sms_notifications'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await count('consents')).toBe(consents);
    expect(await world.app.sessions.hasActiveSession(PHONE)).toBe(false);
    await world.createTicket('r-2', { phone: PHONE });
    expect(await world.notify({ ticketId: 'r-2', type: 'your_turn' })).toMatchObject({ method: 'none' });
  });

  it('goes in batches, however much there is', async () => {
    await world.database.query(
      `INSERT INTO whatsapp_optin.delivery_statuses (organization_id, provider, message_hash, status, at, received_at)
       SELECT 'clinic', 'meta', decode(md5(n::text), 'hex'), 'sent', clock_timestamp(), clock_timestamp() - interval '31 days'
       FROM generate_series(1, 2500) AS n`,
    );
    const statements: number[] = [];
    const query: typeof world.database.query = async (text, values) => {
      const rows = await world.database.query(text, values);
      if (text.includes('DELETE FROM whatsapp_optin.delivery_statuses')) statements.push(Number(rows[0]?.['count']));
      return rows as never;
    };
    await forgetOldData({ ...world.database, query }, DAYS);
    expect(statements).toEqual([1_000, 1_000, 500]);
  });

  it('stays for the days that an organization chose for its notifications', async () => {
    const body = { retentionDays: { notifications: 30 } };
    const saved = await world.request('PUT', '/api/admin/organization', { key: ADMIN, body });
    expect(await saved.json()).toMatchObject({ retentionDays: { notifications: 30 } });
    expect(await count('notification_logs')).toBeGreaterThan(0);
    await age(29);
    await forgetOldData(world.database, DAYS);
    expect(await count('notification_logs')).toBeGreaterThan(0);
    await age(2);
    await forgetOldData(world.database, DAYS);
    expect(await count('notification_logs')).toBe(0);
  });
});
