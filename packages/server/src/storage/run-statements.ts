import { FORGET_BATCH } from './forget-in-batches.js';
import { itemsSql, waitingSql } from './set-statement.js';

/** Lease of a running dispatch. After it, another process claims the run. */
const RUN_LEASE = `interval '2 minutes'`;

/** What the document of a notification shows. */
const LOG_COLUMNS = `log.id, log.kind, log.type, log.success, log.settled, log.method, log.reason, log.delivered_to`;

const attemptJson = (attempt: string, late: string): string => `json_build_object(
  'tier', ${attempt}.tier, 'status', ${attempt}.status, 'late', ${late}, 'reason', ${attempt}.reason,
  'provider_message_id', ${attempt}.provider_message_id, 'error_code', ${attempt}.error_code, 'basis', ${attempt}.basis,
  'at', ${attempt}.at)`;

/** What a run begins with, besides its key. */
export const RUN_COLUMNS = `kind text, type text, ticket_id text, contact_id uuid, locale text, content jsonb, tiers text[],
  deadline_seconds int, answers_message_id uuid, written_by text`;

/** SQL: the runs of `item` begin; one that is stored already stays as it is. */
export const beginSql = (items: string): string => `
INSERT INTO whatsapp_optin.notification_logs
  (organization_id, id, kind, type, ticket_id, contact_id, locale, content, tiers_left, deadline_at, due_at,
   answers_message_id, written_by)
SELECT item.organization_id, item.notification_id, item.kind, item.type, item.ticket_id, item.contact_id, item.locale, item.content,
       item.tiers, clock_timestamp() + make_interval(secs => item.deadline_seconds), clock_timestamp() + ${RUN_LEASE},
       item.answers_message_id, item.written_by
FROM ${items} ORDER BY item.organization_id, item.notification_id
ON CONFLICT (organization_id, id) DO NOTHING`;

export const BEGIN_RUNS = `
WITH item AS (SELECT * FROM ${itemsSql(`organization_id text, notification_id uuid, ${RUN_COLUMNS}`)}),
begun AS (${beginSql('item')} RETURNING organization_id, id)
SELECT item.position FROM item JOIN begun ON begun.organization_id = item.organization_id AND begun.id = item.notification_id`;

/**
 * Saves the progress of runs: their skips become rows, the log gets its result so far. Settled, or waiting for a status or for
 * the time of another try. `step` was read when the run began: a run that another has overtaken changes nothing,
 * unless it reached the person where the other reached nobody. Answers with the notification as it stands.
 */
const saveProgress = (how: 'alone' | 'together'): string => `
WITH item AS (
  SELECT * FROM ${itemsSql(`organization_id text, notification_id uuid, success boolean, method text, reason text,
    delivered_to text, settled boolean, tiers_left text[], waiting_tier text, waiting_for text, due_in_ms int, step int,
    skips jsonb`)}
),
locked AS (
  SELECT item.* FROM item
  JOIN whatsapp_optin.notification_logs AS log ON log.organization_id = item.organization_id AND log.id = item.notification_id
  ORDER BY log.organization_id, log.id
  FOR NO KEY UPDATE OF log${waitingSql(how)}
),
skipped AS (
  INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status, reason)
  SELECT locked.organization_id, skip.id, locked.notification_id, skip.tier, skip.number, 'skipped', skip.reason
  FROM locked CROSS JOIN LATERAL jsonb_to_recordset(locked.skips) AS skip (id uuid, tier text, reason text, number int)
  ORDER BY locked.organization_id, locked.notification_id, skip.tier, skip.number
  ON CONFLICT (organization_id, notification_id, tier, attempt_number) DO NOTHING
  RETURNING *
),
-- News that came while the next tier was on its way, and so found no later attempt.
overtaken AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt SET late = true
  FROM locked, whatsapp_optin.notification_attempts AS other
  WHERE attempt.organization_id = locked.organization_id AND attempt.notification_id = locked.notification_id AND NOT attempt.late
    AND attempt.status IN ('sent', 'delivered', 'read', 'failed')
    AND other.organization_id = locked.organization_id AND other.notification_id = locked.notification_id AND other.status <> 'skipped'
    AND other.at > attempt.at AND attempt.updated_at > other.at
  RETURNING attempt.id
),
verdict AS (
  SELECT locked.*, tried.*, reached.method IS NOT NULL AS corrected, locked.success OR reached.method IS NOT NULL AS succeeded,
         locked.settled OR reached.method IS NOT NULL AS is_settled, COALESCE(reached.method, locked.method) AS by_method
  FROM locked
  CROSS JOIN LATERAL (
    SELECT bool_or(tier = 'push') AS push, bool_or(tier = 'whatsapp') AS whatsapp, bool_or(tier = 'sms') AS sms,
           max(COALESCE(error_code, attempt.reason)) FILTER (WHERE tier = 'whatsapp') AS whatsapp_error,
           max(COALESCE(error_code, attempt.reason)) FILTER (WHERE tier = 'sms') AS sms_error
    FROM whatsapp_optin.notification_attempts AS attempt
    WHERE organization_id = locked.organization_id AND notification_id = locked.notification_id AND status <> 'skipped'
  ) AS tried
  -- Meanwhile, a status may confirm an attempt that this run counts as lost.
  LEFT JOIN LATERAL (
    SELECT CASE tier WHEN 'push' THEN 'push' WHEN 'whatsapp' THEN 'whatsapp_fallback' ELSE 'sms_fallback' END AS method
    FROM whatsapp_optin.notification_attempts
    WHERE organization_id = locked.organization_id AND notification_id = locked.notification_id AND NOT locked.success
      AND status IN ('accepted', 'sent', 'delivered', 'read')
    ORDER BY at DESC LIMIT 1
  ) AS reached ON true
),
saved AS (
  UPDATE whatsapp_optin.notification_logs AS log
  SET success = verdict.succeeded, settled = verdict.is_settled, method = verdict.by_method, delivered_to = verdict.delivered_to,
      reason = CASE WHEN NOT verdict.corrected THEN verdict.reason END, tiers_left = verdict.tiers_left,
      waiting_tier = CASE WHEN NOT verdict.corrected THEN verdict.waiting_tier END,
      waiting_for = CASE WHEN NOT verdict.corrected THEN verdict.waiting_for END,
      -- No later than the deadline, at which nothing is left to try.
      due_at = CASE WHEN NOT verdict.corrected AND verdict.due_in_ms IS NOT NULL THEN LEAST(
        clock_timestamp() + verdict.due_in_ms * interval '1 millisecond',
        CASE WHEN verdict.waiting_tier IS NULL THEN log.deadline_at END) END,
      step = log.step + 1,
      push_attempted = COALESCE(verdict.push, false), push_success = verdict.by_method = 'push',
      whatsapp_attempted = COALESCE(verdict.whatsapp, false), whatsapp_success = verdict.by_method = 'whatsapp_fallback',
      whatsapp_error = CASE WHEN verdict.by_method <> 'whatsapp_fallback' THEN verdict.whatsapp_error END,
      sms_attempted = COALESCE(verdict.sms, false), sms_success = verdict.by_method = 'sms_fallback',
      sms_error = CASE WHEN verdict.by_method <> 'sms_fallback' THEN verdict.sms_error END,
      final_delivery_method = CASE verdict.by_method WHEN 'push' THEN 'push' WHEN 'whatsapp_fallback' THEN 'whatsapp'
        WHEN 'sms_fallback' THEN 'sms' ELSE 'none' END,
      result = CASE WHEN verdict.succeeded THEN 'accepted' ELSE 'no_delivery_method' END,
      updated_at = clock_timestamp()
  FROM verdict
  WHERE log.organization_id = verdict.organization_id AND log.id = verdict.notification_id AND (
    (log.step = verdict.step AND NOT log.settled) OR (verdict.success AND log.settled AND NOT log.success))
  RETURNING verdict.position, ${LOG_COLUMNS}
)
SELECT item.position, NOT EXISTS (SELECT FROM locked WHERE locked.position = item.position) AS busy, saved.*,
       (SELECT json_agg(${attemptJson('attempt', `attempt.late OR attempt.id IN (SELECT id FROM overtaken)`)} ORDER BY attempt.attempt_number, attempt.at)
        FROM (SELECT * FROM skipped
              UNION ALL
              SELECT * FROM whatsapp_optin.notification_attempts) AS attempt
        WHERE attempt.organization_id = item.organization_id AND attempt.notification_id = saved.id) AS attempts
FROM item LEFT JOIN saved USING (position)`;

export const SAVE_PROGRESS = { together: saveProgress('together'), alone: saveProgress('alone') };

export const FIND_NOTIFICATIONS = `
SELECT item.position, ${LOG_COLUMNS},
       (SELECT json_agg(${attemptJson('attempt', 'attempt.late')} ORDER BY attempt.attempt_number, attempt.at)
        FROM whatsapp_optin.notification_attempts AS attempt
        WHERE attempt.organization_id = log.organization_id AND attempt.notification_id = log.id) AS attempts
FROM ${itemsSql('organization_id text, notification_id uuid')}
JOIN whatsapp_optin.notification_logs AS log ON log.organization_id = item.organization_id AND log.id = item.notification_id`;

const CLAIMED = `step = log.step + 1, settled = false, waiting_tier = NULL, waiting_for = NULL,
    due_at = clock_timestamp() + ${RUN_LEASE}, updated_at = clock_timestamp()`;

const CLAIMED_RUN = `log.organization_id, log.id, log.step, log.kind, log.type, log.ticket_id, log.locale, log.content, log.tiers_left,
          COALESCE(log.deadline_at <= clock_timestamp(), false) AS expired`;

/**
 * Claims a run after a failed status. The step lets only one of a timer, a failed status and another process claim it.
 * A settled run is claimed, too: the send that settled it has failed since.
 */
export const CLAIM_RUN = `
UPDATE whatsapp_optin.notification_logs AS log
SET ${CLAIMED}
WHERE log.organization_id = $1::text AND log.id = $2::uuid AND log.step = $3::int
RETURNING ${CLAIMED_RUN}`;

/**
 * Claims due runs for this process. Another process passes over them while this statement runs, and for the lease
 * afterwards. Placeholders: how many, organizations to pass over.
 */
export const TAKE_DUE_RUNS = `
WITH due AS (
  SELECT organization_id, id, waiting_tier FROM whatsapp_optin.notification_logs
  WHERE due_at <= statement_timestamp() AND NOT settled AND organization_id <> ALL ($2::text[])
  ORDER BY due_at LIMIT $1::int FOR NO KEY UPDATE SKIP LOCKED
)
UPDATE whatsapp_optin.notification_logs AS log
SET ${CLAIMED}
FROM due WHERE log.organization_id = due.organization_id AND log.id = due.id
RETURNING due.waiting_tier, ${CLAIMED_RUN}`;

/**
 * State of a run, read after a status or a failure to decide what to do next. The lock waits for a run that is just
 * ending: the later of the two sees the result of the other.
 */
const getRuns = (how: 'alone' | 'together'): string => `
WITH item AS (SELECT * FROM ${itemsSql('organization_id text, notification_id uuid')}),
locked AS (
  SELECT log.organization_id, log.id, log.step, log.settled, log.method, log.waiting_tier, log.waiting_for
  FROM whatsapp_optin.notification_logs AS log
  WHERE (log.organization_id, log.id) IN (SELECT item.organization_id, item.notification_id FROM item)
  ORDER BY log.organization_id, log.id FOR SHARE OF log${waitingSql(how)}
)
SELECT item.position, locked.id IS NULL AS busy, locked.id, locked.step, locked.settled, locked.method, locked.waiting_tier,
       locked.waiting_for
FROM item LEFT JOIN locked ON locked.organization_id = item.organization_id AND locked.id = item.notification_id`;

export const GET_RUNS = { together: getRuns('together'), alone: getRuns('alone') };

const confirmRuns = (how: 'alone' | 'together'): string => `
WITH item AS (SELECT * FROM ${itemsSql('organization_id text, notification_id uuid, step int, tier text')}),
locked AS (
  SELECT log.organization_id, log.id FROM whatsapp_optin.notification_logs AS log
  WHERE (log.organization_id, log.id) IN (SELECT item.organization_id, item.notification_id FROM item)
  ORDER BY log.organization_id, log.id FOR NO KEY UPDATE OF log${waitingSql(how)}
),
confirmed AS (
  UPDATE whatsapp_optin.notification_logs AS log
  SET settled = true, success = true, waiting_tier = NULL, waiting_for = NULL, due_at = NULL, step = log.step + 1,
      content = NULL, tiers_left = '{}', updated_at = clock_timestamp()
  FROM item JOIN locked ON locked.organization_id = item.organization_id AND locked.id = item.notification_id
  WHERE log.organization_id = item.organization_id AND log.id = item.notification_id
    AND log.step = item.step AND log.waiting_tier = item.tier AND NOT log.settled
  RETURNING log.organization_id, log.id
)
SELECT item.position, locked.id IS NULL AS busy, confirmed.id IS NOT NULL AS confirmed
FROM item
LEFT JOIN locked ON locked.organization_id = item.organization_id AND locked.id = item.notification_id
LEFT JOIN confirmed ON confirmed.organization_id = item.organization_id AND confirmed.id = item.notification_id`;

export const CONFIRM_RUNS = { together: confirmRuns('together'), alone: confirmRuns('alone') };

export const FAIL_RUN = `
UPDATE whatsapp_optin.notification_logs
SET failures = failures + 1, last_error = $3::text,
    parked_at = CASE WHEN failures + 1 >= $4::int THEN clock_timestamp() END,
    due_at = CASE WHEN failures + 1 < $4::int THEN clock_timestamp() + LEAST(300, 2 ^ (failures + 1)) * interval '1 second' END,
    updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND NOT settled`;

/** The tier kept silent until its time was over. */
const markUnacknowledged = (how: 'alone' | 'together'): string => `
WITH item AS (SELECT * FROM ${itemsSql('organization_id text, notification_id uuid')}),
silent AS (
  SELECT item.position, attempt.organization_id, attempt.id FROM item
  JOIN whatsapp_optin.notification_attempts AS attempt
    ON attempt.organization_id = item.organization_id AND attempt.notification_id = item.notification_id
  WHERE attempt.tier = 'push' AND attempt.status IN ('accepted', 'sent')
),
locked AS (
  SELECT attempt.organization_id, attempt.id FROM silent
  JOIN whatsapp_optin.notification_attempts AS attempt
    ON attempt.organization_id = silent.organization_id AND attempt.id = silent.id AND attempt.status IN ('accepted', 'sent')
  ORDER BY attempt.organization_id, attempt.id
  FOR NO KEY UPDATE OF attempt${waitingSql(how)}
),
marked AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt SET reason = 'push_unacknowledged', updated_at = clock_timestamp()
  FROM locked WHERE attempt.organization_id = locked.organization_id AND attempt.id = locked.id
)
SELECT item.position, EXISTS (
  SELECT FROM silent WHERE silent.position = item.position AND silent.id NOT IN (SELECT id FROM locked)) AS busy
FROM item`;

export const MARK_UNACKNOWLEDGED = { together: markUnacknowledged('together'), alone: markUnacknowledged('alone') };

/** Never sent again. */
const LOST = `
UPDATE whatsapp_optin.notification_attempts
SET status = 'unknown', reason = 'unknown_outcome', updated_at = clock_timestamp()
WHERE status = 'claimed'`;

/** A vendor call ends within 20 s; what is claimed two minutes later belongs to a process that died. */
export const RECONCILE_ATTEMPTS = `${LOST} AND at < clock_timestamp() - interval '2 minutes' RETURNING id`;

/** The same of one run that goes on after its lease, so that its document says so at once. */
export const MARK_LOST = `${LOST} AND organization_id = $1::text AND notification_id = $2::uuid`;

/** Texts are kept only while a run may continue. What staff wrote is forgotten with what customers wrote. */
export const FORGET_CONTENT = `
WITH changed AS (
  UPDATE whatsapp_optin.notification_logs SET content = NULL WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM whatsapp_optin.notification_logs
    WHERE content IS NOT NULL AND settled AND kind <> 'staff_reply'
      AND COALESCE(deadline_at, created_at) < statement_timestamp() LIMIT ${FORGET_BATCH}))
  RETURNING 1)
SELECT count(*)::int AS count FROM changed`;
