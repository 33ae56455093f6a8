// @ts-check
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { quantile } from './median.mjs';

/** @typedef {import('./workload/meta-webhook.mjs').SignedWebhook} SignedWebhook */
/** @typedef {{ perSecond: number, p99Ms: number }} Load */

/**
 * Posts webhooks for a while, so many at once.
 *
 * @param {string} url
 * @param {{ atOnce: number, durationMs: number, make: () => SignedWebhook }} options
 * @returns {Promise<Load>}
 * @throws {Error} where an answer is not 200: a quick refusal must not pass for a quick server
 */
export async function loadFor(url, { atOnce, durationMs, make }) {
  // Signed before the clock runs, so that the customer side costs as little as it can.
  const prepared = Array.from({ length: Math.min(20_000, durationMs * 5) }, make);
  const endsAt = performance.now() + durationMs;
  return post(url, atOnce, () => (performance.now() < endsAt ? (prepared.pop() ?? make()) : null));
}

/**
 * Posts all of these, so many at once.
 *
 * @param {string} url
 * @param {{ atOnce: number, webhooks: readonly SignedWebhook[] }} options
 * @returns {Promise<Load>}
 * @throws {Error} where an answer is not 200
 */
export async function loadAll(url, { atOnce, webhooks }) {
  let next = 0;
  return post(url, atOnce, () => webhooks[next++] ?? null);
}

/**
 * @param {string} url
 * @param {number} atOnce
 * @param {() => SignedWebhook | null} take `null`: it is over
 * @returns {Promise<Load>}
 */
async function post(url, atOnce, take) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  /** @type {number[]} */
  const timesMs = [];
  /** @param {SignedWebhook} webhook */
  const send = ({ body, signature }) =>
    new Promise((resolve, reject) => {
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
  const startedAt = performance.now();
  const worker = async () => {
    for (let webhook = take(); webhook !== null; webhook = take()) await send(webhook);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const perSecond = timesMs.length / ((performance.now() - startedAt) / 1000);
  agent.destroy();
  return { perSecond, p99Ms: quantile(timesMs, 0.99) };
}
