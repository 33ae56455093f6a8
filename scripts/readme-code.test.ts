import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packageDir } from './packages.mjs';
import { root } from './run.mjs';

/** The packages that pages use. */
const ROOMS = ['sdk', 'react', 'admin', 'web-component'] as const;

/** Code of the packages' READMEs by the path of a file that would hold it. What a reader copies must compile. */
function codeOf(): Map<string, string> {
  const code = new Map<string, string>();
  for (const room of ROOMS) {
    const readme = readFileSync(join(packageDir(room), 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/```(?:tsx?|js)\n([\s\S]*?)```/g)];
    for (const [index, [, text = '']] of blocks.entries())
      code.set(join(packageDir(room), `readme-${index + 1}.tsx`), text);
  }
  return code;
}

/** What the compiler says of each file. */
function mistakesIn(code: ReadonlyMap<string, string>): Record<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  // A style sheet that a build writes is not there yet. A sample may name what it does not use.
  const settings = { ...config.compilerOptions, noUncheckedSideEffectImports: false, noUnusedLocals: false };
  const { options } = ts.convertCompilerOptionsFromJson(settings, root);
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (path) => code.get(path) ?? readFile(path);
  host.fileExists = (path) => code.has(path) || fileExists(path);
  const sheets = join(packageDir('sdk'), 'src/styles/css-text.d.ts');
  const program = ts.createProgram([...code.keys(), sheets], options, host);
  return Object.fromEntries(
    [...code.keys()].flatMap((path) => {
      const file = program.getSourceFile(path);
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      const texts = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
      return texts.length > 0 ? [[path.slice(root.length + 1), texts]] : [];
    }),
  );
}

describe('the code of the packages’ READMEs', () => {
  it('is found', () => {
    expect(codeOf().size).toBeGreaterThan(4);
  });

  it('compiles', () => {
    expect(mistakesIn(codeOf())).toEqual({});
  });

  it('would be refused with a name that does not exist', () => {
    const path = join(packageDir('react'), 'readme-wrong.tsx');
    const code = new Map([
      [path, "import { WhatsAppPrompt } from '@whatsapp-optin/react';\nexport { WhatsAppPrompt };\n"],
    ]);
    expect(mistakesIn(code)['packages/react/readme-wrong.tsx']?.join()).toContain('WhatsAppPrompt');
  });
});
