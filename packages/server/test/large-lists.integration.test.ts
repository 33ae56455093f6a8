import type { AdminSessionPage, Problem } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TooMuchToReadError } from '../src/admin-queries/too-much-to-read.js';
import { forStaffReads } from '../src/storage/staff-reads.js';
import { ADMIN, COMPANY, ENGINE, openWorld, type World } from './test-world.js';

/** More than a search looks at, of two frequent names that only the last one has both of. */
const PEOPLE = 12_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const name = `CASE WHEN n = ${PEOPLE} THEN 'Sara Omar' WHEN n % 2 = 0 THEN 'Sara' ELSE 'Omar' END`;
  const at = `clock_timestamp() - interval '10 days' - n * interval '1 minute'`;
  await world.database.transaction(async ({ query }) => {
    await query(`SET LOCAL session_replication_role = replica`);
    await query(`CREATE TEMPORARY TABLE people ON COMMIT DROP AS
      SELECT n, gen_random_uuid() AS contact, gen_random_uuid() AS session, ${at} AS at, ${name} AS name
      FROM generate_series(1, ${PEOPLE}) AS n`);
    await query(`INSERT INTO whatsapp_optin.contacts (organization_id, id) SELECT 'clinic', contact FROM people`);
    await query(`INSERT INTO whatsapp_optin.whatsapp_sessions
      (organization_id, id, business_number, contact_id, initiated_at, expires_at, is_active, last_inbound_at, last_message_id,
       opened_by_message_id, customer_name)
      SELECT 'clinic', session, '${COMPANY}', contact, at, at + interval '24 hours', false, at, contact, contact, name FROM people`);
    await query(`INSERT INTO whatsapp_optin.session_words (organization_id, word, session_id)
      SELECT 'clinic', word, session FROM people CROSS JOIN LATERAL whatsapp_optin.words_of(name, NULL, NULL) AS word`);
  });
});
afterAll(async () => {
  await world?.close();
});

async function list(query: Record<string, string>): Promise<AdminSessionPage> {
  const response = await world.request('GET', `/api/admin/sessions?${new URLSearchParams(query).toString()}`, {
    key: ADMIN,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as AdminSessionPage;
}

describe('a search of frequent words', () => {
  it('looks at so many sessions, says that it stopped, and goes on from there', async () => {
    const first = await list({ search: 'sara omar' });
    expect(first).toMatchObject({ items: [], cut: true });
    const second = await list({ search: 'sara omar', cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ customer: { name: 'Sara Omar' } }], cut: false, nextCursor: null });
  });

  it('is not cut where a page is full before', async () => {
    const first = await list({ search: 'sara', limit: '5' });
    expect(first.items).toHaveLength(5);
    expect(first.cut).toBe(false);
    const second = await list({ search: 'sara', limit: '5', cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
  });
});

describe('sessions of a time by their end', () => {
  it.each(['expiresAt', '-expiresAt'])('come page by page, by %s', async (sort) => {
    const time = {
      from: new Date(Date.now() - 12 * 86_400_000).toISOString(),
      to: new Date(Date.now() - 11 * 86_400_000).toISOString(),
    };
    const first = await list({ ...time, sort, limit: '200' });
    const second = await list({ ...time, sort, limit: '200', cursor: first.nextCursor ?? '' });
    const rows = [...first.items, ...second.items];
    expect(new Set(rows.map(({ id }) => id)).size).toBe(400);
    expect(rows.every(({ initiatedAt }) => initiatedAt >= time.from && initiatedAt < time.to)).toBe(true);
    const ends = rows.map(({ expiresAt }) => expiresAt);
    const sorted = [...ends].sort();
    expect(ends).toEqual(sort === 'expiresAt' ? sorted : sorted.reverse());
  });
});

if (ENGINE === 'postgres') {
  describe('a list that takes too long', () => {
    it('is ended by PostgreSQL itself', async () => {
      const reads = forStaffReads(world.database, 100);
      await expect(reads.query('SELECT pg_sleep($1::int)', [60])).rejects.toThrow(TooMuchToReadError);
    });

    it('is answered 503, with what to do', async () => {
      const response = await world.database.transaction(async (other) => {
        await other.query(`LOCK TABLE whatsapp_optin.whatsapp_sessions IN ACCESS EXCLUSIVE MODE`);
        return world.request('GET', '/api/admin/sessions', { key: ADMIN });
      });
      expect(response.status).toBe(503);
      expect((await response.json()) as Problem).toMatchObject({
        code: 'UNAVAILABLE',
        detail: expect.stringContaining('Narrow the filter') as string,
      });
    });
  });
}
