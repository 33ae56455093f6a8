import { itemsSql, waitingSql } from './set-statement.js';

/** Forward only. `failed` ends `sent`, and a later delivery still replaces it. */
const rankSql = (
  column: string,
): string => `(CASE ${column} WHEN 'claimed' THEN 0 WHEN 'unknown' THEN 1 WHEN 'accepted' THEN 2
  WHEN 'sent' THEN 4 WHEN 'failed' THEN 5 WHEN 'delivered' THEN 6 WHEN 'read' THEN 8 ELSE 9 END)`;

/**
 * Keeps statuses, each once, and moves their attempts forward. An item whose send is not stored yet has no row in the answer:
 * its status waits. Two items of one attempt do not go together: each of them is `busy`.
 */
const applyStatuses = (how: 'alone' | 'together'): string => `
WITH item AS MATERIALIZED (
  SELECT * FROM ${itemsSql(`organization_id text, provider text, message_hash bytea, correlation_id uuid, status text,
    at timestamptz, error_code text, action text, price_amount numeric, price_currency text, price_category text,
    price_billable boolean, priced_when_asked text[], provider_message_id text`)}
),
found AS MATERIALIZED (
  SELECT item.position, item.organization_id, attempt.id
  FROM item CROSS JOIN LATERAL (
    SELECT attempt.id FROM whatsapp_optin.notification_attempts AS attempt
    WHERE attempt.organization_id = item.organization_id AND (
      attempt.id = item.correlation_id OR (attempt.provider = item.provider AND attempt.message_hash = item.message_hash))
    ORDER BY attempt.id = item.correlation_id DESC LIMIT 1
  ) AS attempt
),
locked AS MATERIALIZED (
  SELECT attempt.organization_id, attempt.id, attempt.notification_id, attempt.tier, attempt.status, attempt.at,
         attempt.business_number, attempt.id_forgotten
  FROM whatsapp_optin.notification_attempts AS attempt
  WHERE (attempt.organization_id, attempt.id) IN (SELECT found.organization_id, found.id FROM found)
  ORDER BY attempt.organization_id, attempt.id
  FOR NO KEY UPDATE OF attempt${waitingSql(how)}
),
target AS (
  SELECT found.position, locked.*, count(*) OVER (PARTITION BY locked.organization_id, locked.id) AS sharers
  FROM found JOIN locked ON locked.organization_id = found.organization_id AND locked.id = found.id
),
news AS MATERIALIZED (
  SELECT item.*, target.id AS attempt_id, target.notification_id, target.tier, target.at AS attempted_at,
         target.business_number, target.id_forgotten, COALESCE(${rankSql('target.status')} < ${rankSql('item.status')}, false) AS moves,
         (item.price_amount, item.price_currency, item.price_category, item.price_billable) IS DISTINCT FROM
           (NULL::numeric, NULL::text, NULL::text, NULL::boolean) AS has_price,
         EXISTS (
           SELECT FROM whatsapp_optin.notification_attempts AS other
           WHERE other.organization_id = target.organization_id AND other.notification_id = target.notification_id
             AND other.status <> 'skipped' AND other.at > target.at) AS late
  FROM item LEFT JOIN found USING (position) LEFT JOIN target USING (position)
  WHERE found.position IS NULL OR target.sharers = 1
),
kept AS (
  INSERT INTO whatsapp_optin.delivery_statuses AS kept
    (organization_id, provider, message_hash, status, attempt_id, correlation_id, at, error_code, action,
     price_amount, price_currency, price_category, price_billable)
  SELECT organization_id, provider, message_hash, status, attempt_id, correlation_id,
         LEAST(COALESCE(at, clock_timestamp()), clock_timestamp()), error_code, action,
         price_amount, price_currency, price_category, price_billable
  FROM news ORDER BY organization_id, provider, message_hash, status
  ON CONFLICT (organization_id, provider, message_hash, status) DO UPDATE SET
    attempt_id = COALESCE(kept.attempt_id, EXCLUDED.attempt_id),
    price_amount = COALESCE(EXCLUDED.price_amount, kept.price_amount),
    price_currency = COALESCE(EXCLUDED.price_currency, kept.price_currency),
    price_category = COALESCE(EXCLUDED.price_category, kept.price_category),
    price_billable = COALESCE(EXCLUDED.price_billable, kept.price_billable)
),
moved AS (
  UPDATE whatsapp_optin.notification_attempts AS moving
  SET status = CASE WHEN news.moves THEN news.status ELSE moving.status END,
      error_code = CASE WHEN news.moves THEN COALESCE(news.error_code, moving.error_code) ELSE moving.error_code END,
      reason = CASE WHEN NOT news.moves THEN moving.reason WHEN news.status <> 'failed' THEN NULL
        WHEN moving.tier = 'sms' THEN 'sms_failed' WHEN moving.tier = 'push' THEN 'push_failed' ELSE 'whatsapp_failed' END,
      late = moving.late OR (news.moves AND news.late),
      message_hash = CASE WHEN news.moves THEN COALESCE(moving.message_hash, news.message_hash) ELSE moving.message_hash END,
      updated_at = CASE WHEN news.moves THEN clock_timestamp() ELSE moving.updated_at END,
      price_amount = COALESCE(news.price_amount, moving.price_amount),
      price_currency = COALESCE(news.price_currency, moving.price_currency),
      price_category = COALESCE(news.price_category, moving.price_category),
      price_billable = COALESCE(news.price_billable, moving.price_billable)
  FROM news
  WHERE moving.organization_id = news.organization_id AND moving.id = news.attempt_id AND (news.moves OR news.has_price)
),
owed AS (
  INSERT INTO whatsapp_optin.owed_prices (organization_id, attempt_id, tier, provider, provider_message_id, status)
  SELECT organization_id, attempt_id, tier, provider, provider_message_id, status FROM news
  WHERE moves AND NOT id_forgotten AND status IN ('delivered', 'failed') AND price_amount IS NULL AND tier = ANY (priced_when_asked)
  ON CONFLICT (organization_id, attempt_id) DO NOTHING
  RETURNING organization_id, attempt_id
),
priced AS (
  UPDATE whatsapp_optin.sms_notifications AS sms
  SET delivery_status = CASE WHEN news.moves AND news.status IN ('delivered', 'read') THEN 'delivered'
        WHEN news.moves AND news.status = 'failed' THEN 'failed' ELSE sms.delivery_status END,
      error_message = CASE WHEN news.moves AND news.status = 'failed' THEN news.error_code ELSE sms.error_message END,
      cost_cents = COALESCE(news.price_amount * 100, sms.cost_cents),
      cost_is_estimated = sms.cost_is_estimated AND news.price_amount IS NULL
  FROM news
  WHERE sms.organization_id = news.organization_id AND sms.id = news.attempt_id AND news.tier = 'sms'
)
SELECT found.position, news.position IS NULL AS busy, news.notification_id, news.attempt_id, news.tier, news.moves AS moved,
       news.late, news.business_number, EXISTS (
         SELECT FROM owed WHERE owed.organization_id = news.organization_id AND owed.attempt_id = news.attempt_id) AS price_owed
FROM found LEFT JOIN news USING (position)`;

export const APPLY_STATUSES = { together: applyStatuses('together'), alone: applyStatuses('alone') };
