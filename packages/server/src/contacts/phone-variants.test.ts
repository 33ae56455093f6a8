import { describe, expect, it } from 'vitest';
import { phoneVariants } from './phone-variants.js';

describe('the other spelling of a mobile', () => {
  it.each([
    ['+5511987654321', '+551187654321'],
    ['+5215512345678', '+525512345678'],
    ['+5491123456789', '+541123456789'],
  ])('%s and %s are one line', (one, other) => {
    expect(phoneVariants(one)).toEqual([other]);
    expect(phoneVariants(other)).toEqual([one]);
  });

  it.each(['+551133334444', '+966500000000', '+14155550100', '+52551234567', '+5511'])('%s has none', (phone) => {
    expect(phoneVariants(phone)).toEqual([]);
  });
});
