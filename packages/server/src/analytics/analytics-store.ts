import type { ComplianceReport, DeliveryAnalytics } from '@whatsapp-optin/sdk/contract';
import type { ChainCheck } from '../consents/consent-ledger.js';
import type { Days } from './day-range.js';
import type { RenewalStats } from '../renewals/renewal-store.js';

/** What SMS cost, as far as it is known. */
export interface SmsSpend {
  /** The day in the organization's zone. */
  usedToday: number;
  /** Of the last 30 days. */
  messages: number;
  /** Segments of these messages; a long SMS has several. */
  segments: number;
  /** Sum of the prices that vendors reported, in cents of their currency. */
  costCents: number;
  /** Sum of the estimates for other messages, in the same cents; not part of `costCents`. */
  estimatedCostCents: number;
  /** Messages with neither price nor estimate; in neither sum. */
  unknownCost: number;
}

/** The promise in two numbers, and the query behind them. */
export interface UnsolicitedProof {
  /** WhatsApp sends, welcomes and confirmations included. */
  sends: number;
  /** Of these, those without a message of that very person to that very number in the 24 hours before: 0. */
  unsolicited: number;
  /** The SQL text that counted them, to be run by anyone with access to the database. */
  query: string;
  /** What the sends of each tier rest on; `unproven` ones lack what their basis promises: 0. */
  bases: ComplianceReport['proof']['bases'];
  /** The SQL text of `bases`. */
  basesQuery: string;
}

/** One count of one day, kept when what was counted is forgotten. */
export interface DailyCount {
  /** `2026-11-24`, in the organization's zone. */
  day: string;
  /** `opt_in.connected`, `notification.sms_fallback` and their like. */
  name: string;
  /** 1 or more; days without a count have no entry. */
  count: number;
}

export interface AnalyticsStore {
  /** Counts of the last `sinceDays` days, today included; oldest first, without zeros. At most minutes old. */
  dailyCounts(organizationId: string, sinceDays: number): Promise<DailyCount[]>;
  smsSpend(organizationId: string, timeZone: string): Promise<SmsSpend>;
  proof(organizationId: string): Promise<UnsolicitedProof>;
  /** Opt-ins of days by `2026-11-24`, both included: prompts that were seen, and those that nobody opened. */
  shownOptIns(organizationId: string, days: Days, timeZone: string): Promise<ComplianceReport['optIns']>;
  /** Reminders of these days that their customer has not answered and still can. */
  openReminders(organizationId: string, days: Days, timeZone: string): Promise<number>;
  /** Of days by `2026-11-24`, both included. */
  reactions(organizationId: string, days: Days, timeZone: string): Promise<DeliveryAnalytics['reactions']>;
}

export interface AnalyticsService extends AnalyticsStore {
  renewals(organizationId: string, sinceDays: number): Promise<RenewalStats>;
}

/** How long opt-ins took to connect is counted up to these seconds; longer ones as `more`. */
export const CONNECT_SECONDS = [5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 3600] as const;

/** The counts behind the reports. */
export interface DailyReader {
  /** Recounts the last days of this organization. */
  rollUp(organizationId: string): Promise<void>;
  /** Days by `2026-11-24`, both included. */
  readRange(organizationId: string, from: string, to: string): Promise<DailyCount[]>;
  /** Over all days that there are. */
  sumEver(organizationId: string, names: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** `null` where there is no such organization. */
  today(organizationId: string): Promise<{ today: string; timeZone: string } | null>;
}

export interface ChainCheckStore {
  last(organizationId: string): Promise<{ check: ChainCheck; checkedAt: Date } | null>;
  keep(organizationId: string, check: ChainCheck): Promise<Date>;
  /** Organizations whose last check is older than a day, or that have none. */
  due(): Promise<string[]>;
}
