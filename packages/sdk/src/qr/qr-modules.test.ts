import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrModules } from './qr-modules.js';

/** ISO/IEC 18004, table 7: how many bytes the versions 1 to 40 hold at level M. */
const CAPACITIES = [
  ...[14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
  ...[
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
  ],
];

const pictureOf = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');

/** The same text by another encoder, with the mask of which our own code's format tells. */
function byAnother(text: string, rows: readonly (readonly number[])[]): string {
  const maskPattern = [4, 3, 2].reduce(
    (mask, x, bit) => mask | (((rows[8]?.[x] ?? 0) ^ ((0b101 >> bit) & 1)) << bit),
    0,
  );
  return pictureOf(encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data);
}

describe('the modules of a QR code', () => {
  it.each(CAPACITIES.map((bytes, index) => [index + 1, bytes]))(
    'fill version %i with %i bytes, as another encoder does, and one more begins the next',
    (version, bytes) => {
      const text = `${'é€7%/'.repeat(400).slice(0, bytes / 4)}`;
      const filled = text.padEnd(text.length + bytes - new TextEncoder().encode(text).length, 'x');
      const rows = qrModules(filled);
      expect(rows).toHaveLength(version * 4 + 17);
      expect(pictureOf(rows)).toBe(byAnother(filled, rows));
      if (version < 40) expect(qrModules(`${filled}x`)).toHaveLength(version * 4 + 21);
    },
  );

  it('are what another encoder draws for any address', () => {
    const addresses = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => `https://o.example/${text}`);
    fc.assert(
      fc.property(addresses, (address) => {
        const rows = qrModules(address);
        expect(pictureOf(rows)).toBe(byAnother(address, rows));
      }),
      { numRuns: 60 },
    );
  });

  it('have the mask that another encoder chooses, for an address as ours are', () => {
    const address = 'https://o.example.com/o/K7Q2-M9XW-4T3H';
    expect(pictureOf(qrModules(address))).toBe(pictureOf(encode(address, { ecc: 'M', border: 0 }).data));
  });

  it('refuse a text of one byte too many', () => {
    expect(() => qrModules('a'.repeat(2_332))).toThrow(RangeError);
  });
});
