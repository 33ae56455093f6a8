import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

/** Packages of which every entry is documented. */
const PACKAGES = ['sdk', 'react', 'web-component', 'admin', 'server', 'simulator'] as const;

type Exports = Record<string, string | { source?: string; node?: { source?: string } }>;

/** Source files of a package's entries, by its `exports`. A pattern stands for its interface alone: English. */
function entriesOf(name: (typeof PACKAGES)[number]): string[] {
  const dir = packageDir(name);
  const { exports } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { exports: Exports };
  const sources = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.source, entry.node?.source],
  );
  return sources.flatMap((source) => (source ? [join(dir, source.replace('*', 'en'))] : []));
}

const ENTRIES = PACKAGES.flatMap(entriesOf);

function createProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: ['node'] }, root);
  return ts.createProgram([...ENTRIES, join(packageDir('sdk'), 'src/styles/css-text.d.ts')], options);
}

/** Names of the exports of a file, and of the properties of its interfaces, that have no docstring. */
function undocumented(program: ts.Program, entry: string): string[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) throw new Error(`${entry} has no exports.`);
  const isDocumented = (one: ts.Symbol) => one.getDocumentationComment(checker).length > 0;
  const isTagged = (one: ts.Symbol) => one.getJsDocTags(checker).length > 0;
  return checker.getExportsOfModule(symbol).flatMap((exported) => {
    const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const missing = isDocumented(target) ? [] : [exported.name];
    const members = target.flags & ts.SymbolFlags.Interface ? [...(target.members?.values() ?? [])] : [];
    const properties = members.filter(
      ({ flags, name }) => !(flags & ts.SymbolFlags.TypeParameter) && name !== 'children',
    );
    const silent = properties.filter((member) => !isDocumented(member) && !isTagged(member));
    return [...missing, ...silent.map(({ name }) => `${exported.name}.${name}`)];
  });
}

describe('a docstring stands', () => {
  const program = createProgram();
  it.each(ENTRIES.map((entry) => [entry.slice(root.length + 1), entry]))('on every export of %s', (_name, entry) => {
    expect(undocumented(program, entry)).toEqual([]);
  });
});
