import { describe, expect, it } from 'vitest';
import { OptionChecks } from './option-checks.js';
import { resolveKeywords } from './resolve-keywords.js';

const problemsOf = (keywords: Parameters<typeof resolveKeywords>[1]) => {
  const checks = new OptionChecks();
  resolveKeywords(checks, keywords);
  return checks.problems.map(({ option }) => option);
};

describe('resolveKeywords', () => {
  it('takes words, and none', () => {
    expect(problemsOf({ stop: ['Genug'], start: ['Los'] })).toEqual([]);
    expect(resolveKeywords(new OptionChecks())).toEqual({ stop: [], start: [] });
  });

  it('refuses what no message can be', () => {
    expect(problemsOf({ stop: ['🙂'] })).toEqual(['keywords.stop']);
    expect(problemsOf({ start: [''] })).toEqual(['keywords.start']);
  });

  it('lets nothing start that stops', () => {
    expect(problemsOf({ start: ['stop'] })).toEqual(['keywords.start']);
    expect(problemsOf({ stop: ['Genug'], start: ['genug!'] })).toEqual(['keywords.start']);
  });
});
