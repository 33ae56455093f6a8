import { expect, it } from 'vitest';
import { toAsciiDigits } from './digits.js';

it('gives each decimal digit of Unicode its value: whole tens, in order', () => {
  const values: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const character = point >= 0xd800 && point <= 0xdfff ? '' : String.fromCodePoint(point);
    if (/\p{Nd}/u.test(character)) values.push(toAsciiDigits(character));
  }
  expect(values.length % 10).toBe(0);
  expect(values.join('')).toBe('0123456789'.repeat(values.length / 10));
});

it('leaves all else as it is', () => {
  expect(toAsciiDigits('Ⅷ ½ ² A١')).toBe('Ⅷ ½ ² A1');
});
