// @ts-check
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { startPostgres } from '../../scripts/postgres.mjs';
import { median } from '../median.mjs';
import { fillDataSet, ORGANIZATION, phoneOf } from './data-set.mjs';
import { loadStorage } from './load-storage.mjs';

const ROUNDS = 5;
/** Beyond it, only what grows with customers is made: the rest would take a hundred gigabytes. */
const CUSTOMERS_ALONE = 5_000_000;
const DAY_MS = 86_400_000;
const KEEP = { messageRetentionDays: 90, notificationRetentionDays: 1_460 };
const SETTINGS = ['fsync=on', 'shared_buffers=1GB', 'max_wal_size=8GB', 'maintenance_work_mem=512MB'];
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Times of what must stay flat, for each size.
 *
 * @param {readonly number[]} sizes people of each data set
 */
export async function measureScale(sizes) {
  const storage = await loadStorage();
  const results = [];
  for (const people of sizes) {
    const postgres = await startPostgres({ settings: SETTINGS });
    try {
      results.push({ people, postgres: postgres.version, ...(await measureSize(storage, postgres.url, people)) });
    } finally {
      await postgres.stop();
    }
  }
  return results;
}

/** @param {any} storage @param {string} url @param {number} people */
async function measureSize(storage, url, people) {
  const database = await storage.openDatabase({ database: url, schema: 'whatsapp_optin', log: SILENT });
  await storage.migrate(database);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillDataSet(client, people, { customersAlone: people > CUSTOMERS_ALONE });
  const [{ bytes }] = (await client.query(`SELECT pg_database_size(current_database())::float8 AS bytes`)).rows;
  await client.end();
  const patient = database.withTimeout(600_000);
  const vault = await storage.openVault(database, [
    { id: ORGANIZATION, secretKeys: ['sk_bench_0123456789abcdefghijklmnopqr'] },
  ]);
  const times = await timeAll(storage.createStores(database, vault), {
    rollUp: () => storage.rollUpDays(patient),
    forget: (/** @type {number} */ days) =>
      storage.forgetOldData(patient, { ...KEEP, notificationRetentionDays: days }),
    people,
  });
  await database.close();
  return { bytes, times };
}

/**
 * @param {any} stores
 * @param {{ rollUp: () => Promise<void>, forget: (days: number) => Promise<unknown>, people: number }} work
 * @returns {Promise<Record<string, number>>} milliseconds by what was done, the median of some rounds
 */
async function timeAll(stores, { rollUp, forget, people }) {
  const firstRollUpMs = await timeOf(rollUp);
  const page = { sort: '-expiresAt', marginSeconds: 120, byPartOfPhone: true, after: null, limit: 50 };
  /** @param {object} filter */
  const list = (filter) => () => stores.sessionQueries.list(ORGANIZATION, { ...page, ...filter });
  const day = {
    from: new Date(Date.now() - 16 * DAY_MS).toISOString(),
    to: new Date(Date.now() - 15 * DAY_MS).toISOString(),
  };
  let erased = 0;
  const erase = async () => {
    erased += 1;
    const phones = [phoneOf(people - erased * 3)];
    const result = await stores.contacts.erase(ORGANIZATION, { phones, contactId: null, userId: null });
    if (result === null) throw new Error('There was nobody to erase.');
  };
  /** @type {Record<string, number>} */
  const times = { 'roll-up of three days, once': firstRollUpMs };
  for (const [what, run] of Object.entries({
    'roll-up of each five minutes': rollUp,
    'erasure of one person': erase,
    'sessions, latest end first': list({}),
    'active sessions by start': list({ status: 'active', sort: 'initiatedAt' }),
    'a day, first end first': list({ ...day, sort: 'expiresAt' }),
    'a day, by name': list({ ...day, sort: 'customerName' }),
    'search of a rare name': list({ search: 'zarqawi' }),
    'search of a frequent name': list({ search: 'sara' }),
    'search of two frequent names that never meet': list({ search: 'sara omar' }),
    notifications: () => stores.notificationQueries.list(ORGANIZATION, { after: null, limit: 50 }),
    'texts that no run needs': () => stores.notifications.forgetContent(),
    'retention where nothing is due': () => forget(KEEP.notificationRetentionDays),
  })) {
    await run();
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await timeOf(run));
    times[what] = median(rounds);
  }
  const due = Math.round(people / 30);
  times['retention, per 1,000 people that are due'] = (await timeOf(() => forget(29))) / (due / 1_000);
  return times;
}

/** @param {() => Promise<unknown>} work */
async function timeOf(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
