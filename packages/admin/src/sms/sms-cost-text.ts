import type { Words } from '../words/use-words.js';

interface SmsCosts {
  /** Of the messages with a known price. */
  costCents: number;
  messages: number;
  /** Messages without a price so far. */
  unknownCost: number;
}

/** What SMS cost: "Not known yet" where no message has a price, never 0. */
export function smsCostText({ costCents, messages, unknownCost }: SmsCosts, { t, formats }: Words): string {
  return messages > 0 && unknownCost >= messages ? t('sms.costUnknown') : formats.money(costCents, null);
}
