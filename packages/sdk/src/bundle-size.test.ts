// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** @returns bytes, minified and gzipped, of what a page gets that imports these names alone. */
async function sizeOf(names: string): Promise<number> {
  const built = await build({
    stdin: {
      contents: `export { ${names} } from './index.ts';`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return gzipSync(built.outputFiles[0]?.contents ?? '', { level: 9 }).byteLength;
}

it.each([
  ['generateWhatsAppLink', 1_000],
  ['messageTemplates', 600],
  ['createApiClient', 2_200],
  ['createOptInController', 8_500],
  ['createOptIn', 11_500],
])('%s costs a page at most %i bytes', async (names, budget) => {
  const size = await sizeOf(names);
  console.info(`${names}: ${size} B gzip of ${budget}`);
  expect(size).toBeLessThanOrEqual(budget);
});
