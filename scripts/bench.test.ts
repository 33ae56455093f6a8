import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withFigures } from './bench.mjs';
import { root } from './run.mjs';

const DOCUMENT = readFileSync(join(root, 'docs/evidence/performance.md'), 'utf8');

it.each([
  ['front-end', 'server'],
  ['server', 'front-end'],
])('the figures of %s are written and those of %s stay', (written, kept) => {
  const between = (text: string, part: string) =>
    text.split(`--write -->`).find((one) => one.includes(`end of ${part}`));
  const changed = withFigures(DOCUMENT, written, 'new figures');
  expect(between(changed, written)).toMatch(new RegExp(`^\\s*new figures\\s*<!-- end of ${written} -->`));
  expect(between(changed, kept)).toBe(between(DOCUMENT, kept));
});

it('a document without a place for figures is refused', () => {
  expect(() => withFigures('# Performance', 'server', 'figures')).toThrow('must hold "<!-- figures of server');
});
