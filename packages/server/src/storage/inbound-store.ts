import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { phoneVariants } from '../contacts/phone-variants.js';
import type { InboundMessage } from '../providers/inbound-event.js';
import type { AcceptedMessage, InboundStore, MessageToAccept } from '../inbound/inbound-store.js';
import { MAX_FAILURES } from '../dead-letters/dead-letter.js';
import type { Database, Row } from './database.js';
import { ACCEPT_FURTHER_MESSAGE } from './further-statement.js';
import { CHANGE_IDENTITY } from './identity-change-statement.js';
import { HOLD_MESSAGE } from './hold-statement.js';
import { ACCEPT_MESSAGE, PROMOTE_MESSAGE, type AcceptedRow } from './inbound-statements.js';

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
  WHERE due_at <= clock_timestamp() AND parked_at IS NULL ORDER BY due_at LIMIT $1::int FOR UPDATE SKIP LOCKED
)
UPDATE whatsapp_optin.pending_messages AS pending
SET tries = pending.tries + 1, due_at = clock_timestamp() + LEAST(60, 2 ^ (pending.tries + 1)) * interval '1 second'
FROM due WHERE pending.organization_id = due.organization_id AND pending.id = due.id
RETURNING pending.id, pending.organization_id, pending.provider, pending.business_number, pending.event, pending.tries,
          floor(extract(epoch FROM clock_timestamp() - pending.created_at))::int AS age_seconds`;

const FORGET_PENDING = `DELETE FROM whatsapp_optin.pending_messages WHERE organization_id = $1::text AND id = $2::uuid`;

const REJECT = `
WITH judged AS (
  UPDATE whatsapp_optin.inbound_message_keys SET state = 'rejected'
  WHERE organization_id = $1::text AND id = $2::uuid AND state = 'pending'
  RETURNING contact_id
), heard AS (
  UPDATE whatsapp_optin.contacts AS contact SET pending_stops = array_remove(contact.pending_stops, $2::uuid)
  FROM judged WHERE contact.organization_id = $1::text AND contact.id = judged.contact_id
)
${FORGET_PENDING}`;

const FAIL_PENDING = `
UPDATE whatsapp_optin.pending_messages
SET failures = failures + 1, last_error = $3::text,
    parked_at = CASE WHEN failures + 1 >= $4::int THEN clock_timestamp() END
WHERE organization_id = $1::text AND id = $2::uuid`;

const KEEP_EVENT = `
INSERT INTO whatsapp_optin.kept_events (organization_id, provider, event_hash, why, webhook_data)
VALUES ($1::text, $2::text, $3::bytea, $4::text, $5::jsonb)
ON CONFLICT DO NOTHING`;

export function createInboundStore(database: Database): InboundStore {
  return {
    async accept(message) {
      const further = mayBeFurther(message)
        ? await database.query<AcceptedRow>(ACCEPT_FURTHER_MESSAGE, furtherValues(message))
        : [];
      const [row] =
        further.length > 0
          ? further
          : await database.query<AcceptedRow>(ACCEPT_MESSAGE, acceptValues(message, uuidv7()));
      return row === undefined ? null : toAccepted(row);
    },
    async hold(message) {
      const { event, keyword } = message;
      const { derived } = identitiesOf(event);
      const rows = await database.query(HOLD_MESSAGE, [
        ...originOf(message),
        uuidv7(),
        uuidv7(),
        ...contentsOf(message),
        storableJson(event),
        phoneOf(event),
        derived,
        keyword,
      ]);
      return rows.length > 0;
    },
    async takePending(limit) {
      return (await database.query<PendingRow>(TAKE_PENDING, [limit])).map((row) => ({
        id: row.id,
        organizationId: row.organization_id,
        provider: row.provider,
        businessNumber: row.business_number,
        event: { ...row.event, sentAt: row.event.sentAt === null ? null : new Date(row.event.sentAt) },
        tries: row.tries,
        ageSeconds: row.age_seconds,
      }));
    },
    async promote(pending, message) {
      const [row] = await database.query<AcceptedRow>(PROMOTE_MESSAGE, acceptValues(message, pending.id));
      await database.query(FORGET_PENDING, [pending.organizationId, pending.id]);
      return row === undefined ? null : toAccepted(row);
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
    async keepEvent({ organizationId, provider, why, key, raw }) {
      const hash = createHash('sha256').update(key).digest().subarray(0, 16);
      await database.query(KEEP_EVENT, [organizationId, provider, hash, why, storableJson(raw)]);
    },
  };
}

/** Says nothing but that somebody wrote; whether their window is open the database knows. */
function mayBeFurther({ code, keyword, event }: MessageToAccept): boolean {
  return code === null && keyword === null && event.opensWindow !== false;
}

type Received = Pick<MessageToAccept, 'account' | 'event'>;

/** Where a message came from, and which it is: how every statement's placeholders begin. */
function originOf({ account, event }: Received): unknown[] {
  return [account.organizationId, account.provider, messageHash(account.businessNumber, event.providerMessageId)];
}

/** Who wrote to whom, when and what, as it is stored. */
function contentsOf({ account, event }: Received): unknown[] {
  const { kinds, values } = identitiesOf(event);
  return [
    kinds,
    values,
    account.businessNumber,
    event.sentAt,
    event.contentType,
    withoutNul(event.text),
    event.senderName === null ? null : withoutNul(event.senderName),
    storableJson(event.raw),
  ];
}

/** In the order of the placeholders of `ACCEPT_FURTHER_MESSAGE`. */
function furtherValues(message: MessageToAccept): unknown[] {
  return [
    ...originOf(message),
    uuidv7(),
    ...contentsOf(message),
    message.sessionDurationHours,
    phoneOf(message.event),
    message.flag,
  ];
}

/** In the order of the placeholders of `ACCEPT_MESSAGE`. */
function acceptValues(message: MessageToAccept, messageId: string): unknown[] {
  const { account, event } = message;
  const { derived } = identitiesOf(event);
  return [
    ...originOf(message),
    messageId,
    uuidv7(),
    ...contentsOf(message),
    message.code === null ? null : hashCode(message.code),
    message.keyword,
    derived,
    message.sessionDurationHours,
    phoneOf(event),
    uuidv7(),
    uuidv7(),
    account.evidence,
    event.opensWindow !== false,
    uuidv7(),
    message.flag,
  ];
}

/** What the vendor gave, then the other spellings of its phones, which only match. */
function identitiesOf(event: InboundMessage): { kinds: string[]; values: string[]; derived: boolean[] } {
  const variants = event.sender.flatMap(({ kind, value }) => (kind === 'e164' ? phoneVariants(value) : []));
  return {
    kinds: [...event.sender.map(({ kind }) => kind), ...variants.map(() => 'e164')],
    values: [...event.sender.map(({ value }) => value), ...variants],
    derived: [...event.sender.map(() => false), ...variants.map(() => true)],
  };
}

function phoneOf(event: InboundMessage): string | null {
  return event.sender.find(({ kind }) => kind === 'e164')?.value ?? null;
}

/** 16 bytes are kept for ever; the vendor's id, which holds a phone, is not. */
export function messageHash(businessNumber: string, providerMessageId: string): Buffer {
  return createHash('sha256').update(`${businessNumber}\n${providerMessageId}`).digest().subarray(0, 16);
}

/** Codes are looked up by digest: a copy of the database holds none that works. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(`code\n${code}`).digest().subarray(0, 16);
}

/** jsonb refuses NUL and lone surrogates, which JSON.stringify writes as escapes; pairs of backslashes are stepped over. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value ?? null).replace(/\\(?:u(0000|d[89a-f][0-9a-f]{2})|[^])/g, (escape, refused?: string) =>
    refused === undefined ? escape : '\ufffd',
  );
}

/** PostgreSQL keeps no NUL in text. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function toAccepted(row: AcceptedRow): AcceptedMessage {
  return {
    messageId: row.message_id,
    contactId: row.contact_id,
    receivedAt: row.received_at,
    sessionId: row.session_id,
    sessionOpened: row.session_opened === true,
    optInId: row.opt_in_id,
    ticketId: row.ticket_id,
    owesReply: row.owes_reply,
  };
}
