import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the React ticket page into `dist/`; the packages it uses must be built already. */
export async function buildTicketPage() {
  await build({
    entryPoints: [fileURLToPath(new URL('ticket-page/ticket-page.tsx', import.meta.url))],
    outfile: fileURLToPath(new URL('dist/ticket-page.js', import.meta.url)),
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTicketPage();
