// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What a page loads at once that imports the entry, without React: names of the source files, and gzip -9 bytes. */
async function bundleOf(entry: string): Promise<{ inputs: string[]; bytes: number }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'silent',
    conditions: ['source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0);
  return { inputs: Object.keys(metafile.inputs), bytes };
}

const FOR_STAFF = /admin\/src\/|\/badge\/|@tanstack|@visx|i18next\/dist|react-i18next/;

it('gives a ticket page nothing of the staff’s side', async () => {
  const { inputs } = await bundleOf('../index.ts');
  expect(inputs.filter((path) => FOR_STAFF.test(path))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(10);
});

it('gives a badge nothing of the prompt and no library but React', async () => {
  const { inputs } = await bundleOf('./index.ts');
  expect(inputs.filter((path) => /react\/src\/(?!badge\/)|node_modules/.test(path))).toEqual([]);
  expect(inputs.some((path) => path.endsWith('react/src/badge/whatsapp-status-badge.tsx'))).toBe(true);
});

it('loads at most 8,000 bytes for a badge, its twelve languages included', async () => {
  const { bytes } = await bundleOf('./index.ts');
  console.info(`badge: ${bytes} B gzip of 8000`);
  expect(bytes).toBeLessThanOrEqual(8_000);
});
