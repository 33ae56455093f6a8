// @ts-check
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesToShow } from '../docs/.vitepress/pages.mjs';
import { build } from './build.mjs';
import { ROOMS, entriesOf } from './packages.mjs';
import { forwardSignals, root, run } from './run.mjs';

const docs = join(root, 'docs');
const site = join(docs, '.vitepress/dist');
/** @param {string} path */
const program = (path) => join(docs, 'node_modules', path);

/** Options of TypeDoc: one page a module, from the sources. */
const TYPEDOC = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: ROOMS.flatMap((room) =>
    entriesOf(room)
      .filter(({ name }) => !name.startsWith('locales/'))
      .map(({ source }) => source),
  ),
  tsconfig: join(root, 'tsconfig.json'),
  out: join(docs, 'api'),
  readme: 'none',
  excludePrivate: true,
  excludeInternal: true,
  disableSources: true,
  skipErrorChecking: true,
  hideGenerator: true,
  logLevel: 'Error',
  useCodeBlocks: true,
};

/** Builds the site into `docs/.vitepress/dist`, or with `--serve` shows it while it is written. */
async function main() {
  forwardSignals();
  if (!existsSync(program('vitepress'))) {
    console.log('Installing what the site is made with …');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: docs });
  }
  // The page for plain HTML shows the hash of the file that this version has.
  await build({ rooms: ['sdk', 'web-component'] });
  const { writeHttpReference } = await import('./http-reference.mjs');
  await writeHttpReference(join(docs, 'http-reference.md'));
  mkdirSync(join(docs, '.vitepress/cache'), { recursive: true });
  const options = join(docs, '.vitepress/cache/typedoc.json');
  writeFileSync(options, JSON.stringify(TYPEDOC));
  await run(process.execPath, [program('typedoc/bin/typedoc'), '--options', options], { cwd: docs });
  const command = process.argv.includes('--serve') ? 'dev' : 'build';
  await run(process.execPath, [program('vitepress/bin/vitepress.js'), command, '.'], { cwd: docs });
  if (command === 'build') {
    writeFileSync(join(site, 'llms.txt'), llmsText());
    console.log(`The site is in ${site}. \`npm start\` serves it at /docs/.`);
  }
}

/** The pages by section, with the first sentence of each: what a language model reads first. */
function llmsText() {
  const exists = (/** @type {string} */ path) => existsSync(join(root, `${path}.md`));
  const sections = pagesToShow({ exists, documents: readdirSync(docs), decisions: [] });
  const lines = sections.flatMap(({ text, items }) => [
    `\n## ${text}\n`,
    ...items.map((item) => `- [${item.text}](${item.link}.md): ${firstSentence(item.link)}`),
  ]);
  return `# whatsapp-optin\n\n> Customers opt in to WhatsApp notifications by writing first.\n${lines.join('\n')}\n`;
}

/** @param {string} link */
function firstSentence(link) {
  const paragraphs = readFileSync(join(root, `${link}.md`), 'utf8').split(/\n{2,}/);
  const text = paragraphs.find((one) => /^([A-Z*[]|`[^`])/.test(one)) ?? '';
  const withoutLinks = text.replaceAll('\n', ' ').replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return withoutLinks.split(/(?<=[.:]) /)[0];
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
