import { describe, expect, it } from 'vitest';
import { licencesOf, readSbom } from './sbom.mjs';

/** Licences that ask a host for no more than the notice in the package itself. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'Unlicense'];

describe('the bill of materials', () => {
  const sbom = readSbom();
  const foreign = sbom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/%40whatsapp-optin/'));

  it('names what the packages depend on, and no development tool', () => {
    const names = foreign.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['commander', 'hono', 'pino', 'preact', 'uqr']));
    expect(names.filter((name) => /^(eslint|vitest|typescript|@playwright\/test|storybook)$/.test(name))).toEqual([]);
  });

  it('has a permissive licence for each', () => {
    const others = foreign.filter(
      (one) =>
        !licencesOf(one)
          .split(' and ')
          .every((id) => PERMISSIVE.includes(id)),
    );
    expect(others.map((one) => `${one.name}: ${licencesOf(one)}`)).toEqual([]);
  });

  it('has the exact version and a hash of each, and names no registry', () => {
    const loose = foreign.filter(({ hashes = [], purl }) => hashes.length === 0 || !/^pkg:npm\/.+@\d/.test(purl));
    expect(loose.map(({ name }) => name)).toEqual([]);
    expect(JSON.stringify(sbom)).not.toMatch(/https?:\/\/[^"]*registry/);
  });
});
