import { describe, expect, it } from 'vitest';
import { deriveKey, open, seal } from './seal.js';
import { createVault } from './vault.js';

const KEY = deriveKey('a secret', 'clinic', 'vapid');
const PLAIN = Buffer.from('what nobody reads');

describe('a seal', () => {
  it('opens with its key, for its context, and is another each time', () => {
    const sealed = seal(KEY, PLAIN, 'clinic');
    expect(open(KEY, sealed, 'clinic')).toEqual(PLAIN);
    expect(seal(KEY, PLAIN, 'clinic').equals(sealed)).toBe(false);
    expect(sealed.includes(PLAIN)).toBe(false);
  });

  it.each([
    ['another key', deriveKey('another', 'clinic', 'vapid'), 'clinic'],
    ['a key for another purpose', deriveKey('a secret', 'clinic', 'idempotency'), 'clinic'],
    ['a key of another organization', deriveKey('a secret', 'other', 'vapid'), 'clinic'],
    ['another context', KEY, 'other'],
  ])('does not open with %s', (_name, key, context) => {
    expect(open(key, seal(KEY, PLAIN, 'clinic'), context)).toBeNull();
  });

  it('does not open where one byte is changed, or where it is cut', () => {
    const sealed = seal(KEY, PLAIN, 'clinic');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(open(KEY, changed, 'clinic')).toBeNull();
      expect(open(KEY, sealed.subarray(0, at), 'clinic')).toBeNull();
    }
  });
});

describe('a vault', () => {
  const vault = createVault(new Map([['clinic', { root: KEY, phoneKey: KEY }]]));

  it('opens what it sealed for the same purpose, and takes clear text as it is', () => {
    const kept = vault.seal('clinic', 'vapid', 'private');
    expect(vault.open('clinic', 'vapid', kept)).toBe('private');
    expect(() => vault.open('clinic', 'idempotency', kept)).toThrow('sealed by another root');
    expect(vault.open('clinic', 'vapid', 'from a former version')).toBe('from a former version');
  });

  it('knows its organizations alone', () => {
    expect(() => vault.seal('other', 'vapid', 'x')).toThrow('no organization "other"');
  });
});
