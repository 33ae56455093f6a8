import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../src/composition/create-log.js';
import type { Database } from '../src/storage/database.js';
import { maintainStorage } from '../src/storage/maintenance.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createDatabase } from './test-world.js';

const PARTITIONED = ['consents', 'opt_in_events', 'whatsapp_inbound_messages'];

let created: Awaited<ReturnType<typeof createDatabase>>;
let database: Database;
beforeAll(async () => {
  created = await createDatabase();
  database = await openDatabase({
    database: created.url,
    schema: 'whatsapp_optin',
    log: createLog({ level: 'silent' }),
  });
});
afterAll(async () => {
  await database?.close();
  await created?.drop();
});

/** Names of the partitions of the third month from now: the first clean-up of a month makes them. */
async function readLastMonth(): Promise<string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relispartition
       AND relname LIKE '%' || to_char(clock_timestamp() AT TIME ZONE 'UTC' + interval '3 months', '_YYYY_MM') ORDER BY relname`,
  );
  return rows.map(({ name }) => name.slice(0, -'_YYYY_MM'.length));
}

describe('the first clean-up of a month', () => {
  it('makes the same partitions in two processes at once, and fails in neither', async () => {
    for (let round = 0; round < 10; round += 1) {
      for (const table of PARTITIONED) {
        const [month] = await database.query<{ name: string }>(
          `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC' + interval '3 months', 'YYYY_MM') AS name`,
        );
        await database.query(`DROP TABLE whatsapp_optin.${table}_${month?.name}`);
      }
      expect(await readLastMonth()).toEqual([]);
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => maintainStorage(database)));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
      expect(await readLastMonth()).toEqual(PARTITIONED);
    }
  });
});
