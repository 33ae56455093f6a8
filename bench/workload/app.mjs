// @ts-check
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { createServer } from 'node:http';
import { accountOf } from './meta-webhook.mjs';

export const SECRET_KEY = 'sk_bench_0123456789abcdefghijklmnopqr';

/** Stands in for Meta's Graph API: accepts every message at once. @returns {Promise<string>} its base URL */
export async function serveGraph() {
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const messages = [{ id: `wamid.sent.${(sent += 1)}` }];
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ messages }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/** As quick as it goes: the rate of a number is not what is measured. */
const UNLIMITED = {
  perSecond: 1_000_000,
  perPerson: { messages: 1_000_000, inSeconds: 1 },
  concurrency: 1_000,
};

/**
 * Our server as a host would set it up, with a push sender that reaches nobody.
 *
 * @param {string} database
 * @param {{ organizations?: number, isPaced?: boolean }} [options]
 */
export async function createApp(database, { organizations = 1, isPaced = true } = {}) {
  const graphBaseUrl = await serveGraph();
  /** @type {any} a seam that the public types leave out */
  const create = createWhatsAppOptIn;
  /** @returns {ReturnType<typeof createWhatsAppOptIn>} */
  const build = () =>
    create(
      {
        database,
        organizations: Array.from({ length: organizations }, (_, index) => organizationOf(index, graphBaseUrl)),
        push: async () => ({ success: false, deliveredCount: 0 }),
        logLevel: 'silent',
      },
      isPaced ? {} : { rateLimits: { meta: UNLIMITED, twilio: UNLIMITED, ultramsg: UNLIMITED, sms: UNLIMITED } },
    );
  return build();
}

/**
 * @param {number} index
 * @param {string} graphBaseUrl
 */
function organizationOf(index, graphBaseUrl) {
  const { phoneNumberId, companyNumber, appSecret } = accountOf(index);
  return {
    id: index === 0 ? 'bench' : `bench-${index}`,
    name: 'Acme Clinic',
    whatsappNumber: companyNumber,
    secretKey: index === 0 ? SECRET_KEY : `${SECRET_KEY}-${index}`,
    providers: { meta: { phoneNumberId, accessToken: 'bench-token', appSecret, verifyToken: 'bench', graphBaseUrl } },
  };
}

/**
 * Runs the work for each number of a range, so many at once.
 *
 * @param {{ from?: number, to: number, atOnce: number }} range
 * @param {(at: number) => Promise<unknown>} work
 */
export async function each({ from = 0, to, atOnce }, work) {
  let next = from;
  const worker = async () => {
    while (next < to) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * @param {{ fetch(request: Request): Promise<Response> }} app
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<any>} the JSON of the answer
 */
export async function callApi(app, method, path, body) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${SECRET_KEY}` };
  const response = await app.fetch(
    new Request(`http://localhost:4000${path}`, { method, headers, body: JSON.stringify(body) }),
  );
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/**
 * @param {{ fetch(request: Request): Promise<Response> }} app
 * @param {import('./meta-webhook.mjs').SignedWebhook} webhook
 */
export async function postWebhook(app, { body, signature }) {
  const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature };
  const request = new Request('http://localhost:4000/api/webhooks/meta', {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
  const response = await app.fetch(request);
  if (!response.ok) throw new Error(`A webhook was answered ${response.status}.`);
}
