// @ts-check
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * What the packages bring into a host's project, as CycloneDX: each dependency with its exact version, hash and licence, by
 * the lockfile. Development tools are left out.
 *
 * @typedef {{ name: string, version: string, purl: string, hashes?: { alg: string, content: string }[],
 *   properties?: { name: string, value: string }[], licenses?: { license?: { id?: string, name?: string }, expression?: string }[] }} Component
 * @returns {{ bomFormat: string, specVersion: string, components: Component[] }}
 */
export function readSbom() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const sbom = JSON.parse(output);
  return { ...sbom, components: sbom.components.filter((/** @type {Component} */ one) => !isPrivate(one)) };
}

/** The demo and the hosts of tests are published nowhere. @param {Component} component */
function isPrivate({ properties = [] }) {
  return properties.some(({ name, value }) => name === 'cdx:npm:package:private' && value === 'true');
}

/** @param {Component} component @returns {string} its licences, in its author's words; empty where there are none */
export function licencesOf({ licenses = [] }) {
  return licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '').join(' and ');
}

if (process.argv[1] === import.meta.filename) {
  const file = join(root, 'sbom.cdx.json');
  const sbom = readSbom();
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`sbom.cdx.json: ${sbom.components.length} components`);
}
