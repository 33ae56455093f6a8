import { describe, expect, it } from 'vitest';
import { chooseDays, eachDay } from './day-range.js';
import { reportDeliveries } from './delivery-report.js';
import { reportOptIns, share } from './opt-in-report.js';

const DAYS = { from: '2026-11-23', to: '2026-11-24' };
const counts = (entries: Record<string, number>, day = '2026-11-24') =>
  Object.entries(entries).map(([name, count]) => ({ day, name, count }));

describe('the days of a report', () => {
  it.each([
    [{}, { from: '2026-10-26', to: '2026-11-24' }],
    [{ from: '2026-11-20' }, { from: '2026-11-20', to: '2026-11-24' }],
    [{ from: '2026-01-01' }, { from: '2026-01-01', to: '2026-01-30' }],
    [{ to: '2026-03-01' }, { from: '2026-01-31', to: '2026-03-01' }],
    [{ from: '2026-12-01' }, { from: '2026-12-01', to: '2026-12-01' }],
    [DAYS, DAYS],
  ])('for %j are %j', (asked, days) => {
    expect(chooseDays(asked, '2026-11-24')).toEqual(days);
  });

  it('go over the end of a month and the change of a clock', () => {
    expect(eachDay({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(eachDay({ from: '2026-03-28', to: '2026-03-30' })).toHaveLength(3);
  });

  it('are bounded, and end with the last day that JavaScript writes in four digits', () => {
    expect(eachDay({ from: '9999-12-31', to: '9999-12-31' })).toEqual(['9999-12-31']);
    expect(eachDay({ from: '2026-01-02', to: '2026-01-01' })).toEqual([]);
    expect(eachDay({ from: '2025-01-01', to: '2026-02-04' })).toHaveLength(400);
    for (const to of ['2026-02-05', '9999-12-31', 'never'])
      expect(() => eachDay({ from: '2025-01-01', to })).toThrow(RangeError);
  });
});

describe('the report of opt-ins', () => {
  it('has a row for each day, and rates of the whole', () => {
    const report = reportOptIns(
      [
        ...counts({
          'opt_in.impression': 8,
          'opt_in.connected': 2,
          'opt_in.declined': 1,
          'opt_in.skipped': 1,
          inbound: 3,
        }),
        ...counts(
          { 'consent.granted': 4, 'consent.withdrawn': 1, 'webhook.accepted': 9, 'webhook.kept': 1 },
          '2026-11-23',
        ),
      ],
      DAYS,
      'Asia/Riyadh',
    );
    expect(report.rates).toEqual({ adoption: 0.25, decline: 0.25, optOut: 0.25, renewal: null, capture: 0.9 });
    expect(report.days.map(({ day, impressions, optedOut }) => [day, impressions, optedOut])).toEqual([
      ['2026-11-23', 0, 1],
      ['2026-11-24', 8, 0],
    ]);
  });

  it.each([
    [{}, { medianSeconds: null, p90Seconds: null, samples: 0 }],
    [{ 'connect_time.10': 10 }, { medianSeconds: 8, p90Seconds: 10, samples: 10 }],
    [
      { 'connect_time.5': 5, 'connect_time.60': 5 },
      { medianSeconds: 5, p90Seconds: 57, samples: 10 },
    ],
  ])('estimates the time to connect of %j', (classes, expected) => {
    expect(reportOptIns(counts(classes), DAYS, 'UTC').timeToConnect).toEqual(expected);
  });

  it('rates reminders that are over, and none while all can still be answered', () => {
    const rateOf = (renewed: number, sent: number, open: number) =>
      reportOptIns(counts({ 'renewal.sent': sent, 'renewal.renewed': renewed }), DAYS, 'UTC', open).rates.renewal;
    expect([rateOf(0, 4, 4), rateOf(0, 4, 3), rateOf(1, 4, 2), rateOf(3, 4, 0)]).toEqual([null, 0, 0.5, 0.75]);
    // One is answered between the two readings.
    expect(rateOf(4, 4, 1)).toBe(1);
  });

  it('never reports more than all, nor a share of nothing', () => {
    expect([share(3, 2), share(0, 0), share(1, 4)]).toEqual([1, null, 0.25]);
  });
});

describe('the report of deliveries', () => {
  it('reports how they ended, why they failed, by tier, and what SMS cost', () => {
    const report = reportDeliveries(
      counts({
        'notification.push': 3,
        'notification.none': 2,
        'notification_reason.no_phone': 2,
        'attempt.sms.delivered': 4,
        'attempt.sms.failed': 1,
        'attempt.sms.unknown': 1,
        'attempt_late.sms': 1,
        'attempt_reason.sms.sms_failed': 1,
        'attempt_reason.sms.a_word_of_tomorrow': 5,
        'sms.messages': 5,
        'sms.estimated_cost': 25_000,
      }),
      DAYS,
      'UTC',
    );
    expect(report.totals).toEqual({ push: 3, whatsapp_fallback: 0, sms_fallback: 0, none: 2, push_only: 0 });
    expect(report.failures).toEqual([
      { tier: null, reason: 'no_phone', count: 2 },
      { tier: 'sms', reason: 'sms_failed', count: 1 },
    ]);
    expect(report.attempts[2]).toEqual({ tier: 'sms', made: 6, succeeded: 4, failed: 1, late: 1, unknown: 1 });
    expect(report.sms).toMatchObject({ messages: 5, costCents: 0, estimatedCostCents: 2.5 });
  });
});
