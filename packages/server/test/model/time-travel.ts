import pg from 'pg';
import type { Database, Row } from '../../src/storage/database.js';

interface Column extends Row {
  table_name: string;
  column_name: string;
}

// A partition is changed through its parent.
const MOMENTS = `
SELECT tables.relname::text AS table_name, columns.attname::text AS column_name
FROM pg_class AS tables
JOIN pg_namespace AS schemas ON schemas.oid = tables.relnamespace AND schemas.nspname = 'whatsapp_optin'
JOIN pg_attribute AS columns ON columns.attrelid = tables.oid AND columns.attnum > 0 AND NOT columns.attisdropped
WHERE tables.relkind IN ('r', 'p') AND NOT tables.relispartition AND columns.atttypid = 'timestamptz'::regtype
ORDER BY tables.relname, columns.attname`;

/** What no run makes. */
const LASTING = [
  ...['organizations', 'organization_roots', 'vapid_keys'],
  ...['schema_migrations', 'job_runs', 'suppression_journal', 'refused_origins'],
];

/** Its moments are part of a key, which is checked row by row: the rows go far away before they come back. */
const KEYED_BY_MOMENT = 'minute_counts';
const AWAY = "interval '36500 days'";

/** Rows that are gone are in the way of every look at a table that has few. */
const JOURNEYS_BEFORE_VACUUM = 250;

export interface TimeTravel {
  /** As if so much more time had passed: every stored moment goes back by it, all at once. */
  advance(ms: number): Promise<void>;
  /** Empties every table but the organizations'. */
  forget(): Promise<void>;
  /** Tables of which a row of the organization holds this text somewhere. */
  tablesThatHold(organizationId: string, text: string): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * The database's clock decides everything and cannot be set, so its rows travel instead. Foreign keys, CHECKs between two
 * moments and the order of events hold before and after; in between, and for what is append-only, triggers are off.
 */
export async function createTimeTravel(database: Database, url: string): Promise<TimeTravel> {
  const columnsOf = new Map<string, string[]>();
  for (const { table_name: table, column_name: column } of await database.query<Column>(MOMENTS)) {
    if (!LASTING.includes(table)) columnsOf.set(table, [...(columnsOf.get(table) ?? []), column]);
  }
  const moved = (table: string, columns: string[], by: string): string =>
    `UPDATE whatsapp_optin.${table} SET ${columns.map((column) => `${column} = ${column} - ${by}`).join(', ')};`;
  const updates = [...columnsOf].map(([table, columns]) =>
    table === KEYED_BY_MOMENT
      ? moved(table, columns, `(span + ${AWAY})`) + moved(table, columns, `(- ${AWAY})`)
      : moved(table, columns, 'span'),
  );
  // A chain holds moments: whoever moves them has to chain the consents anew.
  const chainAnew = `DELETE FROM whatsapp_optin.consent_seals;
    INSERT INTO whatsapp_optin.unsealed_consents (organization_id, recorded_at, consent_id)
      SELECT organization_id, recorded_at, id FROM whatsapp_optin.consents ON CONFLICT DO NOTHING;`;
  const deletes = [...columnsOf.keys(), 'sms_usage'].map((table) => `DELETE FROM whatsapp_optin.${table};`);
  const looks = [...columnsOf.keys()].map(
    (table) =>
      `SELECT '${table}' WHERE EXISTS (SELECT FROM whatsapp_optin.${table} AS one
         WHERE one.organization_id = organization AND strpos(one::text, sought) > 0)`,
  );
  // In functions, so that their plans are made once.
  await database.query(`
    CREATE SCHEMA IF NOT EXISTS model;
    CREATE OR REPLACE FUNCTION model.advance(span interval) RETURNS void LANGUAGE plpgsql AS $do$
    BEGIN ${updates.join('\n')} ${chainAnew} END $do$;
    CREATE OR REPLACE FUNCTION model.forget() RETURNS void LANGUAGE plpgsql AS $do$
    BEGIN ${deletes.join('\n')} END $do$;
    CREATE OR REPLACE FUNCTION model.holding(organization text, sought text) RETURNS SETOF text LANGUAGE sql AS $do$
      ${looks.join('\nUNION ALL ')} $do$;`);
  const line = await openLine(database, url);
  let journeys = 0;

  return {
    async advance(ms) {
      await line.query(`SELECT model.advance(interval '${ms} milliseconds')`);
    },
    async forget() {
      await line.query(`SELECT model.forget()`);
      journeys += 1;
      if (journeys % JOURNEYS_BEFORE_VACUUM === 0) await line.query(`VACUUM`);
    },
    async tablesThatHold(organizationId, text) {
      const rows = await database.query<{ name: string }>(
        `SELECT holding AS name FROM model.holding($1::text, $2::text)`,
        [organizationId, text],
      );
      return rows.map(({ name }) => name);
    },
    close: () => line.close(),
  };
}

/** On PostgreSQL a connection of its own, since whoever switches triggers off and on makes all its plans anew. */
async function openLine(
  database: Database,
  url: string,
): Promise<{ query(sql: string): Promise<unknown>; close(): Promise<void> }> {
  if (database.engine === 'pglite') {
    const inReplica = (sql: string): string =>
      sql.startsWith('SELECT') ? `BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT` : sql;
    return { query: (sql) => database.query(inReplica(sql)), close: async () => undefined };
  }
  const client = new pg.Client({ connectionString: url, options: '-c session_replication_role=replica' });
  await client.connect();
  return { query: (sql) => client.query(sql), close: () => client.end() };
}
