import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesToShow } from '../docs/.vitepress/pages.mjs';
import { DOCUMENTS } from './document-samples.mjs';
import { httpReference } from './http-reference.mjs';
import { ROOMS, readManifest } from './packages.mjs';
import { root } from './run.mjs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Paths from the root of the repository: those in backquotes, and the targets of relative links. */
function pathsIn(document: string): string[] {
  const markdown = read(document);
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const beginnings = folders.map((entry) => `${entry.name}/`);
  const quoted = [...markdown.matchAll(/`([\w./@-]+)`/g)].flatMap(([, path]) => path ?? []);
  const linked = [...markdown.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].flatMap(([, path]) => path ?? []);
  const isPath = (text: string) => beginnings.some((beginning) => text.startsWith(beginning));
  const paths = [...quoted.filter(isPath), ...linked.map((path) => join(dirname(document), path))];
  return paths.filter((path) => !path.includes('/dist/'));
}

const EVERY_DOCUMENT = [...DOCUMENTS, 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md'];

describe('paths named in the documents', () => {
  it.each(EVERY_DOCUMENT)('exist: %s', (document) => {
    expect(pathsIn(document).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('are found at all', () => {
    expect(pathsIn('ARCHITECTURE.md').length).toBeGreaterThan(15);
  });
});

describe('the glossary of ARCHITECTURE.md', () => {
  const [, glossary = ''] = read('ARCHITECTURE.md').split('\n## Glossary\n');
  const terms = [...glossary.matchAll(/^\| ([a-z][\w -]*?) +\| \S/gm)].flatMap(([, term]) =>
    term === 'term' ? [] : term,
  );

  it('has at most 25 terms, each once', () => {
    expect(terms.length).toBeGreaterThan(15);
    expect(terms.length).toBeLessThanOrEqual(25);
    expect(new Set(terms).size).toBe(terms.length);
  });
});

describe('docs/security.md', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const threats = rows
    .filter(([, number = '']) => /^T\d+$/.test(number))
    .map(([, number, threat, mitigation, tests = '']) => ({ number, threat, mitigation, tests }));

  it('has each threat once, in order', () => {
    expect(threats.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_, index) => `T${index + 1}`));
  });

  it.each(threats)('$number names what stops it, and tests that are there', ({ threat, mitigation, tests }) => {
    expect([threat, mitigation]).not.toContain('');
    const paths = [...tests.matchAll(/`([^`]+)`/g)].flatMap(([, path]) => path ?? []);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !/\.(test|e2e)\.tsx?$/.test(path) || !existsSync(join(root, path)))).toEqual([]);
  });

  it('answers each chapter of ASVS by state and reason', () => {
    const chapters = rows.flatMap(([, name = '']) => /^V(\d+) /.exec(name)?.[1] ?? []);
    expect(chapters).toEqual(Array.from({ length: 17 }, (_, index) => String(index + 1)));
    const answers = rows.slice(rows.findIndex(([, name = '']) => name.startsWith('V1 ')));
    const states = ['met', 'part', 'yours', 'none', '**not met**'];
    expect(answers.filter(([, , , state = '']) => !states.includes(state))).toEqual([]);
    expect(answers.filter(([, , , state, why = '']) => state !== 'none' && why === '')).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  it.each(ROOMS)('gives a reason for every runtime dependency of %s, and for no other', (room) => {
    const section = read('docs/dependencies.md').split(`## \`@whatsapp-optin/${room}\``)[1]?.split('\n## ')[0] ?? '';
    const documented = [...section.matchAll(/^\| `([^`]+)` +\| \S/gm)].map(([, name]) => name);
    const { dependencies = {} } = readManifest(room) as { dependencies?: Record<string, string> };
    const installed = Object.keys(dependencies).filter((name) => !name.startsWith('@whatsapp-optin/'));
    expect(documented).toEqual(installed.sort());
  });
});

describe('the site', () => {
  const exists = (path: string) => existsSync(join(root, `${path}.md`));
  const show = (documents: string[]) =>
    pagesToShow({ exists, documents, decisions: readdirSync(join(root, 'docs/decisions')) });
  const linksOf = (sections: ReturnType<typeof show>) =>
    sections.flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}.md`));

  it('leads to every document and every README of a package', () => {
    const written = EVERY_DOCUMENT.filter((path) => path !== 'README.md' && path !== 'docs/index.md');
    const shown = linksOf(show(readdirSync(join(root, 'docs'))));
    expect(written.filter((path) => !shown.includes(path))).toEqual([]);
    expect(shown.filter((path) => path.startsWith('docs/decisions/')).length).toBeGreaterThan(30);
  });

  it('shows a document that no section names, and no page that is not there', () => {
    expect(show(['brand-new.md']).find(({ text }) => text === 'More')?.items).toEqual([
      { text: 'brand new', link: '/docs/brand-new' },
    ]);
    expect(pagesToShow({ exists: () => false, documents: [], decisions: [] })).toEqual([]);
  });

  it('lists routes by their tag', () => {
    const put = { tags: ['Tickets'], summary: 'Make a | ticket', operationId: 'upsertTicket' };
    const page = httpReference({ paths: { '/api/tickets/{id}': { put, get: { summary: 'Read it' } } } });
    expect(page).toContain('## Tickets\n');
    expect(page).toContain('| `PUT /api/tickets/{id}` | Make a \\| ticket | `upsertTicket` |');
    expect(page).toContain('## Other\n');
  });
});

describe('docs/decisions', () => {
  it('are numbered without gaps or repeats', () => {
    const numbers = readdirSync(join(root, 'docs/decisions')).map((name) => Number(name.slice(0, 4)));
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(readdirSync(join(root, 'docs/decisions')))('%s says context, choice and what was rejected', (name) => {
    expect(read(`docs/decisions/${name}`)).toMatch(
      /^# \d{4} [\s\S]*\*\*Context\.\*\*[\s\S]*\*\*Choice\.\*\*[\s\S]*\*\*Rejected\.\*\*/,
    );
  });
});
