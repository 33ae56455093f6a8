import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../src/storage/migrate.js';
import { openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

describe('the schema', () => {
  it('begins every key with the organization', async () => {
    const keys = await world.database.query<{ table_name: string; first: string }>(
      `SELECT class.relname AS table_name, attribute.attname AS first
       FROM pg_index AS index
       JOIN pg_class AS class ON class.oid = index.indrelid
       JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace AND namespace.nspname = 'whatsapp_optin'
       JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum = index.indkey[0]
       WHERE index.indisunique`,
    );
    // These concern the whole schema.
    const ofSchema = ['job_runs', 'refused_origins', 'schema_migrations', 'suppression_journal'];
    const own = keys.filter(({ table_name }) => ![...ofSchema, 'organizations'].includes(table_name));
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter(({ first }) => first !== 'organization_id')).toEqual([]);
  });

  it('lets nobody change a consent', async () => {
    await world.receive({ from: '+966500000601', text: 'hello' });
    await expect(world.database.query(`UPDATE whatsapp_optin.consents SET action = 'withdrawn'`)).rejects.toThrow(
      'append-only',
    );
    await expect(world.database.query(`DELETE FROM whatsapp_optin.consents`)).rejects.toThrow('append-only');
  });

  it('keeps the proof of a send when the messages of its month are dropped', async () => {
    await world.createTicket('t-602', { number: 'F602', phone: '+966500000602' });
    await world.receive({ from: '+966500000602', text: 'hello' });
    await world.notify({ ticketId: 't-602', type: 'position_update' });
    const partitions = await world.database.query<{ name: string }>(
      `SELECT child.relname AS name FROM pg_inherits
       JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
       JOIN pg_class AS parent ON parent.oid = pg_inherits.inhparent
       JOIN pg_namespace AS namespace ON namespace.oid = parent.relnamespace
       WHERE namespace.nspname = 'whatsapp_optin' AND parent.relname = 'whatsapp_inbound_messages'
         AND child.relname ~ '_[0-9]{4}_[0-9]{2}$'`,
    );
    expect(partitions.length).toBeGreaterThanOrEqual(4);
    for (const { name } of partitions) await world.database.query(`DROP TABLE whatsapp_optin.${name}`);
    const [unproven] = await world.database.query<{ sends: number; unproven: number }>(
      `SELECT count(*)::int AS sends, count(*) FILTER (WHERE proof.id IS NULL)::int AS unproven
       FROM whatsapp_optin.notification_attempts AS attempt
       LEFT JOIN whatsapp_optin.inbound_message_keys AS proof
         ON proof.organization_id = attempt.organization_id AND proof.id = attempt.inbound_message_id
        AND proof.contact_id = attempt.contact_id AND attempt.at - proof.sent_at BETWEEN interval '0' AND interval '24 hours'
       WHERE attempt.tier = 'whatsapp' AND attempt.status <> 'skipped'`,
    );
    expect(unproven?.sends).toBeGreaterThan(0);
    expect(unproven?.unproven).toBe(0);
    await world.database.query(`SELECT whatsapp_optin.ensure_partitions()`);
  });

  it('migrates once, whoever begins', async () => {
    expect(await Promise.all([migrate(world.database), migrate(world.database)])).toEqual([[], []]);
  });
});

describe('another schema', () => {
  it('leaves tables of the host with the same names untouched', async () => {
    const elsewhere = await openWorld({ schema: 'clinic_notices' });
    try {
      await elsewhere.receive({ from: '+966500000603', text: 'hello' });
      expect(await elsewhere.app.sessions.hasActiveSession('+966500000603')).toBe(true);
      const schemas = await elsewhere.database.query<{ name: string }>(
        `SELECT nspname::text AS name FROM pg_namespace WHERE nspname LIKE 'clinic_notices%' OR nspname = 'whatsapp_optin' ORDER BY 1`,
      );
      expect(schemas.map(({ name }) => name)).not.toContain('clinic_notices_default');
      expect(schemas.map(({ name }) => name)).toContain('clinic_notices');
    } finally {
      await elsewhere.close();
    }
  });
});
