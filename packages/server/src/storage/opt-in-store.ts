import { createHash } from 'node:crypto';
import { MESSAGE_STYLES, OPT_IN_STATES } from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7 } from 'uuid';
import type { OptInStore, StoredOptIn } from '../opt-ins/opt-in-store.js';
import type { Database, Row } from './database.js';
import { OPEN_SESSION } from './person-contacts.js';
import { hashCode } from './inbound-item.js';

interface OptInRow extends Row {
  organization_id: string;
  id: string;
  state: string;
  expires_at: Date;
  session_expires_at: Date | null;
  ticket_id: string | null;
}

const INSERT = `
INSERT INTO whatsapp_optin.opt_ins
  (organization_id, id, code_hash, token_hash, ticket_id, ticket_number, message_style, locale, page_url,
   business_number, wording, wording_hash, expires_at, consent_version, consent_locale, consent_hash, consent_text,
   page_origin)
VALUES ($1::text, $2::uuid, $3::bytea, $4::bytea, $5::text, $6::text, $7::text, $8::text, $9::text,
        $10::text, $11::text, $12::bytea, clock_timestamp() + make_interval(mins => $13::int), $14::text, $15::text, $16::text, $17::text,
        $18::text)
RETURNING expires_at`;

const STATUS = `
SELECT opt_in.organization_id, opt_in.id, opt_in.expires_at, opt_in.ticket_id,
       CASE WHEN opt_in.state IN ('idle', 'waiting') AND opt_in.expires_at <= clock_timestamp() THEN 'expired'
            ELSE opt_in.state END AS state,
       (SELECT session.expires_at
        FROM ${OPEN_SESSION('opt_in.organization_id', 'opt_in.contact_id', 'opt_in.business_number', '0')}) AS session_expires_at,
       opt_in.ticket_number, opt_in.message_style, opt_in.locale, opt_in.business_number
FROM whatsapp_optin.opt_ins AS opt_in`;

const FIND = `${STATUS}
WHERE opt_in.organization_id = $1::text AND opt_in.id = $2::uuid AND opt_in.token_hash = $3::bytea`;

const FIND_MANY = `${STATUS}
JOIN unnest($1::text[], $2::uuid[]) AS wanted (organization_id, id)
  ON opt_in.organization_id = wanted.organization_id AND opt_in.id = wanted.id`;

const FIND_BY_CODE = `${STATUS}
WHERE opt_in.code_hash = $1::bytea`;

const MOVES = `expires_at > clock_timestamp()
         AND ((state = 'idle' AND $4::text = 'link_open')
              OR (state IN ('idle', 'waiting') AND $4::text IN ('declined', 'skipped')))`;

/** Of several at once, all but the first wait for its row, and find the type in it. */
const RECORD_EVENT = `
WITH recorded AS (
  UPDATE whatsapp_optin.opt_ins
  SET reported_events = reported_events || $4::text,
      state = CASE WHEN NOT (${MOVES}) THEN state
                   WHEN $4::text = 'link_open' THEN 'waiting' ELSE 'declined' END,
      decline_reason = CASE WHEN NOT (${MOVES}) THEN decline_reason
                            WHEN $4::text = 'skipped' THEN 'skipped' WHEN $4::text = 'declined' THEN 'no_whatsapp' END,
      updated_at = CASE WHEN ${MOVES} THEN clock_timestamp() ELSE updated_at END
  WHERE organization_id = $1::text AND id = $2::uuid AND $4::text <> ALL (reported_events)
  RETURNING id
), kept AS (
  INSERT INTO whatsapp_optin.opt_in_events (organization_id, id, opt_in_id, type)
  SELECT $1::text, $3::uuid, id, $4::text FROM recorded
)
SELECT pg_notify('whatsapp_optin_opt_ins', id::text) FROM recorded
WHERE $4::text IN ('link_open', 'declined', 'skipped')`;

export function createOptInStore(database: Database): OptInStore {
  return {
    async insert(optIn) {
      const [row] = await database.query<{ expires_at: Date }>(INSERT, [
        optIn.organizationId,
        optIn.id,
        hashCode(optIn.code),
        optIn.clientTokenHash,
        optIn.ticketId,
        optIn.ticketNumber,
        optIn.messageStyle,
        optIn.locale,
        optIn.pageUrl,
        optIn.businessNumber,
        optIn.wording,
        createHash('sha256').update(optIn.wording).digest(),
        optIn.lifetimeMinutes,
        optIn.consent?.version ?? null,
        optIn.consent?.locale ?? null,
        optIn.consent?.hash ?? null,
        optIn.consent?.text ?? null,
        optIn.pageOrigin,
      ]);
      if (row === undefined) throw new Error('The opt-in could not be stored.');
      return { expiresAt: row.expires_at };
    },
    async find(organizationId, optInId, clientTokenHash) {
      const [row] = await database.query<OptInRow>(FIND, [organizationId, optInId, clientTokenHash]);
      return row === undefined ? null : toOptIn(row);
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      const rows = await database.query<OptInRow>(FIND_MANY, [
        ids.map(({ organizationId }) => organizationId),
        ids.map(({ optInId }) => optInId),
      ]);
      return rows.map(toOptIn);
    },
    async findByCode(code) {
      const [row] = await database.query<
        OptInRow & { ticket_number: string | null; message_style: string; locale: string; business_number: string }
      >(FIND_BY_CODE, [hashCode(code)]);
      if (row === undefined) return null;
      return {
        ...toOptIn(row),
        ticketNumber: row.ticket_number,
        messageStyle: MESSAGE_STYLES.find((style) => style === row.message_style) ?? 'branded',
        locale: row.locale,
        businessNumber: row.business_number,
      };
    },
    async recordEvent(organizationId, optInId, type) {
      await database.query(RECORD_EVENT, [organizationId, optInId, uuidv7(), type]);
    },
  };
}

function toOptIn(row: OptInRow): StoredOptIn {
  const state = OPT_IN_STATES.find((known) => known === row.state);
  if (state === undefined) throw new Error(`The stored opt-in has the unknown state "${row.state}".`);
  return {
    organizationId: row.organization_id,
    id: row.id,
    state,
    expiresAt: row.expires_at,
    sessionExpiresAt: state === 'connected' ? row.session_expires_at : null,
    ticketId: row.ticket_id,
  };
}
