import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../packages/server/mutants/mutants.mjs';
import { REVERTS } from '../packages/server/mutants/reverts.mjs';
import { root } from './run.mjs';

const ALL = [...MUTANTS, ...REVERTS];

describe('the mutants', () => {
  it('are thirty and more, each with a name of its own', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(30);
    expect(REVERTS.length).toBeGreaterThanOrEqual(10);
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  });

  it.each(ALL)('"$name" still fits its file, exactly once', ({ file, from, to }) => {
    const source = readFileSync(join(root, 'packages/server/src', file), 'utf8');
    expect(source.split(from)).toHaveLength(2);
    expect(source.replace(from, () => to)).not.toBe(source);
  });

  it.each([...new Set(ALL.flatMap(({ tests }) => tests))])('%s, which is to kill some, is there', (test) => {
    expect(readFileSync(join(root, 'packages/server', test), 'utf8')).toContain('expect(');
  });
});
