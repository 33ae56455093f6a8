// @ts-check
import './end-with-parent.mjs';
import { performance } from 'node:perf_hooks';
import { callApi, createApp, each, postWebhook } from './app.mjs';
import { metaStatus, metaWebhook } from './meta-webhook.mjs';

/** Each notification tries push, which reaches nobody, and then WhatsApp, which accepts. */
const AT_ONCE = 64;
const WARM_UP = 256;
const BATCH = 500;

/** Arguments: address of the database, `paced` or not, count. */
const [databaseUrl = '', pace = '', countText = '2000'] = process.argv.slice(2);
const count = Number(countText);
const app = await createApp(databaseUrl, { isPaced: pace === 'paced' });
await app.start();

await each({ to: WARM_UP + count, atOnce: AT_ONCE }, async (at) => {
  const phone = `9665${String(10_000_000 + at)}`;
  await postWebhook(app, metaWebhook(phone));
  await callApi(app, 'PUT', `/api/tickets/t${at}`, { number: `A${at}`, phone: `+${phone}` });
});

/** @type {Record<string, number>} */
const methods = {};
/** @type {string[]} */
const sent = [];
/** @param {any} document */
function keep({ method, attempts }) {
  methods[method] = (methods[method] ?? 0) + 1;
  for (const { providerMessageId } of attempts) if (providerMessageId) sent.push(providerMessageId);
}
/** @param {number} at */
const inputOf = (at) => ({ ticketId: `t${at}`, type: 'position_update', params: { position: 3 } });
/** @param {number} at */
const notify = async (at) => keep(await app.notifications.notify(/** @type {any} */ (inputOf(at))));

/**
 * @param {number} of how many there are of what is done
 * @param {() => Promise<unknown>} work
 */
async function measure(of, work) {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: of / seconds, cpuMsEach: (user + system) / 1000 / of };
}

await each({ to: WARM_UP, atOnce: AT_ONCE }, notify);
const single = await measure(count, () => each({ from: WARM_UP, to: WARM_UP + count, atOnce: AT_ONCE }, notify));
let many = null;
let statuses = null;
if (pace !== 'paced') {
  many = await measure(count, async () => {
    for (let from = WARM_UP; from < WARM_UP + count; from += BATCH) {
      const to = Math.min(WARM_UP + count, from + BATCH);
      const inputs = Array.from({ length: to - from }, (_, index) => inputOf(from + index));
      const { notifications } = await callApi(app, 'POST', '/api/notifications/batch', { notifications: inputs });
      notifications.forEach(keep);
    }
  });
  const news = ['sent', 'delivered', 'read'].flatMap((status) => sent.map((id) => metaStatus(id, status)));
  statuses = await measure(news.length, () =>
    each({ to: news.length, atOnce: AT_ONCE }, async (at) => {
      const one = news[at];
      if (one) await postWebhook(app, one);
    }),
  );
}
console.log(JSON.stringify({ single, many, statuses, count, atOnce: AT_ONCE, methods }));
await app.close();
process.exit(0);
