import { describe, expect, it } from 'vitest';
import { inOrderOfKeys } from './table-shapes.js';

const table = (name: string, ...references: string[]) => ({ name, columns: [], references });

describe('inOrderOfKeys', () => {
  it('puts a table after all that its keys name', () => {
    const ordered = inOrderOfKeys([table('a', 'c', 'd'), table('b'), table('c', 'd'), table('d')]);
    expect(ordered.map(({ name }) => name)).toEqual(['b', 'd', 'c', 'a']);
  });

  it('refuses a circle by the names of its tables', () => {
    expect(() => inOrderOfKeys([table('a', 'b'), table('b', 'a'), table('c')])).toThrow('circle: a, b.');
  });
});
