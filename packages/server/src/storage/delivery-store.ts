import { createHash } from 'node:crypto';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { DeliveryStore, StatusApplied } from '../deliveries/delivery-store.js';
import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { FailureAction } from '../providers/send-outcome.js';
import type { Database, Row } from './database.js';
import { contactsOfSql } from './person-contacts.js';

interface AppliedRow extends Row {
  notification_id: string;
  attempt_id: string;
  tier: SendingTier;
  moved: boolean;
  late: boolean;
  price_owed: boolean;
  business_number: string | null;
}

/** Forward only. `failed` ends `sent`, and a later delivery still replaces it. */
const RANK = (
  column: string,
): string => `(CASE ${column} WHEN 'claimed' THEN 0 WHEN 'unknown' THEN 1 WHEN 'accepted' THEN 2
  WHEN 'sent' THEN 4 WHEN 'failed' THEN 5 WHEN 'delivered' THEN 6 WHEN 'read' THEN 8 ELSE 9 END)`;

const APPLY = `
WITH attempt AS (
  SELECT attempt.organization_id, attempt.id, attempt.notification_id, attempt.tier, attempt.status, attempt.at,
         attempt.business_number
  FROM whatsapp_optin.notification_attempts AS attempt
  WHERE attempt.organization_id = $1::text
    AND (attempt.id = $4::uuid OR (attempt.provider = $2::text AND attempt.message_hash = $3::bytea))
  ORDER BY attempt.id = $4::uuid DESC LIMIT 1
),
kept AS (
  INSERT INTO whatsapp_optin.delivery_statuses AS kept
    (organization_id, provider, message_hash, status, attempt_id, correlation_id, at, error_code, action,
     price_amount, price_currency, price_category, price_billable)
  VALUES ($1::text, $2::text, $3::bytea, $5::text, (SELECT id FROM attempt), $4::uuid,
          LEAST(COALESCE($6::timestamptz, clock_timestamp()), clock_timestamp()), $7::text, $8::text,
          $9::numeric, $10::text, $11::text, $12::boolean)
  ON CONFLICT (organization_id, provider, message_hash, status) DO UPDATE SET
    attempt_id = COALESCE(kept.attempt_id, EXCLUDED.attempt_id),
    price_amount = COALESCE(EXCLUDED.price_amount, kept.price_amount),
    price_currency = COALESCE(EXCLUDED.price_currency, kept.price_currency),
    price_category = COALESCE(EXCLUDED.price_category, kept.price_category),
    price_billable = COALESCE(EXCLUDED.price_billable, kept.price_billable)
),
later AS (
  SELECT EXISTS (
    SELECT FROM whatsapp_optin.notification_attempts AS other, attempt
    WHERE other.organization_id = $1::text AND other.notification_id = attempt.notification_id
      AND other.status <> 'skipped' AND other.at > attempt.at) AS late
),
moved AS (
  UPDATE whatsapp_optin.notification_attempts AS moving
  SET status = $5::text, error_code = COALESCE($7::text, moving.error_code),
      reason = CASE WHEN $5::text <> 'failed' THEN NULL WHEN moving.tier = 'sms' THEN 'sms_failed'
        WHEN moving.tier = 'push' THEN 'push_failed' ELSE 'whatsapp_failed' END,
      late = moving.late OR later.late, message_hash = COALESCE(moving.message_hash, $3::bytea), updated_at = clock_timestamp()
  FROM attempt, later
  WHERE moving.organization_id = attempt.organization_id AND moving.id = attempt.id
    AND ${RANK('moving.status')} < ${RANK('$5::text')}
  RETURNING moving.id
),
owed AS (
  INSERT INTO whatsapp_optin.owed_prices (organization_id, attempt_id, tier, provider, provider_message_id, status)
  SELECT $1::text, attempt.id, attempt.tier, $2::text, $14::text, $5::text FROM attempt
  WHERE EXISTS (SELECT FROM moved) AND $5::text IN ('delivered', 'failed') AND $9::numeric IS NULL
    AND attempt.tier = ANY ($13::text[])
  ON CONFLICT (organization_id, attempt_id) DO NOTHING
  RETURNING attempt_id
),
priced AS (
  UPDATE whatsapp_optin.sms_notifications AS sms
  SET delivery_status = CASE WHEN EXISTS (SELECT FROM moved) AND $5::text IN ('delivered', 'read') THEN 'delivered'
        WHEN EXISTS (SELECT FROM moved) AND $5::text = 'failed' THEN 'failed' ELSE sms.delivery_status END,
      error_message = CASE WHEN EXISTS (SELECT FROM moved) AND $5::text = 'failed' THEN $7::text ELSE sms.error_message END,
      cost_cents = COALESCE($9::numeric * 100, sms.cost_cents),
      cost_is_estimated = sms.cost_is_estimated AND $9::numeric IS NULL
  FROM attempt
  WHERE sms.organization_id = attempt.organization_id AND sms.id = attempt.id
)
SELECT attempt.notification_id, attempt.id AS attempt_id, attempt.tier, EXISTS (SELECT FROM moved) AS moved, later.late,
       EXISTS (SELECT FROM owed) AS price_owed,
       attempt.business_number
FROM attempt, later`;

// Apart from APPLY, which may have changed the same row already.
const PRICE = `
UPDATE whatsapp_optin.notification_attempts
SET price_amount = COALESCE($3::numeric, price_amount), price_currency = COALESCE($4::text, price_currency),
    price_category = COALESCE($5::text, price_category), price_billable = COALESCE($6::boolean, price_billable)
WHERE organization_id = $1::text AND id = $2::uuid`;

interface WaitingRow extends Row {
  status: DeliveryStatus['status'];
  at: Date;
  correlation_id: string | null;
  error_code: string | null;
  action: string | null;
  price_amount: string | null;
  price_currency: string | null;
  price_category: string | null;
  price_billable: boolean | null;
}

const WAITING = `
SELECT status, at, correlation_id, error_code, action, price_amount::text AS price_amount, price_currency, price_category,
       price_billable
FROM whatsapp_optin.delivery_statuses
WHERE organization_id = $1::text AND provider = $2::text AND message_hash = $3::bytea AND attempt_id IS NULL
ORDER BY at`;

/** The person of a send: of all their contacts. */
const PERSON_OF_SEND = `whatsapp_optin.notification_attempts AS attempt
CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'attempt.contact_id')} AS member (id)`;

/**
 * The person has written since this send. Vendors' times have seconds: of the same second, what arrived after the send is the
 * later one.
 */
const wroteSince = (number: string): string => `EXISTS (
  SELECT FROM ${contactsOfSql('$1::text', 'attempt.contact_id')} AS writer (id)
  JOIN whatsapp_optin.inbound_message_keys AS message
    ON message.organization_id = $1::text AND message.contact_id = writer.id
  WHERE message.state = 'accepted' AND message.created_at > attempt.at${number}
    AND message.sent_at >= date_trunc('second', attempt.at))`;

// What the customer wrote after the send proves the window, whatever an older send's status says.
const END_SESSION = `
UPDATE whatsapp_optin.whatsapp_sessions AS session
SET is_active = false, ended_at = attempt.at, end_reason = $3::text,
    expires_at = LEAST(session.expires_at, clock_timestamp()), updated_at = clock_timestamp()
FROM ${PERSON_OF_SEND}
WHERE attempt.organization_id = $1::text AND attempt.id = $2::uuid
  AND session.organization_id = $1::text AND session.contact_id = member.id
  AND session.business_number = attempt.business_number AND session.ended_at IS NULL
  AND NOT ${wroteSince(' AND message.business_number = attempt.business_number')}`;

const UNREACHABLE = `
UPDATE whatsapp_optin.contacts AS contact
SET unreachable_until = attempt.at + make_interval(secs => $3::int), unreachable_since = attempt.at,
    updated_at = clock_timestamp()
FROM ${PERSON_OF_SEND}
WHERE attempt.organization_id = $1::text AND attempt.id = $2::uuid
  AND contact.organization_id = $1::text AND contact.id = member.id AND NOT ${wroteSince('')}`;

const WITHDRAW = `SELECT whatsapp_optin.withdraw_by_vendor_v1($1::text, $2::uuid, $3::text, $4::uuid, $5::uuid)`;

const PAUSE = `
INSERT INTO whatsapp_optin.channel_pauses AS pause (organization_id, business_number, provider, error_code, paused_until)
VALUES ($1::text, $2::text, $3::text, $4::text, clock_timestamp() + make_interval(secs => $5::int))
ON CONFLICT (organization_id, business_number) DO UPDATE SET
  provider = EXCLUDED.provider, error_code = EXCLUDED.error_code, updated_at = clock_timestamp(),
  paused_until = GREATEST(pause.paused_until, EXCLUDED.paused_until)`;

export function createDeliveryStore(database: Database): DeliveryStore {
  const apply: DeliveryStore['apply'] = async (organizationId, provider, status, pricedWhenAsked = []) => {
    const { price } = status;
    const [row] = await database.query<AppliedRow>(APPLY, [
      organizationId,
      provider,
      statusHash(provider, status.providerMessageId),
      status.correlationId !== null && isUuid(status.correlationId) ? status.correlationId : null,
      status.status,
      status.at,
      status.failure?.errorCode ?? null,
      status.failure?.action ?? null,
      price?.amount ?? null,
      price?.currency ?? null,
      price?.category ?? null,
      price?.billable ?? null,
      pricedWhenAsked,
      status.providerMessageId,
    ]);
    if (row === undefined) return null;
    if (price !== null) {
      const { amount, currency, category, billable } = price;
      await database.query(PRICE, [organizationId, row.attempt_id, amount, currency, category, billable]);
    }
    return toApplied(row);
  };

  return {
    apply,
    async applyWaiting(organizationId, provider, providerMessageId, pricedWhenAsked = []) {
      const values = [organizationId, provider, statusHash(provider, providerMessageId)];
      let furthest: DeliveryStatus['status'] | null = null;
      for (const row of await database.query<WaitingRow>(WAITING, values)) {
        const status: DeliveryStatus = {
          kind: 'status',
          providerMessageId,
          correlationId: row.correlation_id,
          status: row.status,
          at: row.at,
          failure:
            row.status === 'failed'
              ? { action: row.action as FailureAction, retryAfterMs: null, errorCode: row.error_code }
              : null,
          price: {
            amount: row.price_amount,
            currency: row.price_currency,
            category: row.price_category,
            billable: row.price_billable,
          },
        };
        const result = await apply(organizationId, provider, status, pricedWhenAsked);
        if (result?.moved) furthest = row.status;
      }
      return furthest;
    },
    async endSession(organizationId, attemptId, reason) {
      await database.query(END_SESSION, [organizationId, attemptId, reason]);
    },
    async markUnreachable(organizationId, attemptId, forSeconds) {
      await database.query(UNREACHABLE, [organizationId, attemptId, forSeconds]);
    },
    async optOut(organizationId, attemptId, provider) {
      await database.query(WITHDRAW, [organizationId, attemptId, provider, uuidv7(), uuidv7()]);
    },
    async pauseChannel({ organizationId, businessNumber, provider, errorCode, forSeconds }) {
      await database.query(PAUSE, [organizationId, businessNumber, provider, errorCode, forSeconds]);
    },
  };
}

/** By what a status finds its send: the vendor's id contains a phone with some, so its digest is what is compared. */
export function statusHash(provider: string, providerMessageId: string): Buffer {
  return createHash('sha256').update(`${provider}\n${providerMessageId}`).digest().subarray(0, 16);
}

function toApplied(row: AppliedRow): StatusApplied {
  return {
    notificationId: row.notification_id,
    attemptId: row.attempt_id,
    tier: row.tier,
    moved: row.moved,
    priceOwed: row.price_owed,
    late: row.late,
    businessNumber: row.business_number,
  };
}
