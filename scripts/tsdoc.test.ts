import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

/** Entries of which every export is documented. */
const ENTRIES = [join(packageDir('admin'), 'src/index.ts'), join(packageDir('react'), 'src/badge/index.ts')];

function createProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root);
  return ts.createProgram(ENTRIES, options);
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
    const silent = members.filter((member) => member.name !== 'children' && !isDocumented(member) && !isTagged(member));
    return [...missing, ...silent.map(({ name }) => `${exported.name}.${name}`)];
  });
}

describe('a docstring stands', () => {
  const program = createProgram();
  it.each(ENTRIES.map((entry) => [entry.slice(root.length + 1), entry]))('on every export of %s', (_name, entry) => {
    expect(undocumented(program, entry)).toEqual([]);
  });
});
