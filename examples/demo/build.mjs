import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the React pages into `dist/`; the packages they use must be built already. */
export async function buildPages() {
  await build({
    entryPoints: ['ticket-page', 'staff-page'].map((name) => here(`${name}/${name}.tsx`)),
    entryNames: '[name]',
    outdir: here('dist'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    sourcemap: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    // The packages' chunks name each other without taking anything; that is no fault here.
    logOverride: { 'ignored-bare-import': 'silent' },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages();
