import { consentSourceOf } from '@whatsapp-optin/sdk/contract';
import type { ConsentQueries, ConsentRow } from '../admin-queries/consent-queries.js';
import type { Database, Row } from './database.js';
import { PageQuery, cursorMoment, toPage } from './page-query.js';

interface ConsentListRow extends Row {
  id: string;
  cursor_value: string;
  recorded_at: Date;
  contact_id: string;
  action: ConsentRow['action'];
  purpose: string;
  channel: string;
  method: ConsentRow['method'];
  wording: string | null;
  wording_locale: string | null;
  consent_text: string | null;
  consent_version: string | null;
  consent_hash: string | null;
  page_origin: string | null;
  ticket_id: string | null;
  opt_in_id: string | null;
  inbound_message_id: string | null;
  provider: string;
  message_sent_at: Date | null;
  evidence: ConsentRow['evidence'];
  position: number | null;
  hash: Uint8Array | null;
}

const described = (page: string): string => `
WITH chosen AS MATERIALIZED (
  SELECT consent.*, ${cursorMoment('consent.recorded_at')} AS cursor_value FROM whatsapp_optin.consents AS consent ${page}
)
SELECT consent.id, consent.cursor_value, consent.recorded_at, consent.contact_id, consent.action, consent.purpose,
       consent.channel, consent.method, consent.wording, consent.wording_locale, consent.consent_text, consent.consent_version,
       consent.consent_hash, consent.page_origin, consent.ticket_id, consent.opt_in_id, consent.inbound_message_id, consent.provider,
       consent.message_sent_at, consent.evidence, seal.position::float8 AS position, seal.hash
FROM chosen AS consent
LEFT JOIN whatsapp_optin.consent_seals AS seal
  ON seal.organization_id = consent.organization_id AND seal.consent_id = consent.id
ORDER BY consent.recorded_at DESC, consent.id DESC`;

export function createConsentQueries(database: Database): ConsentQueries {
  return {
    async list(organizationId, { after, limit, ...filter }) {
      const query = new PageQuery(organizationId, 'consent.organization_id = $1::text')
        .where(filter.action, (at) => `consent.action = ${at}::text`)
        .where(filter.contactId, (at) => `consent.contact_id = ${at}::uuid`)
        .where(filter.ticketId, (at) => `consent.ticket_id = ${at}::text`)
        .where(filter.from, (at) => `consent.recorded_at >= ${at}::timestamptz`)
        .where(filter.to, (at) => `consent.recorded_at < ${at}::timestamptz`);
      const order = { column: 'consent.recorded_at', type: 'timestamptz', id: 'consent.id', descending: true };
      const text = described(query.page({ after, limit }, order));
      return toPage(await database.query<ConsentListRow>(text, query.values), limit, toRow);
    },
  };
}

function toRow(row: ConsentListRow): ConsentRow {
  return {
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    contactId: row.contact_id,
    action: row.action,
    purpose: row.purpose,
    channel: row.channel,
    method: row.method,
    wording: row.wording,
    wordingLocale: row.wording_locale,
    consentText: row.consent_text,
    consentVersion: row.consent_version,
    consentHash: row.consent_hash,
    consentSource: consentSourceOf({ version: row.consent_version, hash: row.consent_hash }),
    pageOrigin: row.page_origin,
    ticketId: row.ticket_id,
    optInId: row.opt_in_id,
    inboundMessageId: row.inbound_message_id,
    provider: row.provider,
    messageSentAt: row.message_sent_at?.toISOString() ?? null,
    evidence: row.evidence,
    seal: row.position === null || row.hash === null ? null : { position: row.position, hash: toHex(row.hash) },
  };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
