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
const LASTING = ['organizations', 'vapid_keys', 'schema_migrations'];

export interface TimeTravel {
  /** As if so much more time had passed: every stored moment goes back by it, all at once. */
  advance(ms: number): Promise<void>;
  /** Empties every table but the organizations'. */
  forget(): Promise<void>;
}

/**
 * The database's clock decides everything and cannot be set, so its rows travel instead. Foreign keys, CHECKs between two
 * moments and the order of events hold before and after; in between, and for what is append-only, triggers are off.
 */
export async function createTimeTravel(database: Database): Promise<TimeTravel> {
  const columnsOf = new Map<string, string[]>();
  for (const { table_name: table, column_name: column } of await database.query<Column>(MOMENTS)) {
    if (!LASTING.includes(table)) columnsOf.set(table, [...(columnsOf.get(table) ?? []), column]);
  }
  const inReplica = (statements: readonly string[]): string =>
    ['BEGIN', `SET LOCAL session_replication_role = replica`, ...statements, 'COMMIT'].join(';\n');
  const usage = 'sms_usage';
  const forgetAll = inReplica([...columnsOf.keys(), usage].map((table) => `DELETE FROM whatsapp_optin.${table}`));

  return {
    async advance(ms) {
      const interval = `interval '${ms} milliseconds'`;
      const updates = [...columnsOf].map(
        ([table, columns]) =>
          `UPDATE whatsapp_optin.${table} SET ${columns.map((column) => `${column} = ${column} - ${interval}`).join(', ')}`,
      );
      await database.query(inReplica(updates));
    },
    async forget() {
      await database.query(forgetAll);
    },
  };
}
