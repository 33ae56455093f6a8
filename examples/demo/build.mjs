import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const SHARED = {
  outdir: here('dist'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  sourcemap: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
};

/** Bundles the React pages into `dist/`; the packages they use must be built already. */
export async function buildPages() {
  await Promise.all([
    build({
      ...SHARED,
      entryPoints: {
        'ticket-page': here('ticket-page/hydrate.tsx'),
        'staff-page': here('staff-page/staff-page.tsx'),
      },
      minify: true,
      // The packages' chunks name each other without taking anything; that is no fault here.
      logOverride: { 'ignored-bare-import': 'silent' },
    }),
    // Node loads the packages itself, by the export condition that is made for a server.
    build({
      ...SHARED,
      entryPoints: { 'render-ticket-page': here('ticket-page/render.tsx') },
      platform: 'node',
      packages: 'external',
    }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages();
