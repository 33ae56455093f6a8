import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium, devices, type Browser, type Page } from 'playwright';
import { expect as expectOf } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readQr } from '../../e2e/read-qr.js';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { installExamples, type Example, type InstalledExamples } from './installed-examples.js';
import { startExample } from './running-example.js';

const LINK = { name: /Enable WhatsApp Notifications|Activar notificaciones de WhatsApp/ };
const CONNECTED = /WhatsApp updates are on|Las novedades por WhatsApp están activadas/;
const SLOW = { timeout: 60_000 };
const expectSoon = expectOf.configure(SLOW);

let examples: InstalledExamples;
let browser: Browser;
beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) });
  examples = await installExamples();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  // Half a gigabyte.
  await examples?.remove();
}, 120_000);

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** A visit of a person with a phone. */
async function visit(url: string): Promise<Page> {
  const context = await browser.newContext({ ...devices['Pixel 7'], locale: 'en' });
  const page = await context.newPage();
  await page.goto(url, SLOW);
  return page;
}

/** Taps the link, presses Send on the simulator's phone, and sees the prompt connected. */
async function connect(page: Page): Promise<void> {
  const link = page.getByRole('link', LINK);
  await expectSoon(link).toHaveAttribute('href', /ref\.?%3A/);
  const opened = page.waitForEvent('popup', SLOW);
  await link.click();
  const phone = await opened;
  await phone.getByRole('button', { name: 'Send', exact: true }).click(SLOW);
  // As people do: a page that is looked at again asks at once.
  await page.bringToFront();
  await expectSoon(page.getByRole('heading', { name: CONNECTED })).toBeVisible();
}

const atServer = ({ port }: { port: number }) => `http://localhost:${port}/`;
const atApp = ({ appPort }: { appPort: number }) => `http://localhost:${appPort}/`;

async function withExample(
  example: Example,
  at: (ports: { port: number; appPort: number }) => string,
  use: (running: Awaited<ReturnType<typeof startExample>>) => Promise<void>,
): Promise<void> {
  const running = await startExample(examples.folderOf(example), at);
  try {
    await use(running);
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n${running.printed()}`, { cause });
  } finally {
    await running.stop();
  }
}

describe('an example, started by one command, leads to a connected customer', () => {
  it('html', () =>
    withExample('html', atApp, async ({ url }) => {
      const page = await visit(url);
      await connect(page);
      const integrity = await page.locator('script[type="importmap"]').textContent();
      expect(integrity).toMatch(/whatsapp-optin-live-[\w-]+\.js":"sha384-/);
    }));

  it('kiosk', () =>
    withExample('kiosk', atApp, async ({ url, simulator }) => {
      const page = await (await browser.newContext({ deviceScaleFactor: 2, locale: 'en' })).newPage();
      await page.goto(url, SLOW);
      const code = page.locator('[part~="qr"]');
      await expectSoon(code.locator('path').first()).toBeAttached();
      await expectSoon.poll(() => readQr(code)).toContain('http');
      const scanned = await fetch((await readQr(code)) ?? '', { redirect: 'manual' });
      const message = new URL(scanned.headers.get('location') ?? (await readQr(code)) ?? '').searchParams.get('text');
      await fetch(`${simulator}/phone/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ from: '+966511111111', to: '+966500000000', text: message }),
      });
      await expectSoon(page.getByRole('heading', { name: CONNECTED })).toBeVisible();
      await expectSoon(page.getByRole('heading', { name: 'K002' })).toBeVisible();
    }));

  it('two-organizations', () =>
    withExample(
      'two-organizations',
      (ports) => `${atServer(ports)}clinic`,
      async ({ port, printed }) => {
        for (const id of ['clinic', 'bakery']) await connect(await visit(`http://localhost:${port}/${id}`));
        const [, key = ''] = /\/bakery\n.*key (\S+)/.exec(printed()) ?? [];
        const headers = { authorization: `Bearer ${key}` };
        const sessions = await fetch(`http://localhost:${port}/whatsapp/api/admin/sessions`, { headers });
        const { items } = (await sessions.json()) as { items: unknown[] };
        expect(items, 'each organization sees its own customer alone').toHaveLength(1);
      },
    ));

  it('vite-express', () =>
    withExample('vite-express', atServer, async ({ url }) => {
      const page = await visit(url);
      await connect(page);
      await page.getByRole('button', { name: 'Staff: call this ticket' }).click();
      await expectSoon(page.getByText('whatsapp_fallback')).toBeVisible();
      await promisify(execFile)('npm', ['run', 'check'], { cwd: examples.folderOf('vite-express') });
    }));

  it.each(['vue', 'svelte'] as const)('%s', (example) =>
    withExample(example, atApp, async ({ url }) => {
      const page = await visit(url);
      await connect(page);
      await expectSoon(page.getByText('We may write until')).toBeVisible();
      await promisify(execFile)('npm', ['run', 'check'], { cwd: examples.folderOf(example) });
    }),
  );

  it('next', () =>
    withExample('next', atServer, async ({ url }) => {
      // Next compiles a route at its first visit, which takes half a minute on a busy machine.
      await fetch(new URL('whatsapp/readyz', url));
      const page = await visit(url);
      await connect(page);
      const staff = await visit(new URL('staff', url).href);
      await expectSoon(staff.getByText(/A001/).filter({ visible: true }).first()).toBeVisible();
    }));
});
