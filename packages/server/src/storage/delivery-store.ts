import { createHash } from 'node:crypto';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { DeliveryStore, StatusApplied } from '../deliveries/delivery-store.js';
import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { SendingTier } from '../notifications/tiers.js';
import type { FailureAction } from '../providers/send-outcome.js';
import type { Database, Row } from './database.js';
import { toBytea } from './inbound-item.js';
import { contactsOfSql } from './person-contacts.js';
import { gather, type ItemRow } from './set-statement.js';
import { APPLY_STATUSES } from './status-statement.js';

interface AppliedRow extends ItemRow {
  notification_id: string | null;
  attempt_id: string;
  tier: SendingTier;
  moved: boolean;
  late: boolean;
  price_owed: boolean;
  business_number: string | null;
}

interface News {
  organizationId: string;
  provider: string;
  status: DeliveryStatus;
  pricedWhenAsked: readonly SendingTier[];
}

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
  const applyNews = gather<News, StatusApplied | null, AppliedRow>(database, {
    sql: APPLY_STATUSES,
    toColumns: ({ organizationId, provider, status, pricedWhenAsked }) => ({
      ...{ organization_id: organizationId, provider, correlation_id: correlationOf(status) },
      ...{
        message_hash: toBytea(statusHash(provider, status.providerMessageId)),
        status: status.status,
        at: status.at,
      },
      ...{ error_code: status.failure?.errorCode, action: status.failure?.action },
      ...{ price_amount: status.price?.amount, price_currency: status.price?.currency },
      ...{ price_category: status.price?.category, price_billable: status.price?.billable },
      ...{ priced_when_asked: pricedWhenAsked, provider_message_id: status.providerMessageId },
    }),
    toResult: (row) => (row?.notification_id ? toApplied({ ...row, notification_id: row.notification_id }) : null),
    orderOf: ({ organizationId, status }) => `${organizationId} ${status.providerMessageId}`,
    // What is said about one message goes in the order in which it came.
    namesOf: ({ organizationId, provider, status }) =>
      [correlationOf(status), `${provider} ${status.providerMessageId}`].flatMap((name) =>
        name === null ? [] : [`${organizationId} ${name}`],
      ),
  });
  const apply: DeliveryStore['apply'] = (organizationId, provider, status, pricedWhenAsked = []) =>
    applyNews({ organizationId, provider, status, pricedWhenAsked });

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

function correlationOf({ correlationId }: DeliveryStatus): string | null {
  return correlationId !== null && isUuid(correlationId) ? correlationId : null;
}

function toApplied(row: AppliedRow & { notification_id: string }): StatusApplied {
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
