// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pagesToShow } from './pages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ core: { ruler: { before(name: string, rule: string, work: (state: { src: string }) => void): void } } }} Markdown */

/** The hashes of the built script-tag files, by name. */
const sri = `${root}packages/web-component/dist/sri.json`;
/** @type {Record<string, string>} */
const hashes = existsSync(sri) ? JSON.parse(readFileSync(sri, 'utf8')) : {};

/** The site of the documents, made of the files as they are: no page is copied. `npm run docs` builds it. */
export default {
  title: 'whatsapp-optin',
  description: 'Customers opt in to WhatsApp notifications by writing first.',
  // Where the demo serves it.
  base: process.env.DOCS_BASE ?? '/docs/',
  // Packages have their pages beside their code.
  srcDir: '../',
  outDir: './.vitepress/dist',
  cacheDir: './.vitepress/cache',
  srcExclude: [
    '**/node_modules/**',
    '{e2e,stories,bench,examples,scripts,test-results,.changeset,.storybook}/**',
    '!docs/.vitepress/**',
  ],
  rewrites: { 'docs/index.md': 'index.md' },
  cleanUrls: true,
  lastUpdated: false,
  // Files of the repository that are no pages; `scripts/docs.test.ts` holds that they exist.
  ignoreDeadLinks: [/^https?:\/\/localhost/, /\/(examples|bench|e2e|stories|scripts)(\/|$)/, /decisions$/],
  markdown: {
    /** `sha384-of-<file>` becomes the hash of the file. @param {Markdown} markdown */
    config(markdown) {
      markdown.core.ruler.before('normalize', 'sri', (state) => {
        state.src = state.src.replaceAll(/sha384-of-([\w.-]+\.js)/g, (text, name) => hashes[name] ?? text);
      });
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Start', link: '/docs/start-next' },
      { text: 'Concepts', link: '/docs/concepts' },
      { text: 'Changes', link: '/CHANGELOG' },
    ],
    sidebar: pagesToShow({
      exists: (path) => existsSync(`${root}${path}.md`),
      documents: readdirSync(`${root}docs`),
      decisions: readdirSync(`${root}docs/decisions`),
    }),
  },
};
