import { expect, test, type Page } from '@playwright/test';
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

/** A page that renders the component which a sample exports, bundled from the built packages. */
async function serveSample(text: string, component: string) {
  const folder = await makeFolder(component);
  await writeFile(join(folder, 'sample.tsx'), text);
  await writeFile(
    join(folder, 'main.tsx'),
    `import { createRoot } from 'react-dom/client';\nimport { ${component} } from './sample';\n` +
      `createRoot(document.getElementById('root')!).render(<${component} />);\n`,
  );
  const options = { bundle: true, format: 'esm', jsx: 'automatic', logLevel: 'silent' } as const;
  await build({ ...options, entryPoints: [join(folder, 'main.tsx')], outfile: join(folder, 'main.js') });
  await writeFile(
    join(folder, 'page.html'),
    '<!doctype html><html lang="en"><title>Sample</title><div id="root"></div><script type="module" src="main.js"></script></html>',
  );
  return serveFolder(folder);
}

test('the React sample shows the prompt with a real link', async ({ page }) => {
  const site = await serveSample(await sample('react'), 'TicketPage');
  await page.goto(`${site.url}/page.html`);
  await expect(page.getByRole('link', { name: LINK_NAME })).toHaveAttribute('href', DEEP_LINK);
  await site.close();
});

/** The host's backend and the companion server, as the samples of staff's pages expect them. */
async function answerStaff(page: Page, answers: Record<string, unknown>): Promise<string[]> {
  const asked: string[] = [];
  const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  await page.route('**/staff-token', (route) => route.fulfill({ json: { token: 'st_sample' } }));
  await page.route('https://optin.example.com/**', (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(`${pathname} ${route.request().headers()['authorization'] ?? ''}`.trim());
    const json = answers[pathname];
    return json ? route.fulfill({ json, headers: cors }) : route.fulfill({ status: 404, json: {}, headers: cors });
  });
  return asked;
}

test('the sample of the dashboard shows sessions, asked for with the staff token', async ({ page }) => {
  const site = await serveSample(await sample('admin', 'packages/admin/README.md'), 'StaffPage');
  const asked = await answerStaff(page, { '/api/admin/sessions': { items: [], nextCursor: null } });
  await page.goto(`${site.url}/page.html`);
  await expect(page.getByRole('heading', { name: 'No sessions yet' })).toBeVisible();
  expect(asked).toContain('/api/admin/sessions Bearer st_sample');
  await site.close();
});

test('the sample of the badge shows the session of a phone', async ({ page }) => {
  const site = await serveSample(await sample('badge', 'packages/react/README.md'), 'StaffPage');
  const expiresAt = new Date(Date.now() + 3 * 3_600_000 + 30_000).toISOString();
  const session = { hasActiveSession: true, expiresAt, lastInboundAt: expiresAt, secondsLeft: 3 * 3_600 + 30 };
  const asked = await answerStaff(page, { '/api/sessions/%2B966500000000': session });
  await page.goto(`${site.url}/page.html`);
  await expect(page.getByText('3 h 0 min left')).toBeVisible();
  expect(asked).toContain('/api/sessions/%2B966500000000 Bearer st_sample');
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

  const notify = spawn(process.execPath, ['notify.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const output = (await notify.stdout.setEncoding('utf8').toArray()).join('');
  expect(output).toContain('no_push_subscription');
});
