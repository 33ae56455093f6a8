import { describe, expect, it } from 'vitest';
import { areDependenciesInPlace, refuseOldNode } from './dependencies.mjs';

const chalk = { version: '5.0.0', integrity: 'sha512-a' };

function lockfile(packages: Record<string, object>) {
  return JSON.stringify({ packages });
}

describe('refuseOldNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node %s', (version) => {
    expect(refuseOldNode(version)).toBeNull();
  });

  it.each(['18.20.0', '20.18.3'])('says what to do on Node %s', (version) => {
    expect(refuseOldNode(version)).toContain('needs Node 20.19 or later');
  });
});

describe('areDependenciesInPlace', () => {
  const wanted = lockfile({
    '': { name: 'root' },
    'packages/sdk': { name: 'sdk' },
    'node_modules/sdk': { link: true },
    'node_modules/chalk': chalk,
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  });

  it('accepts an installation without the optional packages of other systems', () => {
    expect(areDependenciesInPlace(wanted, lockfile({ 'node_modules/chalk': chalk }))).toBe(true);
  });

  it('refuses a missing package', () => {
    expect(areDependenciesInPlace(wanted, lockfile({}))).toBe(false);
  });

  it('refuses a missing package of one workspace', () => {
    const nested = lockfile({ 'packages/sdk': { name: 'sdk' }, 'packages/sdk/node_modules/chalk': chalk });
    expect(areDependenciesInPlace(nested, lockfile({}))).toBe(false);
  });

  it('refuses another version', () => {
    expect(areDependenciesInPlace(wanted, lockfile({ 'node_modules/chalk': { ...chalk, version: '4.0.0' } }))).toBe(
      false,
    );
  });

  it('refuses an installation that was never finished', () => {
    expect(areDependenciesInPlace(wanted, null)).toBe(false);
  });
});
