import { join } from 'node:path';
import ts from 'typescript';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

/** Parameters without a type, in plain JavaScript. */
const UNTYPED = [7006, 7031];
const isPlain = (path: string): boolean => path.endsWith('.js.tsx');

/**
 * What the compiler says of files that are not on the disk, by the path of each: those without a mistake are left out. A sample may name
 * what it does not use, and a style sheet that a build writes.
 *
 * @param code - text by absolute path; `.js.tsx` says that it is plain JavaScript
 */
export function mistakesIn(code: ReadonlyMap<string, string>): Record<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const settings = {
    ...config.compilerOptions,
    noUncheckedSideEffectImports: false,
    noUnusedLocals: false,
    noUnusedParameters: false,
    noPropertyAccessFromIndexSignature: false,
  };
  const { options } = ts.convertCompilerOptionsFromJson(settings, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => code.get(path) ?? readFile(path);
  host.fileExists = (path) => code.has(path) || fileExists(path);
  // Folders of such files are not on the disk either.
  Reflect.deleteProperty(host, 'directoryExists');
  host.getSourceFile = (path, languageVersion) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion, true);
  };
  const sheets = join(packageDir('sdk'), 'src/styles/css-text.d.ts');
  const program = ts.createProgram([...code.keys(), sheets], options, host);
  return Object.fromEntries(
    [...code.keys()].flatMap((path) => {
      const file = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const texts = found
        .filter(({ code }) => !(isPlain(path) && UNTYPED.includes(code)))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
      return texts.length > 0 ? [[path.slice(root.length + 1), texts]] : [];
    }),
  );
}
