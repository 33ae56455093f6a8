import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';

const CONTENT_TYPES = {
  ...{ html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' },
  ...{
    json: 'application/json',
    txt: 'text/plain; charset=utf-8',
    woff2: 'font/woff2',
    png: 'image/png',
    svg: 'image/svg+xml',
  },
};
/** Names alone: no dot leads out of the folder. */
const PATH = /^(\/[\w-]+(\.[\w-]+)*)*\/?$/;

/**
 * The site of the documents below `/docs`, where `npm run docs` has built it; else one sentence says so.
 *
 * @param {string} folder absolute path of the built site
 */
export function docsSite(folder) {
  const routes = new Hono();
  routes.get('/docs', (c) => c.redirect('/docs/', 301));
  routes.get('/docs/*', async (c) => {
    const path = new URL(c.req.url).pathname.slice('/docs'.length);
    if (!PATH.test(path)) return c.notFound();
    // The site's addresses have no ending.
    const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
    for (const name of names) {
      const body = await readFile(join(folder, name)).catch(() => null);
      if (body === null) continue;
      const extension = /** @type {keyof typeof CONTENT_TYPES} */ (name.split('.').at(-1));
      return c.body(body, 200, { 'content-type': CONTENT_TYPES[extension] ?? 'application/octet-stream' });
    }
    return c.text('There is no such page. "npm run docs" builds the site.', 404);
  });
  return routes;
}
