import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../scripts/run.mjs';
import { newSyntaxIn } from './old-syntax.js';
import { expect, test } from './prompt-test.js';

/** The built files that browsers load. */
const BUILT = ['packages/sdk/dist', 'packages/react/dist', 'packages/web-component/dist'];

for (const folder of BUILT) {
  test(`${folder} has no syntax that the oldest browsers cannot read`, async () => {
    const names = await readdir(join(root, folder), { recursive: true });
    const scripts = names.filter((name) => name.endsWith('.js') && !/^(admin|node|ssr)\b/.test(name));
    expect(scripts.length).toBeGreaterThan(1);
    const found: Record<string, string[]> = {};
    for (const name of scripts) {
      const places = newSyntaxIn(await readFile(join(root, folder, name), 'utf8'));
      if (places.length > 0) found[name] = places;
    }
    expect(found).toEqual({});
  });
}

test('the prompts with all that they depend on have no such syntax either', async ({ site }) => {
  const found: Record<string, string[]> = {};
  for (const { files } of Object.values(site.bundles))
    for (const [path, text] of files) {
      const places = newSyntaxIn(text);
      if (places.length > 0) found[path] = places;
    }
  expect(found).toEqual({});
});

for (const [what, code] of [
  ['static block', 'class A { static { go(); } }'],
  ['lookbehind', 'const a = /(?<=b)c/;'],
  ['lookbehind', 'const a = /(?<!b)c/;'],
  ['class field with a parenthesis', 'class A { b = go(); }'],
  ['class field with a parenthesis', 'class A { #b = list[(0)]; }'],
] as const) {
  test(`such syntax is found: ${code}`, () => {
    expect(newSyntaxIn(code)).toEqual([expect.stringMatching(new RegExp(`^${what}: `))]);
  });
}

for (const code of ['const a = /b/v;', 'import a from "a" with { type: "json" };', 'using a = b();']) {
  test(`later syntax is refused: ${code}`, () => {
    expect(() => newSyntaxIn(code)).toThrow(SyntaxError);
  });
}

test('a function as the value of a class field is let through', () => {
  expect(newSyntaxIn('class A { b = () => go(); c = 1; }')).toEqual([]);
});
