// @ts-check
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { serve } from '@whatsapp-optin/server/node';
import { createSimulator } from '@whatsapp-optin/simulator';
import { ORGANIZATIONS } from './organizations.mjs';
import { answerPage } from './pages.mjs';

const port = Number(process.env.PORT ?? 4000);
const publicUrl = `http://localhost:${port}`;
const TOKEN = 'simulator-token';
const WEBHOOK_TOKEN = 'webhook-token-of-the-example';

// Stands in for WhatsApp: one account of the vendor for each number.
const simulator = createSimulator({
  instances: ORGANIZATIONS.map(({ instanceId, whatsappNumber }) => ({
    instanceId,
    token: TOKEN,
    number: whatsappNumber,
  })),
  webhook: { url: `${publicUrl}/whatsapp/api/webhooks/ultramsg/inbound`, token: WEBHOOK_TOKEN },
});
const vendors = await simulator.listen(port + 1);

const optIn = createWhatsAppOptIn({
  database: process.env.DATABASE_URL ?? './.whatsapp-optin',
  basePath: '/whatsapp',
  publicUrl: `${publicUrl}/whatsapp`,
  allowedOrigins: [publicUrl],
  logLevel: 'warn',
  organizations: ORGANIZATIONS.map(({ instanceId, ...organization }) => ({
    ...organization,
    providers: { ultramsg: { instanceId, token: TOKEN, webhookToken: WEBHOOK_TOKEN, baseUrl: vendors } },
  })),
});
await optIn.start();

const server = await serve(
  {
    fetch: async (request, info) => (await answerPage(request, vendors)) ?? optIn.fetch(request, info),
  },
  { port },
);
console.log('Two organizations are ready.');
for (const { id, adminKey } of ORGANIZATIONS)
  console.log(`  ${server.url}/${id}\n    its dashboard ${server.url}/whatsapp/admin, key ${adminKey}`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, async () => {
    await server.close();
    await optIn.close();
    await simulator.close();
  });
