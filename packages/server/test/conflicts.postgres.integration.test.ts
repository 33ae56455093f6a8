import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../src/composition/create-log.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createEmptyDatabase } from './test-world.js';

const AT_ONCE = 8;

let created: Awaited<ReturnType<typeof createEmptyDatabase>>;
let database: Database;
beforeAll(async () => {
  created = await createEmptyDatabase();
  const log = createLog({ level: 'silent' });
  database = await openDatabase({ database: created.url, schema: 'whatsapp_optin', log });
  await database.query('CREATE TABLE counters (id int PRIMARY KEY, n int NOT NULL)');
  await database.query('INSERT INTO counters VALUES (1, 0), (2, 0)');
});
afterAll(async () => {
  await database?.close();
  await created?.drop();
});

const addTo = `UPDATE counters SET n = n + 1 WHERE id = $1::int`;
const count = async (id: number): Promise<unknown> =>
  (await database.query('SELECT n FROM counters WHERE id = $1::int', [id]))[0]?.['n'];

/** Resolves for all when so many have come. */
function meeting(size: number): () => Promise<void> {
  let come = (): void => undefined;
  let left = size;
  const all = new Promise<void>((resolve) => (come = resolve));
  return async () => {
    left -= 1;
    if (left === 0) come();
    await all;
  };
}

describe('where others change the same rows', () => {
  it('transactions that wait for each other all commit, each once', async () => {
    const meet = meeting(2);
    const add = (first: number, second: number) =>
      database.transaction(async (transaction) => {
        await transaction.query(addTo, [first]);
        await meet();
        await transaction.query(addTo, [second]);
      });
    await Promise.all([add(1, 2), add(2, 1)]);
    expect([await count(1), await count(2)]).toEqual([2, 2]);
  });

  it.each(['repeatable read', 'serializable'])('transactions under %s all commit, each once', async (level) => {
    await database.query('UPDATE counters SET n = 0');
    const meet = meeting(AT_ONCE);
    const add = async () =>
      database.transaction(async (transaction) => {
        await transaction.query(`SET TRANSACTION ISOLATION LEVEL ${level}`);
        await transaction.query('SELECT n FROM counters');
        await meet();
        await transaction.query(addTo, [1]);
      });
    await Promise.all(Array.from({ length: AT_ONCE }, add));
    expect(await count(1)).toBe(AT_ONCE);
  });

  it('work that reads a file is not begun again', async () => {
    const meet = meeting(2);
    let begun = 0;
    const add = (first: number, second: number) =>
      database.transaction(
        async (transaction) => {
          begun += 1;
          await transaction.query(addTo, [first]);
          await meet();
          await transaction.query(addTo, [second]);
        },
        { once: true },
      );
    const outcomes = await Promise.allSettled([add(1, 2), add(2, 1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(begun).toBe(2);
  });

  it('work that waited for a lock reads what its last holder wrote, whatever the level of the database', async () => {
    await database.query(`DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET default_transaction_isolation = ''repeatable read''', current_database());
    END $$`);
    const log = createLog({ level: 'silent' });
    const strict = await openDatabase({ database: created.url, schema: 'whatsapp_optin', log });
    try {
      await database.query('UPDATE counters SET n = 0');
      const add = () =>
        strict.transaction(
          async (transaction) => {
            await transaction.query('SELECT pg_advisory_xact_lock($1::bigint)', [1]);
            const [row] = await transaction.query<{ n: number }>('SELECT n FROM counters WHERE id = 1');
            await transaction.query('UPDATE counters SET n = $1::int WHERE id = 1', [Number(row?.n) + 1]);
          },
          { readsCommitted: true, once: true },
        );
      await Promise.all(Array.from({ length: AT_ONCE }, add));
      expect(await count(1)).toBe(AT_ONCE);
    } finally {
      await strict.close();
    }
  });
});
