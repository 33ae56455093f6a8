import type { Page } from '@playwright/test';
import type { BuildOptions } from 'esbuild';
import { bundleScript } from './bundle.js';
import type { PromptSite } from './prompt-page.js';

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>t</title><link rel="icon" href="data:,"><main><div id="root"></div></main>
<script type="module" src="/host.js"></script></html>`;

/**
 * Opens a host's page that is written for one test. The page and its server have the site's origin.
 *
 * @param script - JavaScript with imports; `#root` is there to be filled
 * @param options - esbuild's
 */
export async function openHostPage(page: Page, site: PromptSite, script: string, options: BuildOptions = {}) {
  const { files } = await bundleScript(script, 'host', { splitting: false, ...options });
  await page.route('**/host', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.route('**/host.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: files.get('/host.js') ?? '' }),
  );
  await page.goto(`${site.url}/host`);
}
