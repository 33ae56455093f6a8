import { createHash } from 'node:crypto';
import { MESSAGE_ACTIONS } from '@whatsapp-optin/sdk/contract';
import type { InboundMessage } from '../providers/inbound-event.js';
import type { AcceptedMessage, InboundStore } from '../inbound/inbound-store.js';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { Database, Row } from './database.js';
import { contactsOfSql } from './person-contacts.js';
import { CHANGE_IDENTITY } from './identity-change-statement.js';
import { statusHash } from './delivery-store.js';
import { identitiesOf, messageHash, storableJson, toSqlItem } from './inbound-item.js';
import { RECORD_REACTION } from './reaction-statements.js';

const ACCEPT = `SELECT * FROM whatsapp_optin.accept_inbound_v2($1::jsonb)`;
/** Only where a message may be a tap: it reads what was sent to the person. */
const ACCEPT_WITH_TAPS = `SELECT * FROM whatsapp_optin.accept_inbound_with_taps_v2($1::jsonb)`;

/** One message that is new. */
interface AcceptedRow extends Row {
  message_id: string;
  contact_id: string;
  received_at: Date;
  session_id: string | null;
  session_opened: boolean;
  opt_in_id: string | null;
  ticket_id: string | null;
  owes_reply: boolean;
  action?: string | null;
  action_ticket_id?: string;
  action_notification_id?: string;
}

interface PendingRow extends Row {
  id: string;
  organization_id: string;
  provider: string;
  business_number: string;
  event: Omit<InboundMessage, 'sentAt'> & { sentAt: string | null };
  tries: number;
  age_seconds: number;
}

// Asked again after 2, 4, 8 … seconds, up to a minute apart; taken rows are due later, so that a crash loses none.
const TAKE_PENDING = `
WITH due AS (
  SELECT organization_id, id FROM whatsapp_optin.pending_messages
  WHERE due_at <= clock_timestamp() AND parked_at IS NULL AND organization_id <> ALL ($2::text[])
  ORDER BY due_at LIMIT $1::int FOR UPDATE SKIP LOCKED
)
UPDATE whatsapp_optin.pending_messages AS pending
SET tries = pending.tries + 1, due_at = clock_timestamp() + LEAST(60, 2 ^ (pending.tries + 1)) * interval '1 second'
FROM due WHERE pending.organization_id = due.organization_id AND pending.id = due.id
RETURNING pending.id, pending.organization_id, pending.provider, pending.business_number, pending.event, pending.tries,
          floor(extract(epoch FROM clock_timestamp() - pending.created_at))::int AS age_seconds`;

const REJECT = `
WITH rejected AS (
  UPDATE whatsapp_optin.inbound_message_keys SET state = 'rejected'
  WHERE organization_id = $1::text AND id = $2::uuid AND state = 'pending'
  RETURNING contact_id
), forgotten AS (
  UPDATE whatsapp_optin.contacts AS contact SET pending_stops = array_remove(contact.pending_stops, $2::uuid)
  FROM rejected CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'rejected.contact_id')} AS member (id)
  WHERE contact.organization_id = $1::text AND contact.id = member.id
)
DELETE FROM whatsapp_optin.pending_messages WHERE organization_id = $1::text AND id = $2::uuid`;

const FAIL_PENDING = `
UPDATE whatsapp_optin.pending_messages
SET failures = failures + 1, last_error = $3::text,
    parked_at = CASE WHEN failures + 1 >= $4::int THEN clock_timestamp() END
WHERE organization_id = $1::text AND id = $2::uuid`;

const KEEP_EVENT = `
INSERT INTO whatsapp_optin.kept_events (organization_id, provider, event_hash, why, webhook_data, from_customer)
VALUES ($1::text, $2::text, $3::bytea, $4::text, $5::jsonb, $6::boolean)
ON CONFLICT DO NOTHING`;

// The row keeps a redelivered alert from being another event.
// Written also where no address wants it: staff read it.
const RECORD_ALERT = `
WITH kept AS (
  INSERT INTO whatsapp_optin.kept_events (organization_id, provider, event_hash, why, webhook_data)
  VALUES ($1::text, $2::text, $3::bytea, 'account_alert', $4::jsonb)
  ON CONFLICT DO NOTHING RETURNING 1
), emitted AS MATERIALIZED (
  SELECT whatsapp_optin.emit_event_v1($1::text, 'account.alert', NULL, NULL, COALESCE($5::jsonb ->> 'businessNumber', 'account'),
    $5::jsonb || jsonb_build_object('occurredAt',
      whatsapp_optin.event_moment_v1(COALESCE($6::timestamptz, clock_timestamp()))))::text AS done
  FROM kept
)
SELECT (SELECT count(*)::int FROM emitted) AS events FROM kept`;

export function createInboundStore(database: Database): InboundStore {
  return {
    // The embedded database has one connection, and its statements run in this thread.
    batches: database.engine === 'pglite' ? { size: 8, atOnce: 1 } : { size: 32, atOnce: 2 },
    async accept(items) {
      const sqlItems = items.map(toSqlItem);
      const rows = await database.query<AcceptedRow>(items.some(({ tap }) => tap) ? ACCEPT_WITH_TAPS : ACCEPT, [
        storableJson(sqlItems),
      ]);
      const accepted = new Map(rows.map((row) => [row.message_id, toAccepted(row)]));
      return sqlItems.map(({ id }) => accepted.get(id) ?? null);
    },
    async takePending(limit, except) {
      return (await database.query<PendingRow>(TAKE_PENDING, [limit, except])).map((row) => ({
        id: row.id,
        organizationId: row.organization_id,
        provider: row.provider,
        businessNumber: row.business_number,
        event: { ...row.event, sentAt: row.event.sentAt === null ? null : new Date(row.event.sentAt) },
        tries: row.tries,
        ageSeconds: row.age_seconds,
      }));
    },
    async reject(pending) {
      await database.query(REJECT, [pending.organizationId, pending.id]);
    },
    async failPending(pending, errorName) {
      await database.query(FAIL_PENDING, [pending.organizationId, pending.id, errorName, MAX_FAILURES]);
    },
    async changeIdentity(account, event) {
      const [row] = await database.query<{ first: boolean; known: boolean; moved: boolean }>(CHANGE_IDENTITY, [
        account.organizationId,
        account.provider,
        messageHash(account.businessNumber, event.providerMessageId),
        event.from.map(({ kind }) => kind),
        event.from.map(({ value }) => value),
        event.to.map(({ kind }) => kind),
        event.to.map(({ value }) => value),
      ]);
      if (!row?.first) return 'handled_before';
      if (!row.known) return 'unknown';
      return row.moved ? 'moved' : 'ended';
    },
    async recordReaction({ organizationId, provider, businessNumber }, { sender, opinion, at, ...ids }) {
      const { kinds, identities } = identitiesOf({ sender });
      const rows = await database.query(RECORD_REACTION, [
        organizationId,
        provider,
        messageHash(businessNumber, ids.providerMessageId),
        statusHash(provider, ids.toMessageId),
        businessNumber,
        kinds,
        identities,
        opinion,
        at,
      ]);
      return rows.length > 0;
    },
    async recordAlert({ organizationId, provider }, { at, ...alert }, { key, raw }) {
      const content = { provider, ...alert };
      const values = [organizationId, provider, eventHash(key), storableJson(raw), storableJson(content), at];
      return (await database.query(RECORD_ALERT, values)).length > 0;
    },
    async keepEvent({ organizationId, provider, why, key, raw, fromCustomer = false }) {
      await database.query(KEEP_EVENT, [
        organizationId,
        provider,
        eventHash(key),
        why,
        storableJson(raw),
        fromCustomer,
      ]);
    },
  };
}

function eventHash(key: string): Buffer {
  return createHash('sha256').update(key).digest().subarray(0, 16);
}

function toAccepted(row: AcceptedRow): AcceptedMessage {
  return {
    messageId: row.message_id,
    contactId: row.contact_id,
    receivedAt: row.received_at,
    sessionId: row.session_id,
    sessionOpened: row.session_opened,
    optInId: row.opt_in_id,
    ticketId: row.ticket_id,
    owesReply: row.owes_reply,
    action: toAction(row),
  };
}

function toAction({ action, action_ticket_id: ticketId, action_notification_id: notificationId }: AcceptedRow) {
  const known = MESSAGE_ACTIONS.find((one) => one === action);
  if (known === undefined || ticketId === undefined || notificationId === undefined) return null;
  return { action: known, ticketId, notificationId };
}
