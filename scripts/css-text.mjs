// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';

/** Suffix of an import that gives a style sheet as minified text: `import card from './card.css?text'`. */
const SUFFIX = '?text';
/** Hides the `.css` ending from the style sheet handling of bundlers. */
const MARK = '\0css-text:';

/**
 * For Rollup, Vite and Vitest.
 *
 * @returns {{ name: string, enforce: 'pre', resolveId(id: string, importer?: string): string | null, load(id: string): string | null }}
 */
export function cssText() {
  return {
    name: 'css-text',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith(`.css${SUFFIX}`) && importer
        ? `${MARK}${join(dirname(importer), id.slice(0, -SUFFIX.length))}.js`
        : null,
    load: (id) => (id.startsWith(MARK) ? moduleOf(id.slice(MARK.length, -'.js'.length)) : null),
  };
}

/** @type {import('esbuild').Plugin} */
export const cssTextForEsbuild = {
  name: 'css-text',
  setup(building) {
    building.onResolve({ filter: /\.css\?text$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -SUFFIX.length)),
      namespace: 'css-text',
    }));
    building.onLoad({ filter: /.*/, namespace: 'css-text' }, ({ path }) => ({
      contents: moduleOf(path),
      loader: 'js',
    }));
  },
};

/** @param {string} file */
function moduleOf(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'css', minify: true, target: 'es2022' });
  return `export default ${JSON.stringify(code.trim())};`;
}
