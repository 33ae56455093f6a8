// @ts-check
import { randomBytes } from 'node:crypto';
import { createWhatsAppOptIn } from '@whatsapp-optin/server';
import { createSimulator } from '@whatsapp-optin/simulator';

const BASE_PATH = '/whatsapp';
const WEBHOOK_TOKEN = 'webhook-token-of-the-example';

/** @param {string} prefix */
const newKey = (prefix) => `${prefix}_${randomBytes(24).toString('base64url')}`;

/**
 * The companion server, with the simulator in the place of WhatsApp.
 *
 * @param {{ url: string, simulatorPort: number }} place
 */
export async function createOptIn({ url, simulatorPort }) {
  const simulator = createSimulator({
    webhook: { url: `${url}${BASE_PATH}/api/webhooks/ultramsg/inbound`, token: WEBHOOK_TOKEN },
  });
  const optIn = createWhatsAppOptIn({
    database: process.env.DATABASE_URL ?? './.whatsapp-optin',
    basePath: BASE_PATH,
    publicUrl: `${url}${BASE_PATH}`,
    allowedOrigins: [url],
    logLevel: 'warn',
    organization: {
      name: 'Acme Clinic',
      whatsappNumber: '+966500000000',
      secretKey: process.env.SECRET_KEY ?? newKey('sk'),
      publishableKey: 'pk_example',
      adminKey: process.env.ADMIN_KEY ?? newKey('ak'),
    },
    providers: {
      ultramsg: {
        instanceId: '1150',
        token: 'simulator-token',
        webhookToken: WEBHOOK_TOKEN,
        baseUrl: await simulator.listen(simulatorPort),
      },
    },
  });
  await optIn.start();
  return { optIn, simulator };
}
