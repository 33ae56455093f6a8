import { CONNECT_SECONDS, type DailyCount } from '../analytics/analytics-store.js';
import type { Database, SqlExecutor } from './database.js';

/** Counts whose name or number may still change within these days: recounted, down to none. */
const CHANGING = `'notification', 'notification_reason', 'attempt', 'attempt_reason', 'attempt_late', 'renewal', 'sms'`;
const isChanging = (name: string): string => `split_part(${name}, '.', 1) IN (${CHANGING})`;

/** SQL: this WhatsApp send has no message of the customer's in the 24 hours before. */
export const UNSOLICITED = `NOT EXISTS (
  SELECT FROM whatsapp_optin.inbound_message_keys AS message
  WHERE message.organization_id = attempt.organization_id AND message.contact_id = attempt.contact_id
    AND message.business_number = attempt.business_number AND message.state = 'accepted'
    AND message.sent_at <= attempt.at AND message.sent_at > attempt.at - interval '24 hours')`;

/** SQL: this send lacks what its basis promises. */
export const UNPROVEN = `(attempt.basis IS NULL OR (attempt.basis = 'inbound' AND ${UNSOLICITED})
  OR (attempt.basis = 'proven' AND NOT EXISTS (
    SELECT FROM whatsapp_optin.inbound_message_keys AS message
    WHERE message.organization_id = attempt.organization_id AND message.contact_id = attempt.contact_id
      AND message.id = attempt.inbound_message_id AND message.state = 'accepted' AND message.sent_at <= attempt.at)))`;

/**
 * Facts of an organization ($1) since a moment ($2), each of one time and name; `times` where one fact counts more. The moment
 * is a value: the planner, who cannot know what a part of a statement will say, would scan whole tables for it.
 */
const FACTS = `
    SELECT created_at AS at, 'opt_in.' || type AS name, 1 AS times FROM whatsapp_optin.opt_in_events
    WHERE organization_id = $1::text AND created_at >= $2::timestamptz
    UNION ALL
    SELECT recorded_at, 'opt_in.connected', 1 FROM whatsapp_optin.consents
    WHERE organization_id = $1::text AND recorded_at >= $2::timestamptz AND method = 'opt_in_code'
    UNION ALL
    SELECT consent.recorded_at, 'connect_time.' || (
      SELECT COALESCE(min(bound)::text, 'more') FROM unnest(ARRAY[${CONNECT_SECONDS.join(', ')}]) AS bound
      WHERE extract(epoch FROM consent.recorded_at - opt_in.created_at) <= bound), 1
    FROM whatsapp_optin.consents AS consent
    JOIN whatsapp_optin.opt_ins AS opt_in
      ON opt_in.organization_id = consent.organization_id AND opt_in.id = consent.opt_in_id
    WHERE consent.organization_id = $1::text AND consent.recorded_at >= $2::timestamptz AND consent.method = 'opt_in_code'
    UNION ALL
    SELECT recorded_at, 'consent.' || action, 1 FROM whatsapp_optin.consents
    WHERE organization_id = $1::text AND recorded_at >= $2::timestamptz
    UNION ALL
    SELECT received_at, 'inbound', 1 FROM whatsapp_optin.whatsapp_inbound_messages
    WHERE organization_id = $1::text AND received_at >= $2::timestamptz
    UNION ALL
    SELECT message.received_at, 'webhook.' || key.state, 1
    FROM whatsapp_optin.whatsapp_inbound_messages AS message
    JOIN whatsapp_optin.inbound_message_keys AS key
      ON key.organization_id = message.organization_id AND key.contact_id = message.contact_id
     AND key.business_number = message.business_number AND key.id = message.id AND key.sent_at = message.sent_at
    WHERE message.organization_id = $1::text AND message.received_at >= $2::timestamptz AND key.state <> 'pending'
    UNION ALL
    SELECT received_at, 'webhook.kept', 1 FROM whatsapp_optin.kept_events
    WHERE organization_id = $1::text AND received_at >= $2::timestamptz
    UNION ALL
    SELECT initiated_at, 'session.opened', 1 FROM whatsapp_optin.whatsapp_sessions
    WHERE organization_id = $1::text AND initiated_at >= $2::timestamptz
    UNION ALL
    SELECT ended_at, 'session.ended_by_staff', 1 FROM whatsapp_optin.whatsapp_sessions
    WHERE organization_id = $1::text AND expires_at >= $2::timestamptz AND end_reason = 'staff' AND ended_at >= $2::timestamptz
    UNION ALL
    SELECT notice.created_at, counted.name, 1 FROM whatsapp_optin.renewal_notices AS notice
    CROSS JOIN LATERAL (VALUES ('renewal.sent'), (CASE WHEN EXISTS (
      SELECT FROM whatsapp_optin.inbound_message_keys AS message
      WHERE message.organization_id = notice.organization_id AND message.contact_id = notice.contact_id
        AND message.business_number = notice.business_number AND message.state = 'accepted'
        AND message.sent_at > notice.created_at AND message.sent_at <= notice.expires_at) THEN 'renewal.renewed' END)) AS counted (name)
    WHERE notice.organization_id = $1::text AND notice.created_at >= $2::timestamptz AND notice.sent AND counted.name IS NOT NULL
    UNION ALL
    SELECT log.created_at, counted.name, 1 FROM whatsapp_optin.notification_logs AS log
    CROSS JOIN LATERAL (VALUES ('notification.' || log.method),
      (CASE WHEN log.method = 'none' THEN 'notification_reason.' || log.reason END)) AS counted (name)
    WHERE log.organization_id = $1::text AND log.created_at >= $2::timestamptz AND log.kind = 'ticket' AND log.settled
      AND counted.name IS NOT NULL
    UNION ALL
    SELECT log.created_at, counted.name, 1 FROM whatsapp_optin.notification_logs AS log
    JOIN whatsapp_optin.notification_attempts AS attempt
      ON attempt.organization_id = log.organization_id AND attempt.notification_id = log.id AND attempt.status <> 'skipped'
    CROSS JOIN LATERAL (VALUES ('attempt.' || attempt.tier || '.' || attempt.status),
      (CASE WHEN attempt.late THEN 'attempt_late.' || attempt.tier END),
      (CASE WHEN attempt.status IN ('failed', 'unknown') THEN 'attempt_reason.' || attempt.tier || '.' || attempt.reason END)
      ) AS counted (name)
    WHERE log.organization_id = $1::text AND log.created_at >= $2::timestamptz AND counted.name IS NOT NULL
    UNION ALL
    SELECT attempt.at, counted.name, 1 FROM whatsapp_optin.notification_attempts AS attempt
    CROSS JOIN LATERAL (VALUES ('whatsapp.sends'), (CASE WHEN ${UNSOLICITED} THEN 'whatsapp.unsolicited' END)) AS counted (name)
    WHERE attempt.organization_id = $1::text AND attempt.at >= $2::timestamptz AND attempt.tier = 'whatsapp'
      AND attempt.status <> 'skipped' AND counted.name IS NOT NULL
    UNION ALL
    SELECT attempt.at, counted.name, 1 FROM whatsapp_optin.notification_attempts AS attempt
    CROSS JOIN LATERAL (VALUES ('basis.' || attempt.tier || '.' || attempt.basis),
      (CASE WHEN ${UNPROVEN} THEN 'unproven.' || attempt.tier || '.' || attempt.basis END)) AS counted (name)
    WHERE attempt.organization_id = $1::text AND attempt.at >= $2::timestamptz AND attempt.status <> 'skipped'
      AND counted.name IS NOT NULL
    UNION ALL
    SELECT created_at, counted.name, counted.times FROM whatsapp_optin.sms_notifications AS sms
    CROSS JOIN LATERAL (VALUES ('sms.messages', 1), ('sms.segments', COALESCE(sms.segments, 0)),
      ('sms.unknown_cost', CASE WHEN sms.cost_cents IS NULL THEN 1 ELSE 0 END),
      (CASE WHEN sms.cost_is_estimated THEN 'sms.estimated_cost' ELSE 'sms.cost' END, round(COALESCE(sms.cost_cents, 0) * 10000)::int)
      ) AS counted (name, times)
    WHERE sms.organization_id = $1::text AND sms.created_at >= $2::timestamptz AND counted.times > 0`;

/**
 * Recounts today, yesterday and the day before: a delivery may be known late, and a run may have been missed.
 * A count of what may be forgotten within these days never falls; how notifications ended may still change, even to none.
 */
const ROLL_UP = `
INSERT INTO whatsapp_optin.daily_counts AS kept (organization_id, day, name, count)
SELECT $1::text, fact.day, fact.name, sum(fact.times)
FROM (
  SELECT (found.at AT TIME ZONE $3::text)::date AS day, found.name, found.times
  FROM (${FACTS}) AS found
  UNION ALL
  SELECT day, name, 0 FROM whatsapp_optin.daily_counts
  WHERE organization_id = $1::text AND day >= $4::date AND ${isChanging('name')}
) AS fact
GROUP BY fact.day, fact.name
-- In one order, so that of two processes one waits for the other, and neither for both.
ORDER BY fact.day, fact.name
ON CONFLICT (organization_id, day, name) DO UPDATE
SET count = CASE WHEN ${isChanging('kept.name')} THEN EXCLUDED.count ELSE GREATEST(kept.count, EXCLUDED.count) END,
    updated_at = clock_timestamp()
WHERE kept.count <> EXCLUDED.count`;

/** The three days of each organization, by its own clock. */
const LAST_DAYS = `
SELECT organization.id, organization.time_zone, to_char(first.day, 'YYYY-MM-DD') AS first_day,
       first.day::timestamp AT TIME ZONE organization.time_zone AS since
FROM whatsapp_optin.organizations AS organization
CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE organization.time_zone)::date - 2 AS day) AS first
WHERE $1::text IS NULL OR organization.id = $1::text
ORDER BY organization.id`;

const READ = `
SELECT to_char(daily.day, 'YYYY-MM-DD') AS day, daily.name, daily.count::float8 AS count
FROM whatsapp_optin.daily_counts AS daily
JOIN whatsapp_optin.organizations AS organization ON organization.id = daily.organization_id
WHERE daily.organization_id = $1::text AND daily.count > 0
  AND daily.day > (clock_timestamp() AT TIME ZONE organization.time_zone)::date - $2::int
ORDER BY daily.day, daily.name`;

const READ_RANGE = `
SELECT to_char(daily.day, 'YYYY-MM-DD') AS day, daily.name, daily.count::float8 AS count
FROM whatsapp_optin.daily_counts AS daily
WHERE daily.organization_id = $1::text AND daily.day BETWEEN $2::date AND $3::date AND daily.count > 0
ORDER BY daily.day, daily.name`;

const SUM_EVER = `
SELECT name, sum(count)::float8 AS count FROM whatsapp_optin.daily_counts
WHERE organization_id = $1::text AND name = ANY ($2::text[]) GROUP BY name`;

const TODAY = `
SELECT to_char((clock_timestamp() AT TIME ZONE time_zone)::date, 'YYYY-MM-DD') AS today, time_zone
FROM whatsapp_optin.organizations WHERE id = $1::text`;

type CountRow = DailyCount & Record<string, unknown>;

/**
 * Safe to run at any time, in several processes at once; to be run before old rows are forgotten.
 *
 * @param organizationId - of one alone; all by default.
 */
export async function rollUpDays(database: SqlExecutor, organizationId: string | null = null): Promise<void> {
  const organizations = await database.query<{ id: string; time_zone: string; first_day: string; since: Date }>(
    LAST_DAYS,
    [organizationId],
  );
  for (const { id, since, time_zone: timeZone, first_day: firstDay } of organizations) {
    await database.query(ROLL_UP, [id, since, timeZone, firstDay]);
  }
}

export async function readDailyCounts(
  database: Database,
  organizationId: string,
  sinceDays: number,
): Promise<DailyCount[]> {
  return database.query<CountRow>(READ, [organizationId, sinceDays]);
}

/** What the reports are made of. */
export function createDailyReader(database: Database) {
  return {
    rollUp: (organizationId: string) => rollUpDays(database, organizationId),
    readRange: (organizationId: string, from: string, to: string): Promise<DailyCount[]> =>
      database.query<CountRow>(READ_RANGE, [organizationId, from, to]),
    async sumEver(organizationId: string, names: readonly string[]): Promise<Map<string, number>> {
      const rows = await database.query<{ name: string; count: number }>(SUM_EVER, [organizationId, names]);
      return new Map(rows.map(({ name, count }) => [name, count]));
    },
    async today(organizationId: string): Promise<{ today: string; timeZone: string } | null> {
      const [row] = await database.query<{ today: string; time_zone: string }>(TODAY, [organizationId]);
      return row === undefined ? null : { today: row.today, timeZone: row.time_zone };
    },
  };
}
