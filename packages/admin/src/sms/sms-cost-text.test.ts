import { expect, it } from 'vitest';
import type { Words } from '../words/use-words.js';
import { smsCostText } from './sms-cost-text.js';

const words = { t: (key: string) => key, formats: { money: (cents: number) => String(cents) } } as unknown as Words;

it.each([
  ['the sum of what is reported and what is estimated', { messages: 5, unknownCost: 1, shown: '55' }],
  ['unknown where no message has a price', { messages: 2, unknownCost: 2, shown: 'sms.costUnknown' }],
])('shows %s', (_case, { shown, ...counts }) => {
  expect(smsCostText({ costCents: 40, estimatedCostCents: 15, ...counts }, words)).toBe(shown);
});
