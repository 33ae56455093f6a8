import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSamples } from './readme-samples.mjs';
import { root } from './run.mjs';

it('reads the fenced blocks that are named', () => {
  const markdown = 'Text\n\n<!-- sample: one -->\n\n```js\na();\nb();\n```\n\n```js\nnot named\n```\n';
  expect([...readSamples(markdown)]).toEqual([['one', { language: 'js', text: 'a();\nb();\n' }]]);
});

it('refuses two samples of one name', () => {
  const sample = '<!-- sample: one -->\n```js\na();\n```\n';
  expect(() => readSamples(sample + sample)).toThrow('Two samples are named "one"');
});

it('finds every sample that the end-to-end tests run, none longer than 25 lines', () => {
  const samples = readSamples(readFileSync(join(root, 'README.md'), 'utf8'));
  const lines = [...samples].map(([name, { text }]) => [name, text.trim().split('\n').length <= 25] as const);
  expect(lines).toEqual([
    ['react', true],
    ['html', true],
    ['server', true],
    ['start', true],
    ['notify', true],
  ]);
});
