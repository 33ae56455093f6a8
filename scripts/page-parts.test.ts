import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageDir } from './packages.mjs';
import { partsOf } from './page-parts.mjs';
import type { PageFile } from './page-bundle.mjs';

const source = (path: string) => join(packageDir('sdk'), path);

function file(name: string, size: number, rest: Partial<PageFile> = {}): PageFile {
  return { name, bytes: new Uint8Array(size), imports: [], lazyImports: [], source: null, ...rest };
}

const PAGE: PageFile[] = [
  file('page', 1, { imports: ['shared'], lazyImports: ['live', 'ar', 'hi'] }),
  file('shared', 1),
  file('live', 1, { imports: ['shared', 'stream'], lazyImports: ['push', 'qr', 'panel', 'page'] }),
  file('stream', 1),
  file('ar', 10, { source: source('src/locales/ar.ts'), imports: ['shared'] }),
  file('hi', 20, { source: source('dist/locales/hi.js'), imports: ['plurals'] }),
  file('plurals', 1),
  file('qr', 1, { source: source('src/qr/index.ts'), imports: ['shared', 'encoder'] }),
  file('encoder', 1),
  file('panel', 1, { source: source('dist/panel.js'), lazyImports: ['place'] }),
  file('place', 1),
  file('push', 1, { source: source('src/push/index.ts') }),
];

const parts = (files: readonly PageFile[]) => {
  const found = partsOf({ files, entries: ['page'] }, PARTS);
  return Object.fromEntries(Object.entries(found).map(([part, list]) => [part, list.map(({ name }) => name).sort()]));
};

const PARTS = new Map([
  [source('src/locales/ar.ts'), 'language'],
  [source('dist/locales/hi.js'), 'language'],
  [source('src/qr/index.ts'), 'qr'],
  [source('dist/panel.js'), 'panel'],
  [source('src/push/index.ts'), 'push'],
]);

describe('partsOf', () => {
  it('loads at once what is imported at once', () => {
    expect(parts(PAGE).first).toEqual(['page', 'shared']);
  });

  it('counts what is imported later as live, with the heaviest language alone', () => {
    expect(parts(PAGE).live).toEqual(['hi', 'live', 'page', 'plurals', 'shared', 'stream']);
  });

  it('counts for a QR and for a panel what they add, whatever they load in turn', () => {
    expect(parts(PAGE)).toMatchObject({ qr: ['encoder', 'qr'], panel: ['panel', 'place'] });
  });

  it('counts a late file that holds several parts as live', () => {
    const merged = PAGE.map((one) => (one.name === 'qr' ? { ...one, source: null } : one));
    expect(parts(merged).qr).toEqual([]);
    expect(parts(merged).live).toEqual(expect.arrayContaining(['qr', 'encoder']));
  });

  it('knows the parts by the entries of the SDK', () => {
    const names = (part: 'qr' | 'panel') => partsOf({ files: PAGE, entries: ['page'] })[part].map(({ name }) => name);
    expect([names('qr'), names('panel')]).toEqual([
      ['qr', 'encoder'],
      ['panel', 'place'],
    ]);
  });
});
