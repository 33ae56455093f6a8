import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStorableJson } from './storable-json.js';

describe('toStorableJson', () => {
  it('copies what is harmless as it is', () => {
    const value: unknown = JSON.parse('{"a":[1,null,true,{"b":"مرحبا 😊"}],"constructor":1}');
    expect(toStorableJson(value)).toEqual(value);
  });

  it('leaves out the named keys at any depth, and __proto__', () => {
    const value: unknown = JSON.parse('{"token":1,"a":{"token":2,"b":[{"token":3}]},"__proto__":{"polluted":true}}');
    const copy = toStorableJson(value, ['token']);
    expect(JSON.stringify(copy)).toBe('{"a":{"b":[{}]}}');
    expect((copy as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('leaves nothing that jsonb refuses', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 }).map((value) => `${value}\u0000\ud800`);
    fc.assert(
      fc.property(fc.dictionary(text, fc.array(text, { maxLength: 4 }), { maxKeys: 4 }), (value) => {
        expect(JSON.stringify(toStorableJson(value))).not.toMatch(/\\u0000|\\ud[89a-f]/);
      }),
    );
  });

  it('refuses what is nested too deeply', () => {
    const deep: unknown = JSON.parse('['.repeat(40) + ']'.repeat(40));
    expect(() => toStorableJson(deep)).toThrow(RangeError);
  });
});
