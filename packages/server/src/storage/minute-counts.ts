import type { Database, Row, SqlExecutor } from './database.js';
import { FACTS } from './daily-facts.js';

/** Counts whose name or number may still change while their minute is counted again: down to none. */
const CHANGING = `'notification', 'notification_reason', 'attempt', 'attempt_reason', 'attempt_late', 'renewal', 'sms'`;
const isChanging = (name: string): string => `split_part(${name}, '.', 1) IN (${CHANGING})`;

/** How far before the last count the next one begins: no transaction that it missed lasts as long. */
const OVERLAP = `interval '10 minutes'`;

/**
 * What one transaction reads at first: after a long rest, or an update from a version without minutes, there may be much. A
 * quick one is followed by a longer one.
 */
const FIRST_STEP_HOURS = 2;
const QUICK_MS = 250;
const STEP_FACTOR = 18;

/** Nested loops over the few minutes, whatever the statistics say: no join reads a whole table. */
const BY_INDEX = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];
const PLAN_BY_INDEX = BY_INDEX.map((setting) => `SET LOCAL ${setting} = off`).join('; ');
const PLAN_AS_EVER = BY_INDEX.map((setting) => `SET LOCAL ${setting} TO DEFAULT`).join('; ');

/** Locks the organization's count, and says what to read: since the last count, and the minutes that changed since. */
const BEGIN_COUNT = `
WITH days AS (
  SELECT time_zone, first.day, first.day::timestamp AT TIME ZONE time_zone AS since
  FROM whatsapp_optin.organizations
  CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE time_zone)::date - 2 AS day) AS first
  WHERE id = $1::text
), progress AS (
  INSERT INTO whatsapp_optin.count_progress AS progress (organization_id, counted_until, counted_before)
  SELECT $1::text, LEAST(clock_timestamp(), since + make_interval(hours => $2::int)), '-infinity' FROM days
  ON CONFLICT (organization_id) DO UPDATE
  SET counted_until = LEAST(clock_timestamp(), GREATEST(progress.counted_until, (SELECT since FROM days)) + make_interval(hours => $2::int)),
      counted_before = progress.counted_until
  RETURNING date_trunc('minute', counted_before - ${OVERLAP}) AS begins, counted_until AS ends
), marked AS (
  DELETE FROM whatsapp_optin.minutes_to_recount WHERE organization_id = $1::text RETURNING minute
)
SELECT days.time_zone, to_char(days.day, 'YYYY-MM-DD') AS first_day, progress.ends,
       progress.ends < clock_timestamp() - interval '1 minute' AS lags,
       ARRAY[GREATEST(progress.begins, days.since)] || ARRAY(
         SELECT DISTINCT marked.minute FROM marked WHERE marked.minute >= days.since AND marked.minute < progress.begins) AS begins
FROM days, progress`;

/** Minutes of what an erasure will delete, as far as no count has read them. */
const BEGIN_PERSON = `
WITH progress AS (
  INSERT INTO whatsapp_optin.count_progress AS progress (organization_id, counted_until, counted_before)
  SELECT id, '-infinity', '-infinity' FROM whatsapp_optin.organizations WHERE id = $1::text
  ON CONFLICT (organization_id) DO UPDATE SET counted_before = progress.counted_before
  RETURNING counted_until - ${OVERLAP} AS begins
), days AS (
  SELECT organization.time_zone, first.day,
         GREATEST(progress.begins, first.day::timestamp AT TIME ZONE organization.time_zone) AS since
  FROM progress JOIN whatsapp_optin.organizations AS organization ON organization.id = $1::text
  CROSS JOIN LATERAL (SELECT (clock_timestamp() AT TIME ZONE organization.time_zone)::date - 2 AS day) AS first
)
SELECT time_zone, to_char(day, 'YYYY-MM-DD') AS first_day, NULL::timestamptz AS ends, ARRAY(
  SELECT date_trunc('minute', message.received_at) FROM whatsapp_optin.whatsapp_inbound_messages AS message
  WHERE message.organization_id = $1::text AND message.contact_id = ANY ($2::uuid[]) AND message.received_at >= days.since
  UNION
  SELECT date_trunc('minute', message.received_at) FROM whatsapp_optin.whatsapp_inbound_messages AS message
  WHERE message.organization_id = $1::text AND message.phone_number = ANY ($3::text[]) AND message.received_at >= days.since
  UNION
  SELECT date_trunc('minute', received_at) FROM whatsapp_optin.kept_events
  WHERE organization_id = $1::text AND received_at >= days.since) AS begins
FROM days`;

/**
 * Counts the minutes that begin at $2; the first of them lasts until $5 where that is a moment. What is only ever deleted never
 * falls; how notifications ended may still change, even to none.
 */
const COUNT_MINUTES = `
WITH span AS MATERIALIZED (
  SELECT begins, COALESCE(date_trunc('minute', CASE WHEN place = 1 THEN $5::timestamptz END), begins) + interval '1 minute' AS ends
  FROM unnest($2::timestamptz[]) WITH ORDINALITY AS given (begins, place)
), notice_span AS MATERIALIZED (
  SELECT begins, ends FROM span
  UNION
  -- A message renews what a notice was sent about, up to a day before.
  SELECT date_trunc('minute', notice.created_at), date_trunc('minute', notice.created_at) + interval '1 minute'
  FROM span
  JOIN whatsapp_optin.whatsapp_inbound_messages AS message
    ON message.organization_id = $1::text AND message.received_at >= span.begins AND message.received_at < span.ends
  JOIN whatsapp_optin.whatsapp_sessions AS session
    ON session.organization_id = $1::text AND session.business_number = message.business_number
   AND session.contact_id = message.contact_id
  JOIN whatsapp_optin.renewal_notices AS notice
    ON notice.organization_id = $1::text AND notice.session_id = session.id
  WHERE NOT EXISTS (SELECT FROM span AS other WHERE notice.created_at >= other.begins AND notice.created_at < other.ends)
), counted AS MATERIALIZED (
  SELECT (fact.day_at AT TIME ZONE $3::text)::date AS day, fact.name, date_trunc('minute', fact.at) AS minute, fact.times
  FROM (${FACTS}) AS fact
  UNION ALL
  SELECT kept.day, kept.name, kept.minute, 0 FROM whatsapp_optin.minute_counts AS kept
  JOIN span ON kept.minute >= span.begins AND kept.minute < span.ends
  WHERE kept.organization_id = $1::text
  UNION ALL
  SELECT kept.day, kept.name, kept.minute, 0 FROM whatsapp_optin.minute_counts AS kept
  JOIN notice_span ON kept.minute >= notice_span.begins AND kept.minute < notice_span.ends
  WHERE kept.organization_id = $1::text AND split_part(kept.name, '.', 1) = 'renewal'
), written AS (
  INSERT INTO whatsapp_optin.minute_counts AS kept (organization_id, day, name, minute, count, found)
  SELECT $1::text, day, name, minute, sum(times), sum(times) FROM counted WHERE day >= $4::date
  GROUP BY day, name, minute
  ON CONFLICT (organization_id, day, name, minute) DO UPDATE
  SET count = CASE WHEN ${isChanging('kept.name')} THEN EXCLUDED.found
        ELSE kept.count + GREATEST(0, EXCLUDED.found - kept.found) END,
      found = EXCLUDED.found
  WHERE kept.found <> EXCLUDED.found
)
SELECT DISTINCT to_char(day, 'YYYY-MM-DD') AS day, name FROM counted WHERE day >= $4::date`;

/** The days are the sums of their minutes. The former version, which may run beside, counts whole days: no sum is below them. */
const SUM_DAYS = `
INSERT INTO whatsapp_optin.daily_counts AS kept (organization_id, day, name, count)
SELECT $1::text, given.day, given.name, sum(minute.count)
FROM unnest($2::date[], $3::text[]) AS given (day, name)
JOIN whatsapp_optin.minute_counts AS minute
  ON minute.organization_id = $1::text AND minute.day = given.day AND minute.name = given.name
GROUP BY given.day, given.name
-- In one order, so that of two processes one waits for the other, and neither for both.
ORDER BY given.day, given.name
ON CONFLICT (organization_id, day, name) DO UPDATE
SET count = CASE WHEN ${isChanging('kept.name')} THEN EXCLUDED.count ELSE GREATEST(kept.count, EXCLUDED.count) END,
    updated_at = clock_timestamp()
WHERE kept.count <> EXCLUDED.count`;

const FORGET_MINUTES = `DELETE FROM whatsapp_optin.minute_counts WHERE organization_id = $1::text AND day < $2::date`;

const ORGANIZATIONS = `SELECT id FROM whatsapp_optin.organizations ORDER BY id`;

interface Span extends Row {
  time_zone: string;
  first_day: string;
  begins: Date[];
  /** `null`: each span is a minute. */
  ends: Date | null;
  /** There is more to count. */
  lags?: boolean;
}

/**
 * Brings the daily counts of the last three days up to date. Reads what happened since the last run, and the minutes in which
 * an older row has changed. Safe to run at any time, in several processes at once; to be run before old rows are forgotten.
 *
 * @param organizationId - of one alone; all by default.
 */
export async function rollUpDays(database: Database, organizationId: string | null = null): Promise<void> {
  const ids =
    organizationId === null
      ? (await database.query<{ id: string }>(ORGANIZATIONS)).map(({ id }) => id)
      : [organizationId];
  for (const id of ids) {
    let hours = FIRST_STEP_HOURS;
    let lags = true;
    while (lags) {
      const begunAtMs = performance.now();
      lags = await countNext(database, id, hours);
      hours = performance.now() - begunAtMs < QUICK_MS ? hours * STEP_FACTOR : FIRST_STEP_HOURS;
    }
  }
}

/** @returns whether there is more to count */
async function countNext(database: Database, organizationId: string, hours: number): Promise<boolean> {
  return database.transaction(
    async (transaction) => {
      const [span] = await transaction.query<Span>(BEGIN_COUNT, [organizationId, Math.min(hours, 96)]);
      if (span === undefined) return false;
      await countMinutes(transaction, organizationId, span);
      await transaction.query(FORGET_MINUTES, [organizationId, span.first_day]);
      return span.lags === true;
      // It waits for the row of its organization. At a stricter level it would meet a conflict with each writer, too.
    },
    { readsCommitted: true },
  );
}

/**
 * Erases a person by `erase`, in the transaction of both. Counts before what will be deleted, and nothing else; and what is left
 * of these minutes afterwards, so that whatever is added to them counts.
 */
export async function countAround<Result>(
  transaction: SqlExecutor,
  organizationId: string,
  person: { persons: readonly string[]; phones: readonly string[] },
  erase: () => Promise<Result>,
): Promise<Result> {
  const [span] = await transaction.query<Span>(BEGIN_PERSON, [organizationId, person.persons, person.phones]);
  const count = async (): Promise<void> => {
    if (span && span.begins.length > 0) await countMinutes(transaction, organizationId, span);
  };
  await count();
  const result = await erase();
  await count();
  return result;
}

async function countMinutes(transaction: SqlExecutor, organizationId: string, span: Span): Promise<void> {
  await transaction.query(PLAN_BY_INDEX);
  const values = [organizationId, span.begins, span.time_zone, span.first_day, span.ends];
  const counted = await transaction.query<{ day: string; name: string }>(COUNT_MINUTES, values);
  if (counted.length > 0) {
    await transaction.query(SUM_DAYS, [organizationId, counted.map(({ day }) => day), counted.map(({ name }) => name)]);
  }
  await transaction.query(PLAN_AS_EVER);
}
