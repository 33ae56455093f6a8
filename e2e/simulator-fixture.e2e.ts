import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWhatsAppOptIn, type WhatsAppOptIn } from '@whatsapp-optin/server';
import { serve } from '@whatsapp-optin/server/node';
import { createSimulator } from '@whatsapp-optin/simulator';
import { expect, test as base } from '@whatsapp-optin/simulator/playwright';

const WEBHOOK_TOKEN = 'webhook-token-of-the-test';
const newKey = (prefix: string) => `${prefix}_${randomBytes(24).toString('hex')}`;
const element = dirname(createRequire(import.meta.url).resolve('@whatsapp-optin/web-component/define'));

/** A host's own server: one page with the element, and the companion server beside it. */
const test = base.extend<{ host: { url: string; optIn: WhatsAppOptIn } }>({
  host: async ({ simulator }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'whatsapp-optin-fixture-'));
    const started: { optIn?: WhatsAppOptIn } = {};
    const server = await serve(
      {
        async fetch(request, info) {
          const { pathname } = new URL(request.url);
          if (pathname === '/ticket') return new Response(PAGE, { headers: { 'content-type': 'text/html' } });
          const [, file] = /^\/(whatsapp-optin[\w.-]*\.js)$/.exec(pathname) ?? [];
          if (file === undefined)
            return (await started.optIn?.fetch(request, info)) ?? new Response(null, { status: 503 });
          return new Response(await readFile(join(element, file)), { headers: { 'content-type': 'text/javascript' } });
        },
      },
      { port: 0 },
    );
    simulator.configureWebhook({ url: `${server.url}/api/webhooks/ultramsg/inbound`, token: WEBHOOK_TOKEN });
    const optIn = createWhatsAppOptIn({
      database: folder,
      publicUrl: server.url,
      allowedOrigins: [server.url],
      logLevel: 'silent',
      organization: {
        name: 'Acme Clinic',
        whatsappNumber: '+966500000000',
        secretKey: newKey('sk'),
        publishableKey: 'pk_example',
      },
      providers: {
        ultramsg: {
          instanceId: '1150',
          token: 'simulator-token',
          webhookToken: WEBHOOK_TOKEN,
          baseUrl: simulator.url,
        },
      },
    });
    await optIn.start();
    started.optIn = optIn;
    await use({ url: server.url, optIn });
    await server.close(0);
    await optIn.close();
    await rm(folder, { recursive: true, force: true });
  },
});

const PAGE = `<!doctype html><html lang="en"><title>Ticket</title><script type="module" src="/whatsapp-optin.js"></script>
<whatsapp-optin phone="+966500000000" organization="Acme Clinic" ticket="A001" server="/" publishable-key="pk_example">
</whatsapp-optin></html>`;

test("a host's own test leads a customer to connected, and sees what the phone received", async ({
  page,
  phone,
  host,
}) => {
  await page.goto(`${host.url}/ticket`);
  const sent = await phone.sendFrom(page.getByRole('link', { name: 'Enable WhatsApp Notifications' }));
  expect(sent).toContain('ticket A001');
  await expect(page.getByRole('heading', { name: 'WhatsApp updates are on' })).toBeVisible();
  await expect.poll(() => phone.received('whatsapp')).toHaveLength(1);

  const answer = await host.optIn.notifications.sendWhatsAppNotification(phone.number, 'Room 2 is free.');
  expect(answer.method).toBe('whatsapp_fallback');
  await expect
    .poll(() => phone.received('whatsapp'))
    .toEqual([expect.anything(), { channel: 'whatsapp', title: '', text: 'Room 2 is free.' }]);
  expect(await phone.received('sms')).toEqual([]);
});

test('a phone that wrote nothing receives nothing', async ({ phone, host }) => {
  const answer = await host.optIn.notifications.sendWhatsAppNotification(phone.number, 'Room 2 is free.');
  expect(answer.method).toBe('none');
  expect(await phone.received()).toEqual([]);
});

/** A simulator that a test did not start. */
const withUrl = base.extend<object, { simulatorUrl: string | null }>({
  simulatorUrl: [
    async ({ browserName: _ }, use) => {
      const simulator = createSimulator();
      await use(await simulator.listen());
      await simulator.close();
    },
    { scope: 'worker' },
  ],
});

withUrl('a phone of a simulator that runs already', async ({ phone }) => {
  await phone.send('Hello');
  expect(await phone.received()).toEqual([]);
  await expect(phone.send('Hello', 'nobody')).rejects.toThrow('The simulator refused the message: 422');
});
