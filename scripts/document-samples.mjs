// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './packages.mjs';
import { root } from './run.mjs';

/**
 * @typedef {object} DocumentSample
 * @property {string} place `docs/events.md:47`: the line of its first fence
 * @property {string} language as the fence says; empty where it says none
 * @property {string} text without the indent of its list
 */

/** What a user reads: the README, those of the packages, the documents. A file that `npm run docs` writes is none. */
export const DOCUMENTS = [
  'README.md',
  ...ROOMS.map((room) => `packages/${room}/README.md`).filter((path) => existsSync(join(root, path))),
  ...['docs', 'docs/evidence'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md') && name !== 'http-reference.md')
      .map((name) => `${folder}/${name}`),
  ),
];

/** @returns {DocumentSample[]} every fenced block of every document, in order */
export function documentSamples() {
  return DOCUMENTS.flatMap((path) => samplesIn(path, readFileSync(join(root, path), 'utf8')));
}

/** @param {string} path @param {string} markdown @returns {DocumentSample[]} */
export function samplesIn(path, markdown) {
  return [...markdown.matchAll(/^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```$/gm)].map((found) => {
    const [, indent = '', language = '', text = ''] = found;
    const line = markdown.slice(0, found.index).split('\n').length;
    return { place: `${path}:${line}`, language, text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), '') };
  });
}
