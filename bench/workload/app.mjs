// @ts-check
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { createServer } from 'node:http';
import { APP_SECRET, COMPANY_NUMBER, PHONE_NUMBER_ID } from './meta-webhook.mjs';

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

/**
 * Our server as a host would set it up, with a push sender that reaches nobody.
 *
 * @param {string} database
 */
export async function createApp(database) {
  return createWhatsAppOptIn({
    database,
    organization: { id: 'bench', name: 'Acme Clinic', whatsappNumber: COMPANY_NUMBER, secretKey: SECRET_KEY },
    providers: {
      meta: {
        ...{ phoneNumberId: PHONE_NUMBER_ID, accessToken: 'bench-token', appSecret: APP_SECRET, verifyToken: 'bench' },
        graphBaseUrl: await serveGraph(),
      },
    },
    push: async () => ({ success: false, deliveredCount: 0 }),
    logLevel: 'silent',
  });
}
