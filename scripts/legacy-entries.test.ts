import fs, { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CachedInputFileSystem, ResolverFactory, type ResolveOptions } from 'enhanced-resolve';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareForRelease } from './pack-room.mjs';
import { ROOMS, entriesOf, readManifest, type Entry, type Room } from './packages.mjs';

/** A page's project with every package installed: their real manifests, and empty files in place of built ones. */
let project: string;

const installed = (room: Room) => join(project, 'node_modules/@whatsapp-optin', room);
const nameOf = (room: Room, { subpath }: Entry) => `@whatsapp-optin/${room}${subpath.slice(1)}`;

function touch(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

/** Empty files where a build writes them. */
function touchBuild(room: Room, folder: string): void {
  for (const { name, commonJs } of entriesOf(room)) {
    const endings = commonJs ? ['js', 'cjs', 'd.ts', 'd.cts'] : ['js', 'd.ts'];
    for (const ending of endings) touch(join(folder, `dist/${name}.${ending}`));
    if (name.startsWith('locales/')) touch(join(folder, `dist/${name}.json`));
  }
  const { exports } = readManifest(room) as { exports: Record<string, unknown> };
  for (const target of Object.values(exports))
    if (typeof target === 'string' && !target.includes('*')) touch(join(folder, target));
}

beforeAll(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'whatsapp-optin-legacy-')));
  for (const room of ROOMS) {
    touchBuild(room, installed(room));
    prepareForRelease(room, installed(room));
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** One row an entry; what a server gets instead has no subpath of its own. */
const CASES = ROOMS.flatMap((room) => {
  const entries = entriesOf(room).filter(({ subpath, name }) => subpath !== '.' || name === 'index');
  return entries.map((entry) => [nameOf(room, entry), room, entry] as const);
});

describe('TypeScript with moduleResolution node10', () => {
  const resolve = (name: string) =>
    ts.resolveModuleName(name, join(project, 'page.ts'), { moduleResolution: ts.ModuleResolutionKind.Node10 }, ts.sys)
      .resolvedModule?.resolvedFileName;

  it.each(CASES)('finds the types of %s', (name, room, entry) => {
    expect(resolve(name)).toBe(join(installed(room), `dist/${entry.name}.d.ts`));
  });

  it.each(CASES)('finds the types of %s in a linked package, which has no stubs', (name, room, entry) => {
    const linked = join(project, 'linked');
    const folder = join(linked, 'node_modules/@whatsapp-optin', room);
    touch(join(folder, `dist/${entry.name}.d.ts`));
    writeFileSync(join(folder, 'package.json'), JSON.stringify(readManifest(room)));
    const options = { moduleResolution: ts.ModuleResolutionKind.Node10 };
    const { resolvedModule } = ts.resolveModuleName(name, join(linked, 'page.ts'), options, ts.sys);
    expect(resolvedModule?.resolvedFileName).toBe(join(folder, `dist/${entry.name}.d.ts`));
  });
});

describe.each<[string, Partial<ResolveOptions>]>([
  ['webpack 4', { mainFields: ['browser', 'module', 'main'], extensions: ['.wasm', '.mjs', '.js', '.json'] }],
  ['webpack 4 for a server', { mainFields: ['module', 'main'], extensions: ['.wasm', '.mjs', '.js', '.json'] }],
  [
    'Parcel',
    {
      mainFields: ['source', 'browser', 'module', 'main'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.jsx', '.cjs', '.json'],
    },
  ],
  ['Metro', { mainFields: ['react-native', 'browser', 'main'], extensions: ['.js', '.jsx', '.json', '.ts', '.tsx'] }],
])('%s, which reads no exports', (_name, options) => {
  const resolver = () =>
    ResolverFactory.createResolver({
      fileSystem: new CachedInputFileSystem(fs, 4_000),
      useSyncFileSystemCalls: true,
      exportsFields: [],
      importsFields: [],
      ...options,
    });
  const resolve = (name: string) => resolver().resolveSync({}, project, name);

  it.each(CASES)('finds %s', (name, room, entry) => {
    const isEsm = !entry.commonJs || options.mainFields?.includes('module');
    // A catalogue lies beside its JSON, which a resolver would take before a folder.
    const path = entry.name.startsWith('locales/') ? `${entry.name}.js` : `dist/${entry.name}.${isEsm ? 'js' : 'cjs'}`;
    expect(resolve(name)).toBe(join(installed(room), path));
  });

  it.each([
    ['@whatsapp-optin/react/styles.css', 'react/styles.css'],
    ['@whatsapp-optin/sdk/locales/ar.json', 'sdk/locales/ar.json'],
    ['@whatsapp-optin/sdk/package.json', 'sdk/package.json'],
    ['@whatsapp-optin/web-component/custom-elements.json', 'web-component/custom-elements.json'],
    ['@whatsapp-optin/web-component/dist/whatsapp-optin.js', 'web-component/dist/whatsapp-optin.js'],
  ])('finds the file %s', (name, path) => {
    expect(resolve(name)).toBe(join(project, 'node_modules/@whatsapp-optin', path));
  });
});

describe('a manifest', () => {
  it.each(ROOMS)('of %s says of the first entry without exports what it says in them', (room) => {
    const { exports, main, module, types } = readManifest(room) as {
      exports: { '.': Record<string, Record<string, string> & string> };
      [field: string]: unknown;
    };
    const { import: esm, require: cjs, ...plain } = exports['.'];
    const expected = cjs
      ? { main: cjs['default'], module: esm?.['default'], types: esm?.['types'] }
      : { main: plain['default'], module: undefined, types: plain['types'] };
    expect({ main, module, types }).toEqual(expected);
  });

  it.each(ROOMS)('of %s puts each entry where its subpath says, so that one pattern finds all types', (room) => {
    const wrong = entriesOf(room).filter(({ subpath, name }) => subpath !== '.' && subpath !== `./${name}`);
    expect(wrong).toEqual([]);
  });
});
