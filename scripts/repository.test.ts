import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './run.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

function trackedFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return output
    .split('\0')
    .filter((path) => path !== '' && statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
}

/** Files in which one of the patterns is found. Written in pieces where they stand, or this file would find itself. */
function filesWith(...patterns: RegExp[]): string[] {
  return trackedFiles().filter((path) => patterns.some((pattern) => pattern.test(read(path))));
}

describe('package-lock.json', () => {
  it('records no address of a registry', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; link?: boolean }>;
    };
    const addressed = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
    expect(addressed).toEqual([]);
  });

  it('holds each optional package that a locked one names, or npm ci refuses it', () => {
    type Locked = { optionalDependencies?: Record<string, string> };
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});

describe('tracked files', () => {
  it('hold no path of the machine they were written on', () => {
    const folders = ['wor' + 'k', 'roo' + 't', 'hom' + 'e/\\w+'].join('|');
    expect(filesWith(new RegExp(`(^|[\\s'"\`(=])/(${folders})/\\w`, 'm'))).toEqual([]);
  });

  it('hold no address of a package registry', () => {
    const names = ['registry\\.' + 'npmjs', 'registry\\.' + 'yarnpkg', 'art' + 'ifactory', 'verda' + 'ccio'].join('|');
    const configured = execFileSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8' }).trim();
    const host = URL.canParse(configured) ? new URL(configured).host : 'no-registry.invalid';
    expect(filesWith(new RegExp(names, 'i'), new RegExp(host.replace(/\./g, '\\.')))).toEqual([]);
  });

  it('hold no build output and no data of a database', () => {
    expect(
      trackedFiles().filter((path) => /(^|\/)(dist|node_modules|\.whatsapp-optin)\/|\.tar\.gz$/.test(path)),
    ).toEqual([]);
  });
});
