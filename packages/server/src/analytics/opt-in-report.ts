import type { OptInAnalytics, OptInCounts } from '@whatsapp-optin/sdk/contract';
import { CONNECT_SECONDS, type DailyCount } from './analytics-store.js';
import { eachDay, type Days } from './day-range.js';

/** Names of the daily counts, by the words of the report. */
const COUNTED: Record<keyof OptInCounts, string> = {
  impressions: 'opt_in.impression',
  linkOpens: 'opt_in.link_open',
  qrShown: 'opt_in.qr_shown',
  copied: 'opt_in.copied',
  helpShown: 'opt_in.help_shown',
  declined: 'opt_in.declined',
  skipped: 'opt_in.skipped',
  connected: 'opt_in.connected',
  messages: 'inbound',
  optedOut: 'consent.withdrawn',
};
const KEYS = Object.keys(COUNTED) as (keyof OptInCounts)[];

/** @param openReminders - that can still be answered: no rate counts them. */
export function reportOptIns(
  counts: readonly DailyCount[],
  days: Days,
  timeZone: string,
  openReminders = 0,
): OptInAnalytics {
  const totals = countsOf(totalsByName(counts));
  return {
    ...days,
    timeZone,
    totals,
    rates: ratesOf(counts, openReminders),
    timeToConnect: timeToConnect(counts),
    days: eachDay(days).map((day) => ({ day, ...countsOf(totalsByName(counts.filter((count) => count.day === day))) })),
  };
}

/** @param openReminders - that can still be answered. */
export function ratesOf(counts: readonly DailyCount[], openReminders: number): OptInAnalytics['rates'] {
  const total = totalsByName(counts);
  const of = (name: string): number => total.get(name) ?? 0;
  const captured = of('webhook.accepted');
  return {
    adoption: share(of('opt_in.connected'), of('opt_in.impression')),
    decline: share(of('opt_in.declined') + of('opt_in.skipped'), of('opt_in.impression')),
    optOut: share(of('consent.withdrawn'), of('consent.granted')),
    renewal: renewalRate(of('renewal.renewed'), of('renewal.sent'), openReminders),
    capture: share(captured, captured + of('webhook.rejected') + of('webhook.kept')),
  };
}

export function totalsByName(counts: readonly DailyCount[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { name, count } of counts) totals.set(name, (totals.get(name) ?? 0) + count);
  return totals;
}

/** Of the reminders that were answered or whose window has closed; `null` while all are open. */
export function renewalRate(renewed: number, sent: number, open: number): number | null {
  return share(renewed, Math.max(renewed, sent - open));
}

/** 0 to 1, or `null` of nothing. A page seen before the period may connect within it: never more than all. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}

function countsOf(totals: ReadonlyMap<string, number>): OptInCounts {
  return Object.fromEntries(KEYS.map((key) => [key, totals.get(COUNTED[key]) ?? 0])) as unknown as OptInCounts;
}

/** Between the two bounds of its class a value is taken to lie as far as its rank does. */
function timeToConnect(counts: readonly DailyCount[]): OptInAnalytics['timeToConnect'] {
  const totals = totalsByName(counts);
  const bounds = [...CONNECT_SECONDS, 24 * 3600];
  const classes = bounds.map((bound, index) => ({
    from: bounds[index - 1] ?? 0,
    to: bound,
    count: totals.get(`connect_time.${index < CONNECT_SECONDS.length ? bound : 'more'}`) ?? 0,
  }));
  const samples = classes.reduce((sum, { count }) => sum + count, 0);
  const quantile = (at: number): number | null => {
    let before = 0;
    for (const { from, to, count } of classes) {
      const wanted = samples * at;
      if (count > 0 && before + count >= wanted) return Math.round(from + ((wanted - before) / count) * (to - from));
      before += count;
    }
    return null;
  };
  return { medianSeconds: quantile(0.5), p90Seconds: quantile(0.9), samples };
}
