import type { SqlExecutor } from '../database.js';

/** A table as the catalogue describes it. */
export interface TableShape {
  name: string;
  /** By name, so that two databases of one schema give the same order. `type` is as SQL writes it. */
  columns: { name: string; type: string }[];
}

interface CatalogueRow extends TableShape, Record<string, unknown> {
  references: string[];
}

/** Every table of ours but the list of migrations, which the target has by itself. A partition belongs to its table. */
const CATALOGUE = `
SELECT listed.relname AS name,
  (SELECT COALESCE(json_agg(json_build_object('name', part.attname, 'type', format_type(part.atttypid, part.atttypmod))
            ORDER BY part.attname), '[]')
   FROM pg_attribute AS part
   WHERE part.attrelid = listed.oid AND part.attnum > 0 AND NOT part.attisdropped AND part.attgenerated = '') AS columns,
  (SELECT COALESCE(json_agg(DISTINCT other.relname), '[]')
   FROM pg_constraint AS key JOIN pg_class AS other ON other.oid = key.confrelid
   WHERE key.conrelid = listed.oid AND key.contype = 'f' AND key.confrelid <> listed.oid
     AND NOT other.relispartition) AS references
FROM pg_class AS listed
WHERE listed.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'whatsapp_optin.schema_migrations'::regclass)
  AND listed.relkind IN ('r', 'p') AND NOT listed.relispartition AND listed.relname <> 'schema_migrations'
ORDER BY listed.relname`;

/**
 * Reads all tables from the catalogue; a table comes after those that its foreign keys name.
 *
 * @throws {Error} where foreign keys form a circle
 */
export async function readTableShapes(executor: SqlExecutor): Promise<TableShape[]> {
  return inOrderOfKeys(await executor.query<CatalogueRow>(CATALOGUE));
}

/** Exported for its test. */
export function inOrderOfKeys(tables: readonly (TableShape & { references: readonly string[] })[]): TableShape[] {
  const ordered: TableShape[] = [];
  const done = new Set<string>();
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(({ references }) => references.every((name) => done.has(name)));
    if (free.length === 0) {
      throw new Error(`Foreign keys of these tables form a circle: ${left.map(({ name }) => name).join(', ')}.`);
    }
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      done.add(name);
    }
    left = left.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

/** Names of the applied migrations, the first one first. */
export async function readMigrationNames(executor: SqlExecutor): Promise<string[]> {
  const rows = await executor.query<{ name: string }>(
    'SELECT name FROM whatsapp_optin.schema_migrations ORDER BY version',
  );
  return rows.map(({ name }) => name);
}
