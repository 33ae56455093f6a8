import { toNextHandlers } from '../src/adapters/next.js';
import { sharedWhatsAppOptIn } from '../src/shared-app.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import { ADMIN, COMPANY, SECRET } from './test-world.js';

/** What a host has in `lib/opt-in.ts` and in a route file; a framework evaluates it again after each edit. */
export const app = sharedWhatsAppOptIn(() => {
  const made = createWhatsAppOptIn({
    database: process.env['EVALUATED_HOST_DATABASE'] ?? '',
    organization: { name: 'Al Noor Clinic', whatsappNumber: COMPANY, secretKey: SECRET, adminKey: ADMIN },
    providers: { ultramsg: { instanceId: '1150', token: 'token', webhookToken: 'webhook-token-of-the-tests' } },
    logLevel: 'silent',
  });
  made.onInboundMessage(() => undefined);
  return made;
});

export const { GET } = toNextHandlers(app);
