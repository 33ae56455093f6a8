// @ts-check

/** @typedef {{ text: string, items: { text: string, link: string }[] }} Section */

/** Every section with its pages: title and path from the root of the repository. A page that is not there is left out. */
const SECTIONS = /** @type {const} */ ([
  [
    'Start',
    ['Next.js', 'docs/start-next'],
    ['Express and Fastify', 'docs/start-express'],
    ['Plain HTML', 'docs/start-html'],
    ['React Native', 'docs/react-native'],
    ['Other languages', 'docs/other-languages'],
    ['Concepts', 'docs/concepts'],
  ],
  [
    'The prompt',
    ['React', 'packages/react/README'],
    ['Element', 'packages/web-component/README'],
    ['SDK', 'packages/sdk/README'],
    ['Theming', 'docs/theming'],
    ['Translating', 'docs/translating'],
    ['Languages', 'docs/languages'],
    ['Accessibility', 'docs/accessibility'],
  ],
  [
    'The server',
    ['Server', 'packages/server/README'],
    ['Configuration', 'docs/configuration'],
    ['Providers', 'docs/providers'],
    ['Notifications', 'docs/notifications'],
    ['Events', 'docs/events'],
    ['Customer page', 'docs/customer-page'],
    ['Several organizations', 'docs/organizations'],
    ['Moving from outbound-first', 'docs/moving-from-outbound'],
  ],
  [
    'Staff',
    ['Dashboard', 'docs/admin'],
    ['Components', 'packages/admin/README'],
    ['Keys, roles, routes', 'docs/staff'],
    ['Compliance', 'docs/compliance'],
  ],
  [
    'Operate',
    ['Deploy', 'docs/deployment'],
    ['Scaling', 'docs/scaling'],
    ['Security', 'docs/security'],
    ['Reporting a hole', 'SECURITY'],
    ['Troubleshooting', 'docs/troubleshooting'],
  ],
  ['Evidence', ['Performance', 'docs/evidence/performance'], ['Reliability', 'docs/evidence/reliability']],
  [
    'Develop',
    ['Testing', 'docs/testing'],
    ['Simulator', 'packages/simulator/README'],
    ['API reference', 'docs/api/README'],
    ['HTTP reference', 'docs/http-reference'],
    ['Architecture', 'ARCHITECTURE'],
    ['Contributing', 'CONTRIBUTING'],
    ['Dependencies', 'docs/dependencies'],
    ['Changes', 'CHANGELOG'],
  ],
]);

/** Files of `docs` that are no pages of their own in the navigation. */
const UNLISTED = ['index.md'];

/**
 * The sections of the site. A document that no section names stands in the last one but the decisions.
 *
 * @param {object} input
 * @param {(path: string) => boolean} input.exists of a path without its ending
 * @param {readonly string[]} input.documents names of the files in `docs`
 * @param {readonly string[]} input.decisions names of the files in `docs/decisions`
 * @returns {(Section & { collapsed?: boolean })[]} sections without a page are left out
 */
export function pagesToShow({ exists, documents, decisions }) {
  const sections = SECTIONS.map(([text, ...pages]) => ({
    text,
    items: pages.filter(([, path]) => exists(path)).map(([title, path]) => ({ text: title, link: `/${path}` })),
  }));
  const named = new Set(SECTIONS.flatMap(([, ...pages]) => pages.map(([, path]) => `${path}.md`)));
  const others = documents.filter((name) => !UNLISTED.includes(name) && !named.has(`docs/${name}`));
  const all = [
    ...sections,
    { text: 'More', items: pagesOf('docs', others) },
    { text: 'Decisions', collapsed: true, items: pagesOf('docs/decisions', decisions) },
  ];
  return all.filter(({ items }) => items.length > 0);
}

/** @param {string} folder @param {readonly string[]} files @returns {Section['items']} the Markdown files, by name */
function pagesOf(folder, files) {
  const names = files.filter((name) => name.endsWith('.md')).map((name) => name.replace(/\.md$/, ''));
  return names.sort().map((name) => ({ text: name.replaceAll('-', ' '), link: `/${folder}/${name}` }));
}
