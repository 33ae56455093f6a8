import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/**
 * The site of the documents below `/docs`, where `npm run docs` has built it; else one sentence says so.
 *
 * @param {string} folder absolute path of the built site
 */
export function docsSite(folder) {
  const routes = new Hono();
  routes.get('/docs', (c) => c.redirect('/docs/', 301));
  // The site's addresses have no ending.
  for (const ending of existsSync(folder) ? ['', '.html'] : []) {
    const rewriteRequestPath = (/** @type {string} */ path) => path.slice('/docs'.length) + ending;
    routes.get('/docs/*', serveStatic({ root: folder, rewriteRequestPath }));
  }
  routes.get('/docs/*', (c) => c.text('There is no such page. Run "npm run docs", then start the demo again.', 404));
  return routes;
}
