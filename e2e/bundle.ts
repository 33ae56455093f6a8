import { resolve } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { cssTextForEsbuild } from '../scripts/css-text.mjs';
import { root } from '../scripts/run.mjs';

/** Scripts for a browser, bundled from the sources of the packages. */
export interface Bundle {
  /** Text of each file by its path, `/page.js`. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the files that a dynamic `import()` names, and that do not come with the entry. */
  readonly lazy: readonly string[];
  /** Path of the file that holds a source, which is named from the root of the repository. */
  fileOf(source: string): string | undefined;
}

/**
 * Bundles one entry, with a file of its own for each dynamic `import()`.
 *
 * @param contents - JavaScript of the entry
 * @param name - the entry becomes `/<name>.js`, the other files `/<name>-…`
 * @param options - esbuild's, over the defaults here
 */
export async function bundleScript(contents: string, name: string, options: BuildOptions = {}): Promise<Bundle> {
  const { outputFiles = [], metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    absWorkingDir: root,
    outdir: '/',
    entryNames: name,
    chunkNames: `${name}-[name]-[hash]`,
    format: 'esm',
    conditions: ['source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [`${root}/node_modules`],
    plugins: [cssTextForEsbuild],
    ...options,
  });
  const outputs = outputsByPath(metafile);
  const first = withStaticImports(outputs, [`/${name}.js`]);
  return {
    files: new Map(outputFiles.map(({ path, text }) => [path, text])),
    lazy: [...new Set([...outputs.values()].flatMap(dynamicImports))].filter((path) => !first.has(path)),
    fileOf: (source) => [...outputs].find(([, { inputs }]) => Object.hasOwn(inputs, source))?.[0],
  };
}

type Outputs = ReadonlyMap<string, Metafile['outputs'][string]>;

/** esbuild names outputs from its working directory: `../../page.js`. */
function outputsByPath(metafile: Metafile | undefined): Outputs {
  return new Map(Object.entries(metafile?.outputs ?? {}).map(([path, output]) => [absolute(path), output]));
}

const absolute = (path: string) => resolve(root, path);

function dynamicImports({ imports }: Metafile['outputs'][string]): string[] {
  return imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => absolute(path));
}

/** The files that come with these, by import statements alone. */
function withStaticImports(outputs: Outputs, paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const { path: next, kind } of outputs.get(path)?.imports ?? [])
      if (kind === 'import-statement') visit(absolute(next));
  };
  for (const path of paths) visit(path);
  return found;
}
