// Next, with the simulator in the place of WhatsApp. In production `next start` alone does.
import { copyFile, mkdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createSimulator } from '@whatsapp-optin/simulator';

const port = Number(process.env.PORT ?? 3000);
const webhookToken = 'webhook-token-of-the-example';
const simulator = createSimulator({
  webhook: { url: `http://localhost:${port}/whatsapp/api/webhooks/ultramsg/inbound`, token: webhookToken },
});
const vendors = await simulator.listen(port + 1);

// The service worker of web push is served by the page's own origin.
await mkdir(new URL('public/', import.meta.url), { recursive: true });
await copyFile(
  new URL(import.meta.resolve('@whatsapp-optin/sdk/whatsapp-optin-sw.js')),
  new URL('public/whatsapp-optin-sw.js', import.meta.url),
);

const args = ['next', process.env.NEXT_MODE ?? 'dev', '--port', String(port)];
const next = spawn('npx', args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PORT: String(port), SIMULATOR_URL: vendors, ULTRAMSG_WEBHOOK_TOKEN: webhookToken },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => next.kill());
const [code] = await once(next, 'exit');
await simulator.close();
process.exitCode = code ?? 0;
