import { describe, expect, it } from 'vitest';
import type { KeywordOptions } from './options.js';
import { OptionsError } from './options-error.js';
import { resolveOptions } from './resolve-options.js';

const resolve = (keywords?: KeywordOptions) =>
  resolveOptions({
    organization: { name: 'Acme Clinic', secretKey: 'sk_0000000000000000000000000000000000' },
    keywords,
  }).keywords;

const problemsOf = (keywords: KeywordOptions) => {
  try {
    resolve(keywords);
    return [];
  } catch (error) {
    return error instanceof OptionsError ? error.problems.map(({ option }) => option) : [error];
  }
};

describe('the keywords', () => {
  it('are words, and may be none', () => {
    expect(problemsOf({ stop: ['Genug'], start: ['Los'] })).toEqual([]);
    expect(resolve()).toEqual({ stop: [], start: [] });
  });

  it('are refused where no message can be so', () => {
    expect(problemsOf({ stop: ['🙂'] })).toEqual(['keywords.stop']);
    expect(problemsOf({ start: [''] })).toEqual(['keywords.start']);
  });

  it('let nothing start that stops', () => {
    expect(problemsOf({ start: ['stop'] })).toEqual(['keywords.start']);
    expect(problemsOf({ stop: ['Genug'], start: ['genug!'] })).toEqual(['keywords.start']);
  });

  it('are all judged, where one list is wrong', () => {
    expect(problemsOf({ stop: ['🙂'], start: ['stop'] })).toEqual(['keywords.stop', 'keywords.start']);
  });
});
