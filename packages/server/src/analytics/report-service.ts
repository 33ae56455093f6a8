import type {
  AdminSessionStats,
  ComplianceReport,
  ConsentChainCheck,
  DayRange,
  DeliveryAnalytics,
  OptInAnalytics,
} from '@whatsapp-optin/sdk/contract';
import type { ChainCheck, ConsentLedger } from '../consents/consent-ledger.js';
import type { AnalyticsStore, ChainCheckStore, DailyReader, UnsolicitedProof } from './analytics-store.js';
import { addDays, chooseDays, type Days } from './day-range.js';
import { reportDeliveries } from './delivery-report.js';
import { createFreshCounts } from './fresh-counts.js';
import { ratesOf, renewalRate, reportOptIns, totalsByName } from './opt-in-report.js';

/** What a send of each tier may rest on. */
const SENT_ON = [
  { tier: 'push', basis: 'subscription' },
  { tier: 'sms', basis: 'declared' },
  { tier: 'sms', basis: 'proven' },
  { tier: 'whatsapp', basis: 'inbound' },
] as const;
const BASIS_COUNTS = SENT_ON.flatMap(({ tier, basis }) => [`basis.${tier}.${basis}`, `unproven.${tier}.${basis}`]);

/** `null` where there is no such organization. */
export interface ReportService {
  optIns(organizationId: string, days: DayRange): Promise<OptInAnalytics | null>;
  deliveries(organizationId: string, days: DayRange): Promise<DeliveryAnalytics | null>;
  compliance(organizationId: string, days: DayRange): Promise<ComplianceReport | null>;
  /** Checks every row again: the whole chain, every send. */
  checkCompliance(organizationId: string): Promise<ComplianceReport | null>;
  sessionStats(organizationId: string, days: number): Promise<Omit<AdminSessionStats, 'active' | 'expiring'> | null>;
  /** Checks the chains whose last check is a day old. */
  checkDue(): Promise<void>;
}

export interface ReportServiceParts {
  daily: DailyReader;
  store: Pick<AnalyticsStore, 'proof' | 'reactions' | 'shownOptIns' | 'openReminders'>;
  ledger: Pick<ConsentLedger, 'verify'>;
  checks: ChainCheckStore;
  proofQueries: Pick<UnsolicitedProof, 'query' | 'basesQuery'>;
  now(): number;
}

export function createReportService({
  daily,
  store,
  ledger,
  checks,
  proofQueries,
  now,
}: ReportServiceParts): ReportService {
  const countAnew = createFreshCounts(daily.rollUp, now);
  const read = async (organizationId: string, asked: DayRange) => {
    const found = await daily.today(organizationId);
    if (found === null) return null;
    await countAnew(organizationId);
    const days: Days = chooseDays(asked, found.today);
    return { days, timeZone: found.timeZone, counts: await daily.readRange(organizationId, days.from, days.to) };
  };
  const compliance: ReportService['compliance'] = async (organizationId, asked) => {
    const found = await read(organizationId, asked);
    if (found === null) return null;
    const ever = await daily.sumEver(organizationId, ['whatsapp.sends', 'whatsapp.unsolicited', ...BASIS_COUNTS]);
    const last = await checks.last(organizationId);
    const totals = totalsByName(found.counts);
    return {
      ...found.days,
      timeZone: found.timeZone,
      proof: {
        sends: ever.get('whatsapp.sends') ?? 0,
        unsolicited: ever.get('whatsapp.unsolicited') ?? 0,
        bases: SENT_ON.map(({ tier, basis }) => ({
          tier,
          basis,
          sends: ever.get(`basis.${tier}.${basis}`) ?? 0,
          unproven: ever.get(`unproven.${tier}.${basis}`) ?? 0,
        })).filter(({ sends }) => sends > 0),
        ...proofQueries,
        checkedAt: new Date(now()).toISOString(),
      },
      chain: last && described(last.check, last.checkedAt),
      optIns: await store.shownOptIns(organizationId, found.days, found.timeZone),
      consents: { granted: totals.get('consent.granted') ?? 0, withdrawn: totals.get('consent.withdrawn') ?? 0 },
      rates: ratesOf(found.counts, await store.openReminders(organizationId, found.days, found.timeZone)),
    };
  };
  const check = async (organizationId: string): Promise<void> => {
    await checks.keep(organizationId, await ledger.verify(organizationId));
  };

  return {
    async optIns(organizationId, asked) {
      const found = await read(organizationId, asked);
      if (found === null) return null;
      const { counts, days, timeZone } = found;
      return reportOptIns(counts, days, timeZone, await store.openReminders(organizationId, days, timeZone));
    },
    async deliveries(organizationId, asked) {
      const found = await read(organizationId, asked);
      if (found === null) return null;
      const { counts, days, timeZone } = found;
      return {
        ...reportDeliveries(counts, days, timeZone),
        reactions: await store.reactions(organizationId, days, timeZone),
      };
    },
    compliance,
    async checkCompliance(organizationId) {
      if ((await daily.today(organizationId)) === null) return null;
      await check(organizationId);
      const proven = await store.proof(organizationId);
      const report = await compliance(organizationId, {});
      return report && { ...report, proof: { ...report.proof, ...proven } };
    },
    async sessionStats(organizationId, days) {
      const found = await daily.today(organizationId);
      if (found === null) return null;
      const { to } = chooseDays({}, found.today);
      const from = addDays(to, 1 - days);
      await countAnew(organizationId);
      const totals = totalsByName(await daily.readRange(organizationId, from, to));
      const [sent, renewed] = [totals.get('renewal.sent') ?? 0, totals.get('renewal.renewed') ?? 0];
      return {
        days,
        opened: totals.get('session.opened') ?? 0,
        endedByStaff: totals.get('session.ended_by_staff') ?? 0,
        optedOut: totals.get('consent.withdrawn') ?? 0,
        renewalNotices: sent,
        renewed,
        renewalRate: renewalRate(
          renewed,
          sent,
          await store.openReminders(organizationId, { from, to }, found.timeZone),
        ),
      };
    },
    async checkDue() {
      for (const organizationId of await checks.due()) await check(organizationId);
    },
  };
}

function described(check: ChainCheck, at: Date): ConsentChainCheck {
  return { ...check, checkedAt: at.toISOString() };
}
