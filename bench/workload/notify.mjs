// @ts-check
import './end-with-parent.mjs';
import { performance } from 'node:perf_hooks';
import { SECRET_KEY, createApp } from './app.mjs';
import { metaWebhook } from './meta-webhook.mjs';

/** Each notification walks push, which reaches nobody, and then WhatsApp, which accepts. */
const COUNT = 2_000;
const AT_ONCE = 16;
const WARM_UP = 200;

const [databaseUrl = ''] = process.argv.slice(2);
const app = await createApp(databaseUrl);
await app.start();

/**
 * @param {string} path
 * @param {RequestInit} init
 */
async function send(path, init) {
  const response = await app.fetch(new Request(`http://localhost:4000${path}`, init));
  if (!response.ok) throw new Error(`${init.method} ${path}: ${response.status} ${await response.text()}`);
}

/** @param {number} at */
async function prepare(at) {
  const phone = `9665${String(10_000_000 + at)}`;
  const { body, signature } = metaWebhook(phone);
  await send('/api/webhooks/meta', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature },
  });
  await send(`/api/tickets/t${at}`, {
    method: 'PUT',
    body: JSON.stringify({ number: `A${at}`, phone: `+${phone}` }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${SECRET_KEY}` },
  });
}

/**
 * @param {number} from
 * @param {number} to
 * @param {(at: number) => Promise<void>} work
 */
async function each(from, to, work) {
  let next = from;
  const worker = async () => {
    while (next < to) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** @type {Record<string, number>} */
const methods = {};
/** @param {number} at */
async function notify(at) {
  const { method } = await app.notifications.notify({
    ticketId: `t${at}`,
    type: 'position_update',
    params: { position: 3 },
  });
  methods[method] = (methods[method] ?? 0) + 1;
}

await each(0, WARM_UP + COUNT, prepare);
await each(0, WARM_UP, notify);
const rssBefore = process.memoryUsage().rss;
const startedAt = performance.now();
await each(WARM_UP, WARM_UP + COUNT, notify);
const perSecond = COUNT / ((performance.now() - startedAt) / 1000);
const rssGrowthBytes = process.memoryUsage().rss - rssBefore;
console.log(JSON.stringify({ perSecond, rssGrowthBytes, count: COUNT, atOnce: AT_ONCE, methods }));
await app.close();
process.exit(0);
