import {
  DELIVERY_METHODS,
  REASONS,
  TIERS,
  type DeliveryAnalytics,
  type DeliveryMethod,
  type Reason,
} from '@whatsapp-optin/sdk/contract';
import type { DailyCount } from './analytics-store.js';
import { eachDay, type Days } from './day-range.js';
import { totalsByName } from './opt-in-report.js';

/** Costs are counted in ten-thousandths of a cent, as the database keeps them. */
const COST_UNIT = 10_000;
const SUCCEEDED = ['accepted', 'sent', 'delivered', 'read'];

export function reportDeliveries(
  counts: readonly DailyCount[],
  days: Days,
  timeZone: string,
): Omit<DeliveryAnalytics, 'reactions'> {
  const totals = totalsByName(counts);
  const of = (name: string): number => totals.get(name) ?? 0;
  return {
    ...days,
    timeZone,
    totals: byMethod(totals),
    days: eachDay(days).map((day) => ({ day, ...byMethod(totalsByName(counts.filter((count) => count.day === day))) })),
    failures: failuresOf(totals),
    attempts: TIERS.filter((tier) => tier !== 'none').map((tier) => {
      const inStatus = (status: string): number => of(`attempt.${tier}.${status}`);
      const succeeded = SUCCEEDED.reduce((sum, status) => sum + inStatus(status), 0);
      const [failed, unknown] = [inStatus('failed'), inStatus('unknown')];
      const made = succeeded + failed + unknown + inStatus('claimed');
      return { tier, made, succeeded, failed, late: of(`attempt_late.${tier}`), unknown };
    }),
    sms: {
      messages: of('sms.messages'),
      segments: of('sms.segments'),
      costCents: of('sms.cost') / COST_UNIT,
      estimatedCostCents: of('sms.estimated_cost') / COST_UNIT,
      unknownCost: of('sms.unknown_cost'),
    },
  };
}

function byMethod(totals: ReadonlyMap<string, number>): Record<DeliveryMethod, number> {
  const entries = DELIVERY_METHODS.map((method) => [method, totals.get(`notification.${method}`) ?? 0] as const);
  return Object.fromEntries(entries) as Record<DeliveryMethod, number>;
}

function failuresOf(totals: ReadonlyMap<string, number>): DeliveryAnalytics['failures'] {
  const failures: DeliveryAnalytics['failures'] = [];
  for (const [name, count] of totals) {
    const [kind, ...rest] = name.split('.');
    const reason = REASONS.find((one) => one === rest.at(-1)) satisfies Reason | undefined;
    if (reason === undefined || count === 0) continue;
    if (kind === 'notification_reason') failures.push({ tier: null, reason, count });
    const tier = TIERS.find((one) => one === rest[0]);
    if (kind === 'attempt_reason' && tier !== undefined) failures.push({ tier, reason, count });
  }
  return failures.sort((one, other) => other.count - one.count);
}
