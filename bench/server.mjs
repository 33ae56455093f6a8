// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../scripts/postgres.mjs';
import { startChild } from './child.mjs';
import { loadAll, loadFor } from './load.mjs';
import { median } from './median.mjs';
import { metaWebhook } from './workload/meta-webhook.mjs';

/** @typedef {import('./load.mjs').Load} Load */

const AT_ONCE = [1, 16, 64];
const ROUNDS = 5;
const ROUND_MS = 2_000;
const PHONES = 1_000;
const ORGANIZATIONS = 1_000;
/** Messages that open a session, in each round. */
const OPENINGS = 500;
const OPENING_ROUNDS = 3;
/** By then the welcomes of the first messages have gone out. */
const SETTLE_MS = 15_000;

/** On one PostgreSQL with fsync: webhooks in turns with the floor, then notifications. */
export async function measureServer() {
  const postgres = await startPostgres({ settings: ['fsync=on'] });
  const manyUrl = await createDatabase(postgres.url, 'many');
  const notifyUrls = [await createDatabase(postgres.url, 'paced'), await createDatabase(postgres.url, 'unpaced')];
  const openings = AT_ONCE.length * OPENING_ROUNDS * OPENINGS;
  const floor = await startChild('floor-server.mjs', [postgres.url]);
  const ours = await startChild('our-server.mjs', [postgres.url, '1', String(PHONES + openings)]);
  const many = await startChild('our-server.mjs', [manyUrl, String(ORGANIZATIONS)]);
  try {
    /** @type {string[]} */
    const codes = ours.ready.messages;
    await openSessions({
      floor: floor.ready.url,
      ours: ours.ready.url,
      many: many.ready.url,
      codes: codes.splice(0, PHONES),
    });
    await delay(SETTLE_MS);
    const further = () => metaWebhook(randomPhone());
    const ofMany = () => {
      const at = randomAt();
      return metaWebhook(phoneOf(at), { organization: at % ORGANIZATIONS });
    };
    const targets = [
      { name: 'floor', url: floor.ready.url, make: further },
      { name: 'further', url: ours.ready.url, make: further },
      { name: 'many', url: many.ready.url, make: ofMany },
    ];
    const rows = [];
    for (const atOnce of AT_ONCE) {
      for (const { url, make } of targets) await loadFor(url, { atOnce, durationMs: ROUND_MS / 2, make });
      /** @type {Load[][]} */
      const results = targets.map(() => []);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [at, { url, make }] of targets.entries())
          results[at]?.push(await loadFor(url, { atOnce, durationMs: ROUND_MS, make }));
      const opens = await measureOpenings(targets[0], ours.ready.url, { atOnce, codes });
      const [low, own, shared] = results.map(medianOf);
      if (low && own && shared) rows.push({ atOnce, floor: low, further: own, many: shared, opens });
    }
    await Promise.all([floor.stop(), ours.stop(), many.stop()]);
    const paced = (await startChild('notify.mjs', [notifyUrls[0] ?? '', 'paced', '400'])).ready;
    const unpaced = (await startChild('notify.mjs', [notifyUrls[1] ?? '', 'unpaced', '4000'])).ready;
    return { rows, paced, unpaced, organizations: ORGANIZATIONS, postgres: postgres.version };
  } finally {
    await Promise.all([floor.stop(), ours.stop(), many.stop()]);
    await postgres.stop();
  }
}

/**
 * Messages of new customers with a code, in turns with the floor.
 *
 * @param {{ url: string, make: () => import('./workload/meta-webhook.mjs').SignedWebhook } | undefined} floor
 * @param {string} url
 * @param {{ atOnce: number, codes: string[] }} options
 */
async function measureOpenings(floor, url, { atOnce, codes }) {
  /** @type {Load[]} */
  const low = [];
  /** @type {Load[]} */
  const own = [];
  for (let round = 0; round < OPENING_ROUNDS; round += 1) {
    if (floor) low.push(await loadFor(floor.url, { atOnce, durationMs: ROUND_MS, make: floor.make }));
    const webhooks = codes.splice(0, OPENINGS).map((text) => metaWebhook(newPhone(), { text }));
    own.push(await loadAll(url, { atOnce, webhooks }));
  }
  return { floor: medianOf(low), ours: medianOf(own) };
}

/** @param {readonly Load[]} rounds @returns {Load} */
function medianOf(rounds) {
  return { perSecond: median(rounds.map((one) => one.perSecond)), p99Ms: median(rounds.map((one) => one.p99Ms)) };
}

/** The embedded database: a new folder, and the same once more. */
export async function measurePglite() {
  const base = mkdtempSync(join(tmpdir(), 'whatsapp-optin-bench-'));
  try {
    const starts = [];
    for (let round = 0; round < 3; round += 1) {
      const folder = join(base, String(round));
      const fresh = (await startChild('pglite-start.mjs', [folder])).ready;
      const again = (await startChild('pglite-start.mjs', [folder])).ready;
      starts.push({ freshMs: fresh.startMs, againMs: again.startMs, rssBytes: again.rssBytes });
    }
    return {
      freshMs: median(starts.map((one) => one.freshMs)),
      againMs: median(starts.map((one) => one.againMs)),
      rssBytes: median(starts.map((one) => one.rssBytes)),
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/**
 * Every customer has a session before the clock runs, and those of one organization came by a code.
 *
 * @param {{ floor: string, ours: string, many: string, codes: readonly string[] }} targets
 */
async function openSessions({ floor, ours, many, codes }) {
  const all = Array.from({ length: PHONES }, (_, at) => at);
  const atOnce = 16;
  await loadAll(floor, { atOnce, webhooks: all.map((at) => metaWebhook(phoneOf(at))) });
  await loadAll(ours, { atOnce, webhooks: all.map((at) => metaWebhook(phoneOf(at), { text: codes[at] ?? '' })) });
  const webhooks = all.map((at) => metaWebhook(phoneOf(at), { organization: at % ORGANIZATIONS }));
  await loadAll(many, { atOnce, webhooks });
}

/**
 * @param {string} server
 * @param {string} name
 * @returns {Promise<string>} its address
 */
async function createDatabase(server, name) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const randomAt = () => Math.floor(Math.random() * PHONES);
const randomPhone = () => phoneOf(randomAt());

/** @param {number} at */
function phoneOf(at) {
  return String(966_510_000_000 + at);
}

let newPhones = 0;
const newPhone = () => String(966_530_000_000 + (newPhones += 1));
