// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../scripts/run.mjs';

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} code a module that mounts `globalThis.copies` of what it shows into `#root`
 * @property {string} selector of one mounted copy
 * @property {string} from folder whose packages it imports
 */

/** What esbuild calls a module that is no file; what is imported late counts as an entry of its own too. */
const SOURCE = 'benchmark-entry.js';
const ROOT = "const root = document.querySelector('#root'); const copies = Array.from({ length: globalThis.copies });";

/** What the render benchmark mounts: ours, and a peer where it is installed. The first is what ratios are measured against. */
export function entries() {
  const peers = join(root, 'bench/peers');
  /** @type {Entry[]} */
  const own = [
    {
      name: 'element',
      from: root,
      selector: 'whatsapp-optin',
      code: `import '@whatsapp-optin/web-component/define'; ${ROOT}
        for (const _ of copies) { const one = document.createElement('whatsapp-optin');
          Object.assign(one, { phone: '+966500000000', organization: 'Acme Clinic', ticket: 'A001', locale: 'en' }); root.append(one); }`,
    },
    {
      name: 'React prompt, React included',
      from: root,
      selector: '.whatsapp-optin-card',
      code: `import { createElement as h } from 'react'; import { createRoot } from 'react-dom/client';
        import { WhatsAppNotificationPrompt } from '@whatsapp-optin/react'; ${ROOT}
        createRoot(root).render(copies.map((_, key) => h(WhatsAppNotificationPrompt, { key, ticketNumber: 'A001',
          organizationName: 'Acme Clinic', companyWhatsAppNumber: '+966500000000', locale: 'en' })));`,
    },
  ];
  if (!existsSync(join(peers, 'node_modules/react-floating-whatsapp'))) return own;
  const peer = {
    name: 'react-floating-whatsapp, React included',
    from: peers,
    selector: '#root > *',
    code: `import { createElement as h } from 'react'; import { createRoot } from 'react-dom/client';
      import { FloatingWhatsApp } from 'react-floating-whatsapp'; ${ROOT}
      createRoot(root).render(copies.map((_, key) => h(FloatingWhatsApp, { key, phoneNumber: '966500000000', accountName: 'Acme Clinic' })));`,
  };
  return [peer, ...own];
}

/**
 * A module bundled for the browser, minified, in as many files as its late imports ask for.
 *
 * @param {string} code
 * @param {{ from: string, external?: string[] }} options
 * @returns {Promise<{ files: Map<string, Uint8Array>, first: string[] }>} by name; `first` are the entry and what it imports at once
 */
export async function bundle(code, { from, external = [] }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: from, loader: 'js', sourcefile: SOURCE },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: '/out',
    format: 'esm',
    target: 'es2022',
    metafile: true,
    external,
    legalComments: 'none',
    conditions: from === root ? ['source'] : [],
    loader: { '.svg': 'dataurl', '.mp3': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path.slice('/out/'.length), contents]));
  const outputs = Object.entries(metafile.outputs);
  const nameOf = (/** @type {string} */ path) => path.slice(path.indexOf('out/') + 'out/'.length);
  const entry = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(SOURCE))?.[0] ?? '';
  const first = new Set();
  const walk = (/** @type {string} */ path) => {
    if (first.has(nameOf(path)) || !metafile.outputs[path]) return;
    first.add(nameOf(path));
    for (const { kind, path: next } of metafile.outputs[path].imports) if (kind === 'import-statement') walk(next);
  };
  walk(entry);
  return { files, first: [...first] };
}

/** @param {Iterable<Uint8Array>} files @returns {number} bytes, each file compressed by itself as a server sends it */
export function gzipBytes(files) {
  let sum = 0;
  for (const file of files) sum += gzipSync(file, { level: 9 }).length;
  return sum;
}
