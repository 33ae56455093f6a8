// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForPage } from '../../scripts/page-bundle.mjs';
import { packageDir } from '../../scripts/packages.mjs';

/** @typedef {import('./candidates.mjs').Candidate} Candidate */

/**
 * Where a candidate stands. `page`: the widget is part of the page, which loads all of it from nothing. `plain`: the page is there
 * before the widget, without React. `react`: the page and its React are there, and are not counted.
 *
 * @typedef {'page' | 'plain' | 'react'} Host
 */

/**
 * @typedef {object} Build
 * @property {ReadonlyMap<string, Uint8Array>} files by name
 * @property {readonly string[]} host names of what the page loads without the widget, its entry first
 * @property {readonly string[]} widget names of what the widget loads at once beside that, its entry first
 */

const ROOT = "import { createRoot } from 'react-dom/client';";
/** A page as a host writes it: the widget stands between its own elements, and renders with them. */
const pageWith = (/** @type {string} */ widget) => `createRoot(document.querySelector('#app')).render(h('main', null,
  h('h1', null, 'Your ticket'), h('div', { id: 'root' }, ${widget}), h('p', null, 'Below')));`;
const PAGE_WITHOUT = `import 'react/jsx-runtime'; import { createElement as h } from 'react'; ${ROOT} ${pageWith('null')}`;
const WIDGET = `${ROOT} createRoot(document.querySelector('#root')).render(tree(settings));`;

/** @param {Candidate} candidate @returns {Promise<Partial<Record<Host, Build>>>} for each host that it can stand in */
export async function buildsOf({ html, react, plain = '', from }) {
  if (html) {
    const build = readScriptTag();
    return { page: build, plain: build };
  }
  const bundle = async (/** @type {string[]} */ ...entries) =>
    bundleForPage(entries, from === undefined ? {} : { from });
  if (!react) {
    const build = asWidget(await bundle(plain));
    return { page: build, plain: build };
  }
  const split = await bundle(PAGE_WITHOUT, `${react}${WIDGET}`);
  const host = loadedAtOnce(split, 0);
  const widget = loadedAtOnce(split, 1).filter((name) => !host.includes(name));
  return {
    page: asWidget(await bundle(`${react}${ROOT}${pageWith('tree(settings)')}`)),
    plain: asWidget(await bundle(`${react}${WIDGET}`)),
    react: { files: filesOf(split), host, widget },
  };
}

/** What the build wrote for the script tag. @returns {Build} */
function readScriptTag() {
  const dist = join(packageDir('web-component'), 'dist');
  const names = readdirSync(dist).filter((name) => /^whatsapp-optin.*\.js$/.test(name));
  const files = new Map(names.map((name) => [name, readFileSync(join(dist, name))]));
  return { files, host: [], widget: ['whatsapp-optin.js'] };
}

/** @typedef {Awaited<ReturnType<typeof bundleForPage>>} Bundle */

/** @param {Bundle} bundle @returns {Build} */
function asWidget(bundle) {
  return { files: filesOf(bundle), host: [], widget: loadedAtOnce(bundle, 0) };
}

/** @param {Bundle} bundle */
function filesOf({ files }) {
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

/**
 * Names of the files that an entry needs at once, itself first; its style sheet too.
 *
 * @param {Bundle} bundle
 * @param {number} at
 */
function loadedAtOnce({ files, entries }, at) {
  const entry = entries[at] ?? '';
  const found = new Set([entry]);
  for (const name of found) for (const next of files.find((file) => file.name === name)?.imports ?? []) found.add(next);
  const sheet = entry.replace(/js$/, 'css');
  return [...found, ...files.filter(({ name }) => name === sheet).map(({ name }) => name)];
}
