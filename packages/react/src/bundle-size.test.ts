// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** @returns bytes, gzip -9, of the files that a page without React's own loads at once and later, each by what it is. */
async function weigh(name: string): Promise<{ atOnce: number; later: Record<string, number> }> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export { ${name} } from './index.ts';`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    conditions: ['source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    metafile: true,
    outdir: 'dist',
    logLevel: 'silent',
  });
  const sizes = new Map(
    Object.keys(metafile.outputs).map((path) => {
      const file = outputFiles.find((one) => one.path.endsWith(path));
      return [path, gzipSync(file?.contents ?? '', { level: 9 }).byteLength];
    }),
  );
  const outputs = Object.entries(metafile.outputs);
  const atOnce = new Set<string>();
  const visit = (path: string) => {
    if (atOnce.has(path) || !sizes.has(path)) return;
    atOnce.add(path);
    for (const { kind, path: next } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement') visit(next);
  };
  visit(outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')?.[0] ?? '');
  const sumOf = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
  const late = outputs.filter(([path]) => !atOnce.has(path));
  const later = Object.fromEntries(
    late.map(([path, { entryPoint }]) => [entryPoint?.replace(/^.*\/src\//, '') ?? 'shared', sumOf([path])]),
  );
  return { atOnce: sumOf(atOnce), later };
}

describe('a page that draws the prompt', () => {
  it('loads at most 6,000 bytes at once, without React', async () => {
    const { atOnce, later } = await weigh('WhatsAppNotificationPrompt');
    const parts = Object.entries(later).map(([name, size]) => `${name} ${size}`);
    console.info(`React prompt: ${atOnce} B gzip of 6000; later ${parts.join(', ')}`);
    expect(atOnce).toBeLessThanOrEqual(6_000);
  });

  it('loads no state, language or look beside it before it is needed', async () => {
    const { later } = await weigh('WhatsAppNotificationPrompt');
    const names = Object.keys(later);
    expect(names).toEqual(
      expect.arrayContaining(['look.tsx', 'rest.tsx', 'locales/ar.ts', 'qr/index.ts', 'panel/index.ts']),
    );
  });
});

/** Ratchets: to be lowered, never raised without a reason. */
it.each([
  ['WhatsAppButton', 5_300],
  ['useWhatsAppOptIn', 5_200],
  ['WhatsAppOptInProvider', 600],
])('%s costs a page no more than it did', async (name, budget) => {
  const { atOnce } = await weigh(name);
  console.info(`${name}: ${atOnce} B gzip of ${budget}`);
  expect(atOnce).toBeLessThanOrEqual(budget);
});
