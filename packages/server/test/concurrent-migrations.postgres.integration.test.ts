import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../src/storage/migrate.js';
import { eventually, openWorld, type World } from './test-world.js';

const INDEX = 'whatsapp_sessions_active_by_start';
const PHONE = '+966500002801';

let world: World;
let version: number;
beforeAll(async () => {
  world = await openWorld();
  await world.receive({ from: PHONE, text: 'hello' });
  const rows = await world.database.query<{ version: number }>(
    `SELECT version FROM whatsapp_optin.schema_migrations WHERE name LIKE '%_flat_lists.sql'`,
  );
  version = rows[0]?.version ?? 0;
});
afterAll(async () => {
  await world?.close();
});

/** As a database of the former version: without the index, and without the note that it was made. */
async function takeBack(): Promise<void> {
  await world.database.query(`DELETE FROM whatsapp_optin.schema_migrations WHERE version = $1::int`, [version]);
}

const isValid = async (): Promise<boolean | undefined> =>
  (
    await world.database.query<{ valid: boolean }>(
      `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('whatsapp_optin.${INDEX}')`,
    )
  )[0]?.valid;

describe('an index of a large table', () => {
  it('is built while others write, by one of the processes that start', async () => {
    await takeBack();
    await world.database.query(`DROP INDEX whatsapp_optin.${INDEX}`);
    const building = await world.database.transaction(async (writing) => {
      await writing.query(`UPDATE whatsapp_optin.whatsapp_sessions SET updated_at = clock_timestamp()`);
      const building = [migrate(world.database), migrate(world.database)];
      await eventually('the build to wait for the open transaction', async () => {
        const waiting = await world.database.query(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE 'CREATE INDEX CONCURRENTLY%'`,
        );
        return waiting.length === 1;
      });
      // Behind an index that locks the table this would wait for ever.
      await world.receive({ from: '+966500002802', text: 'hello' });
      return building;
    });
    expect((await Promise.all(building)).flat()).toEqual([version]);
    expect(await isValid()).toBe(true);
  });

  it('is made again where its build was interrupted', async () => {
    await takeBack();
    await world.database.query(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = $1::text::regclass`, [
      `whatsapp_optin.${INDEX}`,
    ]);
    expect(await isValid()).toBe(false);
    expect(await migrate(world.database)).toEqual([version]);
    expect(await isValid()).toBe(true);
  });
});
