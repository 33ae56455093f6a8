import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OPT_IN_TOKENS } from '@whatsapp-optin/sdk/styles';
import { describe, expect, it } from 'vitest';
import { runCli } from '../packages/server/src/cli/run-cli.js';
import { VARIABLES } from '../packages/server/src/config/variables.js';
import { ATTRIBUTES } from '../packages/web-component/src/attributes.js';
import { DOCUMENTS, documentSamples, samplesIn } from './document-samples.mjs';
import { ROOMS, readManifest } from './packages.mjs';
import { root } from './run.mjs';
import { judgeArgs, readShell } from './shell-samples.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const samples = documentSamples();
const of = (...languages: string[]) => samples.filter(({ language }) => languages.includes(language));
/** A table of tests, by place. */
const table = (list: typeof samples) => list.map(({ place, text }) => [place, text] as const);

const helps = new Map<string, string>();
async function helpOf(path: readonly string[]): Promise<string> {
  const key = path.join(' ');
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  if (!helps.has(key)) {
    await runCli([...path, '--help'], { env: {}, out: write, err: write, stop: new AbortController().signal });
    helps.set(key, lines.join('\n'));
  }
  return helps.get(key) ?? '';
}

/** Names of packages that anything of ours, an example included, depends on. */
const KNOWN_PACKAGES = new Set<string>([
  // Of an app that is no example here.
  'react-native-get-random-values',
  ...ROOMS.map((room) => `@whatsapp-optin/${room}`),
  ...[
    'package.json',
    ...ROOMS.map((room) => `packages/${room}/package.json`),
    ...readdirSync(join(root, 'examples'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'testing' && entry.name !== 'nginx')
      .map(({ name }) => `examples/${name}/package.json`),
  ].flatMap((path) => {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(read(path)) as Record<string, object>;
    return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies });
  }),
]);

const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
const API = read('packages/server/test/openapi/api-types.d.ts');

/** What is wrong with a command; `null`: nothing. */
async function judge(words: readonly string[]): Promise<string | null> {
  const [program = '', first = '', ...rest] = words;
  switch (program) {
    case 'npm':
      if (['start', 'test', 'ci'].includes(first)) return null;
      if (first === 'run') return SCRIPTS.includes(rest[0] ?? '') ? null : `no script "${rest[0]}"`;
      if (first !== 'install') return `npm ${first}`;
      return rest.find((name) => !name.startsWith('-') && !KNOWN_PACKAGES.has(name)) ?? null;
    case 'npx':
      if (first === 'whatsapp-optin') return judgeArgs(rest, helpOf);
      return first === 'whatsapp-optin-simulator'
        ? judgeArgs(rest, () => Promise.resolve(read('packages/simulator/src/cli.ts')))
        : `npx ${first}`;
    case 'curl':
      return judgeCurl(words);
    case 'cp':
      return /^node_modules\/@whatsapp-optin\/web-component\/dist\/whatsapp-optin\*\.js$/.test(first) ? null : first;
    case 'node':
      return judgeNode([first, ...rest]);
    default:
      return `"${program}" is no known program`;
  }
}

/** The route exists, and takes what is sent. */
function judgeCurl(words: readonly string[]): string | null {
  const after = (option: string) => words[words.indexOf(option) + 1] ?? '';
  const method = words.includes('-X') ? after('-X').toLowerCase() : 'get';
  const { pathname } = new URL(words.find((word) => /^https?:/.test(word)) ?? 'https://none.example');
  const routes = [...API.matchAll(/^ {4}"(\/[^"]+)": \{([\s\S]*?)^ {4}\};/gm)];
  const [, , block = ''] =
    routes.find(([, path = '']) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname)) ?? [];
  if (!new RegExp(`^        ${method}: `, 'm').test(block)) return `no ${method} ${pathname}`;
  if (words.includes('-d')) JSON.parse(after('-d'));
  return null;
}

/** A file that the reader has by then, or a program that names what a package has. */
function judgeNode(args: readonly string[]): string | null {
  if (args[0] !== '-p') {
    const file = args.find((arg) => /\.m?js$/.test(arg)) ?? '';
    const written = read('packages/server/src/cli/init/framework-files.ts') + read('README.md');
    return written.includes(file) ? null : `nobody has ${file}`;
  }
  const [, room, subpath] = /'@whatsapp-optin\/([\w-]+)\/([^']+)'/.exec(args[1] ?? '') ?? [];
  const { exports } = readManifest(room as (typeof ROOMS)[number]) as { exports: Record<string, unknown> };
  return `./${subpath}` in exports ? null : `${room} has no ${subpath}`;
}

describe('samples of the documents', () => {
  it('are of languages that a test holds', () => {
    // Types: readme-code.test.ts. SQL: compliance-queries.integration.test.ts. CSV and text: audit-command.test.ts.
    const held = ['ts', 'tsx', 'js', 'sql', 'csv', 'text', 'sh', 'json', 'html', 'css', 'mermaid', ''];
    // Run by other-languages.integration.test.ts, C# excepted.
    held.push('python', 'php', 'csharp');
    expect(samples.filter(({ language }) => !held.includes(language))).toEqual([]);
    const sql = of('sql', 'csv', 'text').map(({ place }) => place.split(':')[0]);
    expect([...new Set(sql)]).toEqual(['docs/compliance.md', 'docs/moving-from-outbound.md']);
  });

  it('without a language are pictures', () => {
    expect(of('').filter(({ text }) => !/[─│┌▶]|──/.test(text))).toEqual([]);
  });

  it.each(table(of('sh')))('run what there is: %s', async (_place, text) => {
    const { variables, commands } = readShell(text);
    const known = (name: string) =>
      VARIABLES.some((one) => one.name === name || one.fileName === name) || name === 'AWS_REGION';
    expect(variables.filter((name) => !known(name))).toEqual([]);
    const verdicts = await Promise.all(commands.map(judge));
    expect(verdicts.filter((verdict) => verdict !== null)).toEqual([]);
    expect(variables.length + commands.length).toBeGreaterThan(0);
  });

  it.each(table(of('json')))('parse: %s', (_place, text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each(table(of('html')))('give the element attributes that it has: %s', (_place, text) => {
    const known = Object.keys(ATTRIBUTES).map((name) => name.replaceAll(/[A-Z]/g, (one) => `-${one.toLowerCase()}`));
    const tags = [...text.matchAll(/<whatsapp-optin((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)];
    expect(tags.length > 0 || text.includes('<script')).toBe(true);
    const names = tags.flatMap(([, list = '']) =>
      [...list.matchAll(/\s([\w-]+)(?:=|(?=\s|$))/g)].map(([, one]) => one),
    );
    expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it.each(table(of('css')))('set tokens that there are: %s', (_place, text) => {
    const names = [...text.matchAll(/--whatsapp-optin-([\w-]+)/g)].map(([, name]) => name);
    expect(names.filter((name) => !OPT_IN_TOKENS.some((token) => token === name))).toEqual([]);
  });
});

describe('commands within the text', () => {
  const quoted = DOCUMENTS.flatMap((path) =>
    [...read(path).matchAll(/`(?:npx )?whatsapp-optin ([a-z][^`]*)`/g)].map(
      ([, command = '']) => [path, command.replaceAll(/\s+/g, ' ')] as const,
    ),
  );

  it('are found', () => {
    expect(quoted.length).toBeGreaterThan(20);
  });

  it.each(quoted)('exist: %s, %s', async (_path, command) => {
    expect(await judge(['npx', 'whatsapp-optin', ...command.split(' ')])).toBeNull();
  });
});

describe('the reader of samples', () => {
  it('takes the indent of a list off, and says where the sample begins', () => {
    expect(samplesIn('a.md', 'One\n\n1. Two\n\n   ```sh\n   npm test\n     x\n   ```\n')).toEqual([
      { place: 'a.md:5', language: 'sh', text: 'npm test\n  x\n' },
    ]);
  });

  it.each([
    ['npx whatsapp-optin doctr', 'takes no "doctr"'],
    ['npx whatsapp-optin doctor --repair', 'no option --repair'],
    ['npx whatsapp-optin keys create --colour red', 'no option --colour'],
    ['npm run stories', 'no script "stories"'],
    ['npm install left-pad-of-nobody', 'left-pad-of-nobody'],
    ['curl -X DELETE https://a.example/api/opt-ins', 'no delete /api/opt-ins'],
    ['wget x', 'no known program'],
  ])('refuses %s', async (command, why) => {
    const [words = []] = readShell(command).commands;
    expect(await judge(words)).toContain(why);
  });

  it('keeps a variable that a command uses apart from one that is set', () => {
    expect(readShell('A_B=1 # one\nexport C_D=2\nPORT=1 npm start && npx x > y.txt')).toEqual({
      variables: ['A_B', 'C_D', 'PORT'],
      commands: [
        ['npm', 'start'],
        ['npx', 'x'],
      ],
    });
  });
});
