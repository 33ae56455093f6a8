import { describe, expect, it } from 'vitest';
import { toChatId, toE164 } from './phone-digits.js';

describe('toE164', () => {
  it.each([
    ['966500000000@c.us', '+966500000000'],
    ['+966 50 000 0000', '+966500000000'],
    ['966500000000', '+966500000000'],
  ])('reads %s', (text, phone) => {
    expect(toE164(text)).toBe(phone);
  });

  it.each(['120363000000000000@g.us', '59682983022601@lid', 'status@broadcast', '', '1234567', 'abc'])(
    'finds no phone in "%s"',
    (text) => {
      expect(toE164(text)).toBeNull();
    },
  );

  it('is the way back from a chat id', () => {
    expect(toE164(toChatId('+966500000000'))).toBe('+966500000000');
  });
});
