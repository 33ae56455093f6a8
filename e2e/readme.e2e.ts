import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { makeFolder, makeSite, sample } from './readme-samples.js';
import { serveFolder } from './serve-folder.js';

const LINK_NAME = 'Enable WhatsApp Notifications';
const DEEP_LINK = /^https:\/\/(wa\.me\/966500000000\?|web\.whatsapp\.com\/send\?phone=966500000000&)text=.*A001/;

test('the HTML sample shows the prompt with a real link', async ({ page }) => {
  const site = await serveFolder(await makeSite('html', { 'ticket.html': await sample('html') }));
  await page.goto(`${site.url}/ticket.html`);
  await expect(page.getByRole('link', { name: LINK_NAME })).toHaveAttribute('href', DEEP_LINK);
  await site.close();
});

test('the link in the HTML sample works without any script', async ({ browser }) => {
  const folder = await makeFolder('html-without-script');
  await writeFile(join(folder, 'ticket.html'), await sample('html'));
  const site = await serveFolder(folder);
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/ticket.html`);
  await expect(page.getByRole('link')).toHaveAttribute('href', 'https://wa.me/966500000000?text=Hi');
  await page.close();
  await site.close();
});

test('the React sample shows the prompt with a real link', async ({ page }) => {
  const folder = await makeFolder('react');
  await writeFile(join(folder, 'ticket-page.tsx'), await sample('react'));
  await writeFile(
    join(folder, 'main.tsx'),
    `import { createRoot } from 'react-dom/client';\nimport { TicketPage } from './ticket-page';\n` +
      `createRoot(document.getElementById('root')!).render(<TicketPage />);\n`,
  );
  const options = { bundle: true, format: 'esm', jsx: 'automatic', logLevel: 'silent' } as const;
  await build({ ...options, entryPoints: [join(folder, 'main.tsx')], outfile: join(folder, 'main.js') });
  await writeFile(
    join(folder, 'ticket.html'),
    '<!doctype html><html lang="en"><title>Ticket</title><div id="root"></div><script type="module" src="main.js"></script></html>',
  );
  const site = await serveFolder(folder);
  await page.goto(`${site.url}/ticket.html`);
  await expect(page.getByRole('link', { name: LINK_NAME })).toHaveAttribute('href', DEEP_LINK);
  await site.close();
});

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

let sampleServer: ChildProcess | null = null;

test.afterEach(async () => {
  if (sampleServer?.exitCode === null) {
    const exited = once(sampleServer, 'exit');
    sampleServer.kill('SIGTERM');
    await exited;
  }
  sampleServer = null;
});

test('the server sample serves, and the notify sample is answered', async () => {
  const folder = await makeFolder('server');
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const secretKey = 'sk_readme_sample_placeholder_key';
  const env = { ...process.env, PORT: String(port), DATABASE_URL: join(folder, 'data'), SECRET_KEY: secretKey };
  await writeFile(join(folder, 'server.mjs'), await sample('server'));
  await writeFile(join(folder, 'notify.mjs'), (await sample('notify')).replace('http://localhost:4000', origin));
  const server = spawn(process.execPath, ['server.mjs'], { cwd: folder, env, stdio: 'inherit' });
  sampleServer = server;
  const health = () =>
    fetch(`${origin}/healthz`).then(
      ({ status }) => status,
      () => (server.exitCode === null ? 'not yet' : `ended with exit code ${server.exitCode}`),
    );
  await expect.poll(health, { timeout: 45_000 }).not.toBe('not yet');
  expect(await health()).toBe(200);

  const ticket = await fetch(`${origin}/api/tickets/ticket-1`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ number: 'A001' }),
  });
  expect(ticket.status).toBe(201);
  const notify = spawn(process.execPath, ['notify.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const output = (await notify.stdout.setEncoding('utf8').toArray()).join('');
  expect(output).toContain('no_push_subscription');
});
