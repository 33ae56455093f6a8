import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSmsSegments } from './sms-segments.js';

describe('countSmsSegments', () => {
  it.each<[string, string, 'GSM-7' | 'UCS-2', [segments: number, units: number]]>([
    ['nothing', '', 'GSM-7', [0, 0]],
    ['one letter', 'a', 'GSM-7', [1, 1]],
    ['160 septets', 'a'.repeat(160), 'GSM-7', [1, 160]],
    ['161 septets', 'a'.repeat(161), 'GSM-7', [2, 161]],
    ['306 septets', 'a'.repeat(306), 'GSM-7', [2, 306]],
    ['307 septets', 'a'.repeat(307), 'GSM-7', [3, 307]],
    ['80 euros', '€'.repeat(80), 'GSM-7', [1, 160]],
    ['81 euros', '€'.repeat(81), 'GSM-7', [2, 162]],
    ['an escape that would be parted', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', [3, 306]],
    ['the accents that GSM-7 has', 'àéèìòùÇØøÅåÄÖÑÜäöñüß', 'GSM-7', [1, 20]],
    ['the cedilla that it has not', 'ç', 'UCS-2', [1, 1]],
    ['a curly quote', 'It’s your turn', 'UCS-2', [1, 14]],
    ['a backtick', '`', 'UCS-2', [1, 1]],
    ['70 units', 'م'.repeat(70), 'UCS-2', [1, 70]],
    ['71 units', 'م'.repeat(71), 'UCS-2', [2, 71]],
    ['134 units', 'م'.repeat(134), 'UCS-2', [2, 134]],
    ['135 units', 'م'.repeat(135), 'UCS-2', [3, 135]],
    ['35 emoji', '😊'.repeat(35), 'UCS-2', [1, 70]],
    ['a pair that would be parted', `${'م'.repeat(66)}😊${'م'.repeat(66)}`, 'UCS-2', [3, 134]],
    ['a lone surrogate', '\ud800', 'UCS-2', [1, 1]],
    ['the English call', "It's your turn! Ticket: A001. Please proceed to Radiology.", 'GSM-7', [1, 58]],
  ])('counts %s', (_name, text, encoding, [segments, units]) => {
    expect(countSmsSegments(text)).toEqual({ encoding, segments, units });
  });

  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('a', '€', 'م', '😊', '’'), fc.string({ unit: 'grapheme' })),
    maxLength: 400,
  });

  it('never counts fewer segments than the units fill, nor more than one unit of each can waste', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { encoding, segments, units } = countSmsSegments(value);
        const [single, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
        const least = units <= single ? Math.min(units, 1) : Math.ceil(units / part);
        expect(segments).toBeGreaterThanOrEqual(least);
        expect(segments).toBeLessThanOrEqual(units <= single ? least : Math.ceil(units / (part - 1)));
      }),
    );
  });

  it('never counts less for a longer text', () => {
    fc.assert(
      fc.property(text, text, (value, more) => {
        expect(countSmsSegments(value + more).segments).toBeGreaterThanOrEqual(countSmsSegments(value).segments);
      }),
    );
  });

  it('counts every text that has a foreign character in UTF-16 units', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(countSmsSegments(`${value}م`)).toMatchObject({ encoding: 'UCS-2', units: value.length + 1 });
      }),
    );
  });
});
