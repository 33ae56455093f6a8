// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Files that a page gets which imports the entry. */
async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'silent',
    conditions: ['source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
  });
  return Object.keys(metafile.inputs);
}

const FOR_STAFF = /react\/src\/admin\/|@tanstack|@visx|i18next\/dist|react-i18next/;

it('gives a customer’s page nothing of the staff’s side', async () => {
  const inputs = await inputsOf('../index.ts');
  expect(inputs.filter((path) => FOR_STAFF.test(path))).toEqual([]);
  expect(inputs.length).toBeGreaterThan(10);
});

it('gives the staff’s side under its own entry', async () => {
  const inputs = await inputsOf('./index.ts');
  expect(inputs.some((path) => path.includes('@tanstack/react-table'))).toBe(true);
});
