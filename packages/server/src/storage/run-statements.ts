/** Lease of a running dispatch. After it, another process claims the run. */
const RUN_LEASE = `interval '2 minutes'`;

export const BEGIN_RUN = `
INSERT INTO whatsapp_optin.notification_logs
  (organization_id, id, kind, type, ticket_id, contact_id, locale, content, tiers_left, deadline_at, due_at,
   answers_message_id, written_by)
VALUES ($1::text, $2::uuid, $3::text, $4::text, $5::text, $6::uuid, $7::text, $8::jsonb, $9::text[],
        clock_timestamp() + make_interval(secs => $10::int), clock_timestamp() + ${RUN_LEASE},
        $11::uuid, $12::text)
ON CONFLICT (organization_id, id) DO NOTHING
RETURNING id`;

/**
 * Saves the progress of a run: its skips become rows, the log gets its result so far. Settled, or waiting for a status or for
 * the time of another try. `step` was read when the run began: a run that another has overtaken changes nothing,
 * unless it reached the person where the other reached nobody.
 */
export const SAVE_PROGRESS = `
WITH skipped AS (
  INSERT INTO whatsapp_optin.notification_attempts (organization_id, id, notification_id, tier, attempt_number, status, reason)
  SELECT $1::text, skip.id, $2::uuid, skip.tier, skip.number, 'skipped', skip.reason
  FROM unnest($7::uuid[], $8::text[], $9::text[], $15::int[]) AS skip (id, tier, reason, number)
  ON CONFLICT (organization_id, notification_id, tier, attempt_number) DO NOTHING
),
-- News that came while the next tier was on its way, and so found no later attempt.
overtaken AS (
  UPDATE whatsapp_optin.notification_attempts AS attempt SET late = true
  FROM whatsapp_optin.notification_attempts AS other
  WHERE attempt.organization_id = $1::text AND attempt.notification_id = $2::uuid AND NOT attempt.late
    AND attempt.status IN ('sent', 'delivered', 'read', 'failed')
    AND other.organization_id = $1::text AND other.notification_id = $2::uuid AND other.status <> 'skipped'
    AND other.at > attempt.at AND attempt.updated_at > other.at
),
tried AS (
  SELECT bool_or(tier = 'push') AS push, bool_or(tier = 'whatsapp') AS whatsapp, bool_or(tier = 'sms') AS sms,
         max(COALESCE(error_code, reason)) FILTER (WHERE tier = 'whatsapp') AS whatsapp_error,
         max(COALESCE(error_code, reason)) FILTER (WHERE tier = 'sms') AS sms_error
  FROM whatsapp_optin.notification_attempts
  WHERE organization_id = $1::text AND notification_id = $2::uuid AND status <> 'skipped'
),
-- Meanwhile, a status may confirm an attempt that this run counts as lost.
reached AS (
  SELECT CASE tier WHEN 'push' THEN 'push' WHEN 'whatsapp' THEN 'whatsapp_fallback' ELSE 'sms_fallback' END AS method
  FROM whatsapp_optin.notification_attempts
  WHERE organization_id = $1::text AND notification_id = $2::uuid AND NOT $3::boolean
    AND status IN ('accepted', 'sent', 'delivered', 'read')
  ORDER BY at DESC LIMIT 1
),
verdict AS (
  SELECT EXISTS (SELECT FROM reached) AS corrected, $3::boolean OR EXISTS (SELECT FROM reached) AS success,
         $10::boolean OR EXISTS (SELECT FROM reached) AS settled,
         COALESCE((SELECT method FROM reached), $4::text) AS method
)
UPDATE whatsapp_optin.notification_logs AS log
SET success = verdict.success, settled = verdict.settled, method = verdict.method, delivered_to = $6::text,
    reason = CASE WHEN verdict.corrected THEN NULL ELSE $5::text END, tiers_left = $11::text[],
    waiting_tier = CASE WHEN NOT verdict.corrected THEN $12::text END,
    waiting_for = CASE WHEN NOT verdict.corrected THEN $13::text END,
    due_at = CASE WHEN NOT verdict.corrected THEN clock_timestamp() + $14::int * interval '1 millisecond' END,
    step = log.step + 1,
    push_attempted = COALESCE(tried.push, false), push_success = verdict.method = 'push',
    whatsapp_attempted = COALESCE(tried.whatsapp, false), whatsapp_success = verdict.method = 'whatsapp_fallback',
    whatsapp_error = CASE WHEN verdict.method <> 'whatsapp_fallback' THEN tried.whatsapp_error END,
    sms_attempted = COALESCE(tried.sms, false), sms_success = verdict.method = 'sms_fallback',
    sms_error = CASE WHEN verdict.method <> 'sms_fallback' THEN tried.sms_error END,
    final_delivery_method = CASE verdict.method WHEN 'push' THEN 'push' WHEN 'whatsapp_fallback' THEN 'whatsapp'
      WHEN 'sms_fallback' THEN 'sms' ELSE 'none' END,
    result = CASE WHEN verdict.success THEN 'accepted' ELSE 'no_delivery_method' END,
    updated_at = clock_timestamp()
FROM tried, verdict
WHERE log.organization_id = $1::text AND log.id = $2::uuid AND (
  (log.step = $16::int AND NOT log.settled) OR ($3::boolean AND log.settled AND NOT log.success))`;

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
export const GET_RUN = `
SELECT step, settled, method, waiting_tier, waiting_for FROM whatsapp_optin.notification_logs
WHERE organization_id = $1::text AND id = $2::uuid FOR SHARE`;

export const CONFIRM_RUN = `
UPDATE whatsapp_optin.notification_logs
SET settled = true, success = true, waiting_tier = NULL, waiting_for = NULL, due_at = NULL, step = step + 1,
    content = NULL, tiers_left = '{}', updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND step = $3::int AND waiting_tier = $4::text AND NOT settled
RETURNING id`;

export const FAIL_RUN = `
UPDATE whatsapp_optin.notification_logs
SET failures = failures + 1, last_error = $3::text,
    parked_at = CASE WHEN failures + 1 >= $4::int THEN clock_timestamp() END,
    due_at = CASE WHEN failures + 1 < $4::int THEN clock_timestamp() + LEAST(300, 2 ^ (failures + 1)) * interval '1 second' END,
    updated_at = clock_timestamp()
WHERE organization_id = $1::text AND id = $2::uuid AND NOT settled`;

/** The tier kept silent until its time was over. */
export const MARK_UNACKNOWLEDGED = `
UPDATE whatsapp_optin.notification_attempts SET reason = 'push_unacknowledged', updated_at = clock_timestamp()
WHERE organization_id = $1::text AND notification_id = $2::uuid AND tier = 'push' AND status IN ('accepted', 'sent')`;

/** A vendor call ends within 20 s; what is claimed two minutes later belongs to a process that died. Never sent again. */
export const RECONCILE_ATTEMPTS = `
UPDATE whatsapp_optin.notification_attempts
SET status = 'unknown', reason = 'unknown_outcome', updated_at = clock_timestamp()
WHERE status = 'claimed' AND at < clock_timestamp() - interval '2 minutes'
RETURNING id`;

/** Texts are kept only while a run may continue. What staff wrote is forgotten with what customers wrote. */
export const FORGET_CONTENT = `
UPDATE whatsapp_optin.notification_logs SET content = NULL
WHERE content IS NOT NULL AND settled AND kind <> 'staff_reply' AND COALESCE(deadline_at, created_at) < clock_timestamp()`;
