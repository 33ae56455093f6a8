import { openHostPage } from './host-page.js';
import { expect, test } from './prompt-test.js';
import { REACTS, aliasOfReact } from './react-versions.js';

/** A prompt as its host develops it: StrictMode, in a development build, runs every effect twice. */
const PAGE = `import { createElement as h, StrictMode } from 'react';
  import { createRoot } from 'react-dom/client';
  import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
  globalThis.emitted = [];
  const record = (name) => () => emitted.push(name);
  createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(WhatsAppNotificationPrompt, {
    ticketNumber: 'A001', organizationName: 'Acme Clinic', companyWhatsAppNumber: '+966500000000', locale: 'en',
    server: location.origin, publishableKey: 'pk_example',
    onReady: record('ready'), onOptIn: record('optin'), onConnected: record('connected'), onSkip: record('skip'),
  })));`;

for (const [version, modules] of Object.entries(REACTS)) {
  test(`React ${version} under StrictMode: one opt-in, one stream, each event once`, async ({ page, site }) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    site.release();

    const define = { 'process.env.NODE_ENV': '"development"' };
    await openHostPage(page, site, PAGE, { define, alias: aliasOfReact(modules) });
    await expect.poll(() => site.openStreams()).toBe(1);
    await page.getByRole('link', { name: 'Enable WhatsApp Notifications' }).click();
    const card = page.locator('.whatsapp-optin-card');
    await expect(card).toHaveAttribute('data-state', 'waiting');
    site.connect();
    await expect(card).toHaveAttribute('data-state', 'connected');

    const asked = (ending: string) => site.asked.filter((one) => one.endsWith(ending)).length;
    expect({ optIns: asked('POST /api/opt-ins'), streams: asked('/stream') }).toEqual({ optIns: 1, streams: 1 });
    expect(await page.evaluate(() => (globalThis as unknown as { emitted: string[] }).emitted)).toEqual([
      'ready',
      'optin',
      'connected',
    ]);
    expect(errors).toEqual([]);
  });
}
