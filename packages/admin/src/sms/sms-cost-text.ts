import type { Words } from '../words/use-words.js';

interface SmsCosts {
  /** What vendors have reported, in cents of their currency. */
  costCents: number;
  /** Of the messages whose price is reckoned by their segments. No part of `costCents`. */
  estimatedCostCents: number;
  messages: number;
  /** Messages without a price so far. */
  unknownCost: number;
}

/** What SMS cost: "Not known yet" where no message has a price, never 0. */
export function smsCostText(
  { costCents, estimatedCostCents, messages, unknownCost }: SmsCosts,
  { t, formats }: Words,
): string {
  return messages > 0 && unknownCost >= messages
    ? t('sms.costUnknown')
    : formats.money(costCents + estimatedCostCents, null);
}
