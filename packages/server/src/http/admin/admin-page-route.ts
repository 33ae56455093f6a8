import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import type { HttpEnv, RouteContext } from '../http-env.js';
import { problemResponse } from '../problem-response.js';

/**
 * The dashboard shows what strangers wrote: nothing inline runs, nothing comes from elsewhere, nothing frames it, and text
 * can become markup nowhere (Trusted Types with no policy at all).
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The dashboard is not built</title>
<h1>The dashboard is not built</h1>
<p>This server runs without the files of its dashboard. Run <code>npm run build</code> and start it again; the published package has them.</p>
</html>
`;

/** One small web app: each path below /admin that is no file is the app's own and answers with its page. */
export function addAdminPageRoute(app: OpenAPIHono<HttpEnv>, context: RouteContext): void {
  const { basePath } = context.settings;
  const page = async (): Promise<Response> => {
    const index = await context.adminAssets.read('index.html');
    if (index === null) return html(NOT_BUILT, 503);
    // Its build does not know its path, and requests come at any depth.
    const text = new TextDecoder().decode(index.bytes);
    return html(text.replaceAll(/\b(src|href)="\.\//g, `$1="${basePath}/admin/`), 200);
  };
  // A slow line has 0.7 MB of files otherwise.
  app.use('/admin/*', compress());
  app.get('/admin', page);
  app.get('/admin/*', async (c) => {
    const name = c.req.path.slice('/admin/'.length);
    if (name === '' || !name.includes('.')) return page();
    const file = await context.adminAssets.read(name);
    if (file === null) return problemResponse('NOT_FOUND', 'There is nothing at this address.');
    // Their names hold a hash of their content.
    const caching = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(file.bytes, {
      headers: { ...HEADERS, 'content-type': file.contentType, 'cache-control': caching },
    });
  });
}

function html(text: string, status: number): Response {
  return new Response(text, { status, headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' } });
}
