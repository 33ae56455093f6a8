// @ts-check
import { fork } from 'node:child_process';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { bundleForProcess } from '../scripts/bundle-for-process.mjs';
import { startPostgres } from '../scripts/postgres.mjs';
import { quantile } from './median.mjs';
import { openPool } from './raw-post.mjs';
import { serveGraph } from './workload/app.mjs';
import { APP_SECRET, accountOf, metaWebhook } from './workload/meta-webhook.mjs';

/**
 * More webhooks than the server can take, at a fixed rate whatever it answers, as vendors send them. Prints one line of JSON:
 * answers by status, their times, those of `/healthz`, the memory, and how soon afterwards an answer is quick again.
 *
 * Usage: node bench/overload.mjs postgres|pglite <a second> <seconds>
 */
const [engine = 'postgres', perSecond = '4000', seconds = '15'] = process.argv.slice(2);
/** As many as vendors and a proxy have open; where all are busy, the load is held back. */
const CONNECTIONS = 2_000;
const PHONES = 1_000;
const FIRST_PHONE = 966_510_000_000;
const HEALTH = Buffer.from('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
const PORT = '34517';
const url = `http://127.0.0.1:${PORT}`;

const folder = mkdtempSync(join(tmpdir(), 'overload-'));
const postgres = engine === 'postgres' ? await startPostgres({ settings: ['fsync=on'] }) : null;
const program = await bundleForProcess('src/cli/index.ts');
const { phoneNumberId, companyNumber } = accountOf(0);
const server = fork(program.file, ['serve'], {
  env: {
    ...{
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT,
      LOG_LEVEL: 'silent',
      SECRET_KEY: 'sk_bench_0123456789abcdefghijklmnopqr',
    },
    ...{ ADMIN_KEY: 'ak_bench_0123456789abcdefghijklmnopqr', WHATSAPP_COMPANY_NUMBER: companyNumber },
    ...{ META_PHONE_NUMBER_ID: phoneNumberId, META_ACCESS_TOKEN: 'token', META_APP_SECRET: APP_SECRET },
    ...{
      META_VERIFY_TOKEN: 'bench-verify-token',
      META_GRAPH_BASE_URL: await serveGraph(),
      ...(postgres ? { DATABASE_URL: postgres.url } : { DATA_DIR: folder }),
    },
  },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});

try {
  await readiness();
  const before = { rssMb: memory('VmRSS') };
  /** @type {Record<string, number[]>} */
  const timesMs = {};
  /** @type {number[]} */
  const healthMs = [];
  let withoutRetryAfter = 0;
  let heldBack = 0;
  let underWay = 0;
  const make = () => bytesOf(metaWebhook(String(FIRST_PHONE + Math.floor(Math.random() * PHONES))));
  const prepared = Array.from({ length: Number(perSecond) * Number(seconds) }, make);
  const pool = await openPool(Number(PORT), CONNECTIONS);
  const watcher = await openPool(Number(PORT), 1);
  const startedAt = performance.now();
  const endsAt = startedAt + Number(seconds) * 1_000;
  let due = 0;
  const health = (async () => {
    for (; performance.now() < endsAt; await delay(50)) {
      const answer = await watcher.post(HEALTH);
      if (answer) healthMs.push(answer.tookMs);
    }
  })();
  while (performance.now() < endsAt) {
    const wanted = Math.floor(((performance.now() - startedAt) / 1_000) * Number(perSecond));
    for (; due < wanted; due += 1) {
      const sent = pool.post(prepared[due] ?? make());
      if (sent === null) {
        heldBack += 1;
        continue;
      }
      underWay += 1;
      void sent.then(({ status, tookMs, hasRetryAfter }) => {
        underWay -= 1;
        (timesMs[status] ??= []).push(tookMs);
        if (status === '503' && !hasRetryAfter) withoutRetryAfter += 1;
      });
    }
    await delay(2);
  }
  await health;
  const endedAt = performance.now();
  let recoveredMs = null;
  while (recoveredMs === null && performance.now() - endedAt < 60_000) {
    const answer = await watcher.post(make());
    if (answer?.status === '200' && answer.tookMs < 200) recoveredMs = Math.round(performance.now() - endedAt);
    else await delay(100);
  }
  for (let tries = 0; underWay > 0 && tries < 350; tries += 1) await delay(100);
  /** @param {number[]} times */
  const describe = (times) => ({
    count: times.length,
    ...Object.fromEntries([0.5, 0.99, 1].map((share) => [`p${share * 100}`, Math.round(quantile(times, share))])),
  });
  console.log(
    JSON.stringify({
      engine,
      perSecond: Number(perSecond),
      seconds: Number(seconds),
      answers: Object.fromEntries(Object.entries(timesMs).map(([status, times]) => [status, describe(times)])),
      okPerSecond: Math.round((timesMs['200']?.length ?? 0) / Number(seconds)),
      withoutRetryAfter,
      heldBack,
      health: describe(healthMs),
      rssMb: { before: before.rssMb, peak: memory('VmHWM'), after: memory('VmRSS') },
      recoveredMs,
    }),
  );
  pool.close();
  watcher.close();
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await postgres?.stop();
  await program.remove();
  rmSync(folder, { recursive: true, force: true });
}

/** @param {import('./workload/meta-webhook.mjs').SignedWebhook} webhook */
function bytesOf({ body, signature }) {
  const head = [
    'POST /api/webhooks/meta HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `X-Hub-Signature-256: ${signature}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

async function readiness() {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`${url}/readyz`).catch(() => null))?.status === 200) return;
    await delay(100);
  }
  throw new Error('The server did not become ready.');
}

/** @param {'VmRSS' | 'VmHWM'} name @returns {number} megabytes */
function memory(name) {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
}
