import type { RenewalStats } from '../renewals/renewal-store.js';

/** What SMS cost, as far as it is known. */
export interface SmsSpend {
  /** The day in the organization's zone. */
  usedToday: number;
  /** Of the last 30 days. */
  messages: number;
  segments: number;
  /** In cents of the vendor's currency: what vendors told, and what is estimated. Messages of unknown cost are counted apart. */
  costCents: number;
  estimatedCostCents: number;
  unknownCost: number;
}

/** The promise in two numbers, and the query behind them. */
export interface UnsolicitedProof {
  /** WhatsApp sends, welcomes and confirmations included. */
  sends: number;
  /** Of these, those without a message of that very person to that very number in the 24 hours before: 0. */
  unsolicited: number;
  query: string;
}

/** One count of one day, kept when what was counted is forgotten. */
export interface DailyCount {
  /** `2026-11-24`, in the organization's zone. */
  day: string;
  /** `opt_in.connected`, `notification.sms_fallback` and their like. */
  name: string;
  count: number;
}

export interface AnalyticsStore {
  /** Of the last so many days, today included; oldest first, zeros left out. Minutes old at most. */
  dailyCounts(organizationId: string, sinceDays: number): Promise<DailyCount[]>;
  smsSpend(organizationId: string, timeZone: string): Promise<SmsSpend>;
  proof(organizationId: string): Promise<UnsolicitedProof>;
}

export interface AnalyticsDesk extends AnalyticsStore {
  renewals(organizationId: string, sinceDays: number): Promise<RenewalStats>;
}
