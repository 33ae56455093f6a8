// @ts-check
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from './build.mjs';
import { CHROMIUM_ARGS, ensureChromium, findChromium } from './chromium.mjs';
import { indexOf } from './screenshots-index.mjs';
import { root } from './run.mjs';

/** @typedef {{ page: string, width: number, theme: 'light' | 'dark', locale: 'en' | 'ar', file: string }} Picture */

const OUT = join(root, 'screenshots');
const STAFF = 'queue sessions inbox deliveries compliance erase audit settings sms retention events keys'.split(' ');
const PAGES = ['/', '/ticket', '/plain', '/staff', ...STAFF.map((name) => `/admin/${name}`)];
const HEIGHTS = /** @type {Readonly<Record<number, number>>} */ ({ 1440: 900, 768: 1024, 390: 844 });
const THEMES = /** @type {const} */ (['light', 'dark']);
const LOCALES = /** @type {const} */ (['en', 'ar']);

/** The example people arrive one by one after the start. */
const PEOPLE_MS = 15_000;
/** Lists are loaded, charts are drawn. */
const SETTLE_MS = 1_200;
const START_TIMEOUT_MS = 60_000;

/** Every page of the demo in every width, theme and language; words of the command line narrow it: `staff 390 dark ar`. */
function picturesWanted(/** @type {readonly string[]} */ words) {
  /** @type {Picture[]} */
  const all = PAGES.flatMap((page) =>
    Object.keys(HEIGHTS).flatMap((width) =>
      THEMES.flatMap((theme) =>
        LOCALES.map((locale) => {
          const name = page === '/' ? 'overview' : page.slice(1).replaceAll('/', '-');
          return { page, width: Number(width), theme, locale, file: `${name}-${width}-${theme}-${locale}.png` };
        }),
      ),
    ),
  );
  return all.filter(({ file }) => words.every((word) => file.split(/[-.]/).includes(word)));
}

const pictures = picturesWanted(process.argv.slice(2));
if (pictures.length === 0) {
  console.error(
    `No page has all of these words. Pages: ${PAGES.join(' ')}; widths: ${Object.keys(HEIGHTS).join(' ')}.`,
  );
  process.exit(1);
}
await build();
await ensureChromium();
const demo = await startDemo();
try {
  await new Promise((resolve) => setTimeout(resolve, PEOPLE_MS));
  await takeAll(demo, pictures);
} finally {
  await demo.stop();
}
writeFileSync(join(OUT, 'index.html'), indexOf(pictures));
console.log(`${pictures.length} pictures: ${join(OUT, 'index.html')}`);

/** @param {{ url: string, adminKey: string }} demo @param {readonly Picture[]} wanted */
async function takeAll({ url, adminKey }, wanted) {
  mkdirSync(OUT, { recursive: true });
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: [...CHROMIUM_ARGS] });
  try {
    const signedIn = await browser.newContext({ locale: 'en-GB' });
    const page = await signedIn.newPage();
    await page.goto(`${url}/admin/`);
    await page.getByLabel('Admin key').fill(adminKey);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation').first().waitFor();
    const storageState = await signedIn.storageState();
    for (const picture of wanted) {
      const { width, theme, locale, file } = picture;
      const context = await browser.newContext({
        storageState,
        viewport: { width, height: HEIGHTS[width] ?? width },
        colorScheme: theme,
        locale: locale === 'ar' ? 'ar-SA' : 'en-GB',
        hasTouch: width < 640,
      });
      const shown = await context.newPage();
      await shown.goto(`${url}${picture.page}?lang=${locale}`);
      await shown.waitForTimeout(SETTLE_MS);
      await shown.screenshot({ path: join(OUT, file), fullPage: true });
      await context.close();
      process.stdout.write('.');
    }
    process.stdout.write('\n');
  } finally {
    await browser.close();
  }
}

/** The demo with its example people, on free ports and an empty database. */
async function startDemo() {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'whatsapp-optin-screenshots-'));
  const child = spawn(process.execPath, [join(root, 'examples/demo/server.mjs')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const adminKey = await new Promise((/** @type {(key: string) => void} */ resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error('The demo did not start in time.')), START_TIMEOUT_MS);
    child.once('exit', () => reject(new Error('The demo ended before it was ready.')));
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const [key] = /\bak_[\w-]+/.exec(said) ?? [];
      if (!key) return;
      clearTimeout(timer);
      resolve(key);
    });
  });
  return {
    url: `http://localhost:${port}`,
    adminKey,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.kill('SIGTERM')) await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demo takes the port after it, too. */
function freePort() {
  return new Promise((/** @type {(port: number) => void} */ resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
