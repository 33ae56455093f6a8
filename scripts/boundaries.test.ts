import { ESLint } from 'eslint';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FILES, ROOMS } from '../boundaries.mjs';
import { root } from './run.mjs';

/** Rules that read imports alone: they need no types, which take most of a lint's time. */
const RULES_OF_IMPORTS = /^(boundaries\/|import-x\/|(@typescript-eslint\/)?no-restricted-)/;

let eslint: ESLint;
let importsAlone: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: root });
  importsAlone = new ESLint({
    cwd: root,
    ruleFilter: ({ ruleId }) => RULES_OF_IMPORTS.test(ruleId),
    overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  });
});

/** The first file of a room, or the file itself: a planted fault is linted in place of a real file's text. */
function fileOf(place: string): string {
  const path = join(root, place);
  if (!existsSync(path)) throw new Error(`${place} does not exist; this boundary matches no file.`);
  if (/\.tsx?$/.test(place)) return path;
  const fileName = readdirSync(path).find(
    (name) => /\.tsx?$/.test(name) && !name.includes('.test') && name !== 'index.ts',
  );
  if (!fileName) throw new Error(`${place} holds no source file.`);
  return join(path, fileName);
}

/** Ids of the rules that object to `text` in the room's place. */
async function lint(place: string, text: string, linter = importsAlone): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath: fileOf(place) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

/** An import of one real file by another. */
function importOf(from: string, to: string): string {
  const path = relative(dirname(fileOf(from)), fileOf(to)).replace(/\.tsx?$/, '.js');
  return `import * as planted from '${path.startsWith('.') ? path : `./${path}`}';\nexport const used = planted;\n`;
}

describe('boundaries between packages, by name', () => {
  it.each([
    ['packages/sdk/src', 'react'],
    ['packages/sdk/src', 'preact'],
    ['packages/sdk/src', 'node:fs'],
    ['packages/sdk/src', '@whatsapp-optin/server'],
    ['packages/react/src', 'preact'],
    ['packages/react/src', '@whatsapp-optin/web-component'],
    ['packages/react/src', '@whatsapp-optin/server'],
    ['packages/react/src', '@whatsapp-optin/admin'],
    ['packages/react/src/badge', '@whatsapp-optin/admin'],
    ['packages/admin/src', '@whatsapp-optin/react'],
    ['packages/admin/src', '@whatsapp-optin/react/badge'],
    ['packages/admin/src', '@whatsapp-optin/sdk/panel'],
    ['packages/admin/src', 'preact'],
    ['packages/admin/src', 'node:fs'],
    ['packages/admin/src', 'lodash'],
    ['packages/web-component/src', 'react'],
    ['packages/web-component/src', '@whatsapp-optin/react'],
    ['packages/server/src', '@whatsapp-optin/sdk'],
    ['packages/server/src', 'react'],
    ['packages/server/src/admin-app', '@whatsapp-optin/sdk'],
    ['packages/server/src/admin-app', '@whatsapp-optin/react'],
    ['packages/server/src/admin-app', 'pg'],
    ['packages/server/src', '@whatsapp-optin/simulator'],
    ['packages/simulator/src', '@whatsapp-optin/server'],
  ])('refuses in %s an import of %s', async (place, name) => {
    const rules = await lint(place, `import * as planted from '${name}';\nexport const used = planted;\n`);
    expect(rules).toContain('@typescript-eslint/no-restricted-imports');
  });

  it.each(['react', '@whatsapp-optin/sdk', '@whatsapp-optin/sdk/contract', '@tanstack/react-query', 'react-i18next'])(
    'lets the dashboard import %s',
    async (name) => {
      const rules = await lint(
        'packages/admin/src',
        `import * as planted from '${name}';\nexport const used = planted;\n`,
      );
      expect(rules).toEqual([]);
    },
  );

  it('lets the server import the contract', async () => {
    const text = `import { OPT_IN_STATES } from '@whatsapp-optin/sdk/contract';\nexport const used = OPT_IN_STATES;\n`;
    expect(await lint('packages/server/src', text)).toEqual([]);
  });
});

describe('boundaries between packages, by path', () => {
  it.each([
    ['packages/sdk/src/contract', 'packages/sdk/src/device.ts'],
    ['packages/sdk/src', 'packages/server/src'],
    ['packages/react/src', 'packages/web-component/src'],
    ['packages/react/src', 'packages/admin/src'],
    ['packages/react/src', 'packages/react/src/badge'],
    ['packages/react/src/badge', 'packages/react/src'],
    ['packages/admin/src', 'packages/react/src'],
    ['packages/admin/src', 'packages/server/src'],
    ['packages/server/src', 'packages/react/src'],
    ['packages/web-component/src', 'packages/react/src'],
    ['packages/simulator/src', 'packages/server/src'],
  ])('refuses in %s an import of %s', async (from, to) => {
    expect(await lint(from, importOf(from, to))).toContain('import-x/no-restricted-paths');
  });

  it('refuses a cycle', async () => {
    const rules = await lint(
      'packages/sdk/src/phone-number.ts',
      importOf('packages/sdk/src/phone-number.ts', 'packages/sdk/src/deep-link.ts'),
    );
    expect(rules).toContain('import-x/no-cycle');
  });
});

const SERVER = 'packages/server/src';
const placeOf = (room: string): string => join(SERVER, ROOMS[room]?.path ?? '');

/** Rules that object to these imports in a room of the server. */
async function plant(room: string, targets: readonly string[]): Promise<string[]> {
  const imports = targets.map((target, index) => `import * as planted${index} from '${target}';`);
  const used = targets.map((_, index) => `planted${index}`).join(', ');
  const rules = await lint(placeOf(room), `${imports.join('\n')}\nexport const used = [${used}];\n`);
  return rules.filter((rule) => rule === 'boundaries/dependencies');
}

function specifier(from: string, to: string): string {
  const path = relative(dirname(fileOf(placeOf(from))), fileOf(to)).replace(/\.tsx?$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

describe('rooms of the server, by their allow-list', () => {
  it.each(Object.keys(ROOMS))('refuses in %s two rooms and a package that its line does not name', async (room) => {
    const { rooms = [], packages = [] } = ROOMS[room] ?? {};
    const strangers = Object.keys(ROOMS).filter((name) => name !== room && name !== 'root' && !rooms.includes(name));
    const [first = 'cli', second = 'admin-app'] = [strangers.at(-1), strangers.at(0)];
    const foreign = ['pg', 'hono', 'undici'].find((name) => !packages.includes(name)) ?? '';
    const targets = [specifier(room, placeOf(first)), specifier(room, placeOf(second)), foreign];
    expect(await plant(room, targets)).toHaveLength(3);
  });

  it('lets a room import what its line names', async () => {
    const targets = [specifier('notifications', placeOf('push')), specifier('notifications', join(SERVER, FILES.log))];
    expect(await plant('notifications', [...targets, 'uuid'])).toEqual([]);
  });

  it('keeps the rest of a room closed where one file of it is open', async () => {
    const targets = [join(SERVER, 'http/authorize.ts'), join(SERVER, 'storage/database.ts')];
    expect(
      await plant(
        'config',
        targets.map((target) => specifier('config', target)),
      ),
    ).toHaveLength(2);
  });

  it('knows every folder', () => {
    const folders = readdirSync(join(root, SERVER), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known = Object.values(ROOMS).map(({ path }) => path.split('/')[0]);
    expect(folders.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('forms no circle of rooms', () => {
    const open = new Map(Object.entries(ROOMS).map(([name, { rooms }]) => [name, rooms.filter((one) => one in ROOMS)]));
    for (;;) {
      const free = [...open].filter(([, rooms]) => rooms.every((room) => !open.has(room))).map(([name]) => name);
      if (free.length === 0) break;
      free.forEach((name) => open.delete(name));
    }
    expect([...open.keys()]).toEqual([]);
  });
});

describe('habits', () => {
  it.each([
    ['packages/sdk/src', 'no-restricted-globals', 'export const width = window.innerWidth;\n'],
    ['packages/sdk/src', 'no-restricted-globals', "export const answer = fetch('/');\n"],
    ['packages/sdk/src', 'no-restricted-globals', 'export const timer = setTimeout(() => {}, 1);\n'],
    ['packages/react/src', 'no-restricted-globals', "export const answer = fetch('/');\n"],
    ['packages/sdk/src', 'no-restricted-syntax', "export * from './platform.js';\n"],
    ['packages/server/src', 'no-restricted-syntax', 'export enum Tier { Push }\n'],
    ['packages/web-component/src', 'no-restricted-syntax', "document.body.innerHTML = '';\nexport {};\n"],
    [
      'packages/web-component/src',
      'no-restricted-syntax',
      "document.body.insertAdjacentHTML('beforeend', '');\nexport {};\n",
    ],
    ['packages/web-component/src', 'no-eval', "eval('1');\nexport {};\n"],
    ['packages/web-component/src', 'no-new-func', "export const made: unknown = new Function('return 1');\n"],
    ['packages/server/src', '@typescript-eslint/no-floating-promises', 'Promise.resolve(1);\nexport {};\n'],
    ['packages/server/src', '@typescript-eslint/no-explicit-any', 'export const anything: any = 1;\n'],
    [
      'packages/server/src',
      '@typescript-eslint/consistent-type-imports',
      "import { Hono } from 'hono';\nexport type App = Hono;\n",
    ],
    ['packages/server/src', 'max-params', 'export const many = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n'],
    ['packages/server/src', 'max-lines', `export const long = [\n${'  1,\n'.repeat(300)}];\n`],
  ])('in %s, %s refuses its planted fault', async (place, rule, text) => {
    expect(await lint(place, text, eslint)).toContain(rule);
  });

  it('lets no comment switch a rule off', async () => {
    const text = '/* eslint-disable */\nexport const anything: any = 1;\n';
    expect(await lint('packages/server/src', text, eslint)).toContain('@typescript-eslint/no-explicit-any');
  });
});
