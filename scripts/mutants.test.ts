import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../packages/server/mutants/mutants.mjs';
import { root } from './run.mjs';

describe('the mutants', () => {
  it('are thirty and more, each with a name of its own', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });

  it.each(MUTANTS)('"$name" still fits its file, exactly once', ({ file, from, to }) => {
    const source = readFileSync(join(root, 'packages/server/src', file), 'utf8');
    expect(source.split(from)).toHaveLength(2);
    expect(source.replace(from, () => to)).not.toBe(source);
  });

  it.each([...new Set(MUTANTS.flatMap(({ tests }) => tests))])('%s, which is to kill some, is there', (test) => {
    expect(readFileSync(join(root, 'packages/server', test), 'utf8')).toContain('expect(');
  });
});
