import { NOTIFICATION_TYPES, type ComplianceReport, type Lateness } from '@whatsapp-optin/sdk/contract';
import type { AnalyticsStore } from '../analytics/analytics-store.js';
import { readDailyCounts } from './daily-counts.js';
import { UNPROVEN, UNSOLICITED } from './daily-facts.js';
import type { Database } from './database.js';
import { COUNT_REACTIONS } from './reaction-statements.js';

const SMS_SPEND = `
SELECT COALESCE((SELECT usage.claimed FROM whatsapp_optin.sms_usage AS usage
                 WHERE usage.organization_id = $1::text AND usage.day = (clock_timestamp() AT TIME ZONE $2::text)::date), 0) AS used_today,
       count(*) FILTER (WHERE segments IS DISTINCT FROM 0)::int AS messages, COALESCE(sum(segments), 0)::int AS segments,
       COALESCE(sum(cost_cents) FILTER (WHERE NOT cost_is_estimated), 0)::float8 AS cost_cents,
       COALESCE(sum(cost_cents) FILTER (WHERE cost_is_estimated), 0)::float8 AS estimated_cost_cents,
       count(*) FILTER (WHERE cost_cents IS NULL)::int AS unknown_cost
FROM whatsapp_optin.sms_notifications
WHERE organization_id = $1::text AND created_at > clock_timestamp() - interval '30 days'`;

/** Shown with its result: anybody with the database can ask it again. */
export const PROOF = `
SELECT count(*)::int AS sends, count(*) FILTER (WHERE ${UNSOLICITED})::int AS unsolicited
FROM whatsapp_optin.notification_attempts AS attempt
WHERE attempt.organization_id = $1::text AND attempt.tier = 'whatsapp' AND attempt.status <> 'skipped'`;

/** The same for all tiers: what their sends rest on, and how many lack it. */
export const BASES_PROOF = `
SELECT attempt.tier, attempt.basis, count(*)::int AS sends, count(*) FILTER (WHERE ${UNPROVEN})::int AS unproven
FROM whatsapp_optin.notification_attempts AS attempt
WHERE attempt.organization_id = $1::text AND attempt.status <> 'skipped'
GROUP BY attempt.tier, attempt.basis ORDER BY attempt.tier, attempt.basis`;

/** An id begins with its moment in milliseconds (UUIDv7), so the primary key finds the days. */
const idAt = (moment: string): string =>
  `(lpad(to_hex(floor(extract(epoch FROM ${moment}) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid`;

// A reminder goes out within the 24 hours of a window; an hour more is for clocks.
const OPEN_REMINDERS = `
SELECT count(*)::int AS count FROM whatsapp_optin.renewal_notices AS notice
WHERE notice.organization_id = $1::text AND notice.sent
  AND notice.created_at > clock_timestamp() - interval '25 hours' AND notice.expires_at > clock_timestamp()
  AND (notice.created_at AT TIME ZONE $4::text)::date BETWEEN $2::date AND $3::date
  AND NOT EXISTS (
    SELECT FROM whatsapp_optin.inbound_message_keys AS message
    WHERE message.organization_id = notice.organization_id AND message.contact_id = notice.contact_id
      AND message.business_number = notice.business_number AND message.state = 'accepted'
      AND message.sent_at > notice.created_at AND message.sent_at <= notice.expires_at)`;

const SHOWN_OPT_INS = `
SELECT count(*)::int AS shown,
       count(*) FILTER (WHERE state = 'idle' AND expires_at <= clock_timestamp() AND NOT 'copied' = ANY (reported_events))::int AS unopened
FROM whatsapp_optin.opt_ins
WHERE organization_id = $1::text AND 'impression' = ANY (reported_events)
  AND id >= ${idAt(`(($2::date)::timestamp AT TIME ZONE $4::text)`)}
  AND id < ${idAt(`(($3::date + 1)::timestamp AT TIME ZONE $4::text)`)}`;

type BasisRow = ComplianceReport['proof']['bases'][number] & Record<string, unknown>;

interface ReactionRow extends Record<string, unknown> {
  type: string;
  lateness: Lateness;
  up: number;
  down: number;
}

interface SpendRow extends Record<string, unknown> {
  used_today: number;
  messages: number;
  segments: number;
  cost_cents: number;
  estimated_cost_cents: number;
  unknown_cost: number;
}

/** @param reads - may be a moment old. Daily counts are read after they were written, so they come from `database`. */
export function createAnalyticsStore(database: Database, reads: Database = database): AnalyticsStore {
  return {
    dailyCounts: (organizationId, sinceDays) => readDailyCounts(database, organizationId, sinceDays),
    async smsSpend(organizationId, timeZone) {
      const [row] = await reads.query<SpendRow>(SMS_SPEND, [organizationId, timeZone]);
      return {
        usedToday: row?.used_today ?? 0,
        messages: row?.messages ?? 0,
        segments: row?.segments ?? 0,
        costCents: row?.cost_cents ?? 0,
        estimatedCostCents: row?.estimated_cost_cents ?? 0,
        unknownCost: row?.unknown_cost ?? 0,
      };
    },
    async shownOptIns(organizationId, { from, to }, timeZone) {
      const values = [organizationId, from, to, timeZone];
      const [row] = await reads.query<{ shown: number; unopened: number }>(SHOWN_OPT_INS, values);
      return { shown: row?.shown ?? 0, unopened: row?.unopened ?? 0 };
    },
    async openReminders(organizationId, { from, to }, timeZone) {
      const values = [organizationId, from, to, timeZone];
      return (await reads.query<{ count: number }>(OPEN_REMINDERS, values))[0]?.count ?? 0;
    },
    async reactions(organizationId, { from, to }, timeZone) {
      const rows = await reads.query<ReactionRow>(COUNT_REACTIONS, [organizationId, from, to, timeZone]);
      return rows.flatMap(({ type, lateness, up, down }) => {
        const known = NOTIFICATION_TYPES.find((one) => one === type);
        return known === undefined ? [] : [{ type: known, lateness, up, down }];
      });
    },
    async proof(organizationId) {
      const [row] = await reads.query<{ sends: number; unsolicited: number }>(PROOF, [organizationId]);
      return {
        sends: row?.sends ?? 0,
        unsolicited: row?.unsolicited ?? 0,
        query: PROOF.trim(),
        bases: await reads.query<BasisRow>(BASES_PROOF, [organizationId]),
        basesQuery: BASES_PROOF.trim(),
      };
    },
  };
}
