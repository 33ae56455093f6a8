// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../scripts/postgres.mjs';
import { startChild } from './child.mjs';
import { median, quantile } from './median.mjs';
import { metaWebhook } from './workload/meta-webhook.mjs';

const AT_ONCE = [1, 16, 64];
const ROUNDS = 5;
const ROUND_MS = 2_000;
const PHONES = 1_000;
/** By then the welcomes of the first messages have gone out. */
const SETTLE_MS = 20_000;

/** Webhooks a second and their slowest hundredth, of the floor and of ours in turns, on one PostgreSQL. */
export async function measureServer() {
  const postgres = await startPostgres();
  const floor = await startChild('floor-server.mjs', [postgres.url]);
  const ours = await startChild('our-server.mjs', [postgres.url]);
  const targets = [floor, ours].map(({ told }) => /** @type {string} */ (told.url));
  try {
    // Every customer has a session before the clock runs: what is timed is the intake, not the welcomes that it causes.
    for (const url of targets) await openSessions(url);
    await delay(SETTLE_MS);
    const rows = [];
    for (const atOnce of AT_ONCE) {
      for (const url of targets) await load(url, atOnce, ROUND_MS / 2);
      /** @type {Awaited<ReturnType<typeof load>>[][]} */
      const results = targets.map(() => []);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [at, url] of targets.entries()) results[at]?.push(await load(url, atOnce, ROUND_MS));
      const [low, own] = results.map((rounds) => ({
        perSecond: median(rounds.map((one) => one.perSecond)),
        p99Ms: median(rounds.map((one) => one.p99Ms)),
      }));
      if (low && own) rows.push({ atOnce, floor: low, ours: own });
    }
    const notify = await startChild('notify.mjs', [postgres.url]);
    return { rows, notify: notify.told, postgres: postgres.version };
  } finally {
    await Promise.all([floor.stop(), ours.stop()]);
    await postgres.stop();
  }
}

/** The embedded database: a new folder, and the same once more. */
export async function measurePglite() {
  const base = mkdtempSync(join(tmpdir(), 'whatsapp-optin-bench-'));
  try {
    const starts = [];
    for (let round = 0; round < 3; round += 1) {
      const folder = join(base, String(round));
      const fresh = (await startChild('pglite-start.mjs', [folder])).told;
      const again = (await startChild('pglite-start.mjs', [folder])).told;
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

/** @param {string} url */
async function openSessions(url) {
  for (let at = 0; at < PHONES; at += 1) {
    const { body, signature } = metaWebhook(phoneOf(at));
    const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature };
    const { ok, status } = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers });
    if (!ok) throw new Error(`${url} answered ${status}.`);
  }
}

/**
 * @param {string} url
 * @param {number} atOnce
 * @param {number} durationMs
 * @returns {Promise<{ perSecond: number, p99Ms: number }>}
 * @throws {Error} where an answer is not 200: a quick refusal must not pass for a quick server
 */
async function load(url, atOnce, durationMs) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  /** @type {number[]} */
  const timesMs = [];
  // Signed before the clock runs, so that the customer side costs as little as it can.
  const prepared = Array.from({ length: Math.min(20_000, durationMs * 5) }, () => metaWebhook(randomPhone()));
  const startedAt = performance.now();
  const post = () =>
    new Promise((resolve, reject) => {
      const { body, signature } = prepared.pop() ?? metaWebhook(randomPhone());
      const sentAt = performance.now();
      const headers = {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
        'X-Hub-Signature-256': signature,
      };
      const call = request(url, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', () => {
          timesMs.push(performance.now() - sentAt);
          if (response.statusCode === 200) resolve(undefined);
          else reject(new Error(`${url} answered ${response.statusCode}.`));
        });
      });
      call.once('error', reject).end(body);
    });
  const worker = async () => {
    while (performance.now() - startedAt < durationMs) await post();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const perSecond = timesMs.length / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { perSecond, p99Ms: quantile(timesMs, 0.99) };
}

function randomPhone() {
  return phoneOf(Math.floor(Math.random() * PHONES));
}

/** @param {number} at */
function phoneOf(at) {
  return String(966_510_000_000 + at);
}
