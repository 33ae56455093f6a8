import { bundleScript } from './bundle.js';
import { expect, test } from './prompt-test.js';
import { REACTS, aliasOfReact } from './react-versions.js';

/** A prompt as its host develops it: StrictMode, in a development build, runs every effect twice. */
const PAGE = `import { createElement as h, StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
  globalThis.told = [];
  const tell = (name) => () => told.push(name);
  createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(WhatsAppNotificationPrompt, {
    ticketNumber: 'A001', organizationName: 'Acme Clinic', companyWhatsAppNumber: '+966500000000', locale: 'en',
    server: location.origin, publishableKey: 'pk_example',
    onReady: tell('ready'), onOptIn: tell('optin'), onConnected: tell('connected'), onSkip: tell('skip'),
  })));`;

async function bundle(modules: string): Promise<string> {
  const define = { 'process.env.NODE_ENV': '"development"' };
  const options = { splitting: false, define, alias: aliasOfReact(modules) };
  return (await bundleScript(PAGE, 'strict', options)).files.get('/strict.js') ?? '';
}

for (const [version, modules] of Object.entries(REACTS)) {
  test(`React ${version} under StrictMode: one opt-in, one stream, each event once`, async ({ page, site }) => {
    const script = await bundle(modules);
    const html = `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="/strict.js"></script></html>`;
    await page.route('**/strict', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/strict.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    site.release();

    await page.goto(`${site.url}/strict`);
    await expect.poll(() => site.openStreams()).toBe(1);
    await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
    const card = page.locator('.whatsapp-optin-card');
    await expect(card).toHaveAttribute('data-state', 'waiting');
    site.connect();
    await expect(card).toHaveAttribute('data-state', 'connected');

    const asked = (ending: string) => site.asked.filter((one) => one.endsWith(ending)).length;
    expect({ optIns: asked('POST /api/opt-ins'), streams: asked('/stream') }).toEqual({ optIns: 1, streams: 1 });
    expect(await page.evaluate(() => (globalThis as unknown as { told: string[] }).told)).toEqual([
      'ready',
      'optin',
      'connected',
    ]);
    expect(complaints).toEqual([]);
  });
}
