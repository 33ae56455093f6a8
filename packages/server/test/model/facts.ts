import type { Database } from '../../src/storage/database.js';

/** What the database holds, moments as ms on the witness's travelled clock. Persons go by their phone. */
export interface Facts {
  sessions: SessionFact[];
  persons: { org: string; phone: string; optedOutMs: number | null }[];
  tickets: { org: string; id: string; person: string | null }[];
  optIns: { org: string; id: string; state: string; person: string | null }[];
  consents: ConsentFact[];
  notifications: NotificationFact[];
  attempts: AttemptFact[];
  /** Accepted messages of persons. */
  messages: number;
}

export interface SessionFact {
  org: string;
  phone: string;
  number: string;
  expiresMs: number;
  lastInboundMs: number;
  ended: boolean;
  epoch: number;
}

export interface ConsentFact {
  id: string;
  org: string;
  phone: string;
  action: 'granted' | 'withdrawn';
  method: string;
  /** The customer's message that shows it. */
  messageId: string | null;
}

export interface NotificationFact {
  org: string;
  id: string;
  kind: string;
  ticket: string | null;
  settled: boolean;
  success: boolean;
  method: string | null;
  reason: string | null;
  waitingTier: string | null;
  hasContent: boolean;
}

export interface AttemptFact {
  org: string;
  id: string;
  notification: string;
  kind: string;
  type: string | null;
  tier: 'push' | 'whatsapp' | 'sms' | 'none';
  number: number;
  status: string;
  late: boolean;
  reason: string | null;
  atMs: number;
  /** Of the person whose message it answers. */
  phone: string | null;
  /** Where an SMS went. */
  smsPhone: string | null;
  inboundMs: number | null;
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;
const list = (fields: string, from: string, order = 'ordered'): string =>
  `(SELECT COALESCE(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;
const PHONES = `LEFT JOIN LATERAL (
  SELECT identity.value AS phone FROM whatsapp_optin.contact_identities AS identity
  WHERE identity.organization_id = one.organization_id AND identity.contact_id = one.contact_id
    AND identity.kind = 'e164' AND NOT identity.derived
  ORDER BY identity.created_at LIMIT 1) AS person ON true`;

const FACTS = `SELECT
${list(
  `'org', organization_id, 'phone', phone, 'number', business_number, 'expiresMs', ${ms('expires_at')},
   'lastInboundMs', ${ms('last_inbound_at')}, 'ended', ended_at IS NOT NULL, 'epoch', epoch`,
  `(SELECT one.*, person.phone, phone AS ordered FROM whatsapp_optin.whatsapp_sessions AS one ${PHONES}) AS one`,
)} AS sessions,
${list(
  `'org', organization_id, 'phone', phone, 'optedOutMs', ${ms('opted_out_at')}`,
  `(SELECT one.*, person.phone, phone AS ordered
    FROM (SELECT organization_id, id AS contact_id, opted_out_at FROM whatsapp_optin.contacts) AS one ${PHONES}) AS one`,
)} AS persons,
${list(
  `'org', organization_id, 'id', id, 'person', phone`,
  `(SELECT one.*, person.phone, one.id AS ordered
    FROM (SELECT organization_id, id, contact_id FROM whatsapp_optin.tickets) AS one ${PHONES}) AS one`,
)} AS tickets,
${list(
  `'org', organization_id, 'id', id, 'state', state, 'person', phone`,
  `(SELECT one.*, person.phone, one.id AS ordered FROM whatsapp_optin.opt_ins AS one ${PHONES}) AS one`,
)} AS opt_ins,
${list(
  `'id', id, 'org', organization_id, 'phone', phone, 'action', action, 'method', method, 'messageId', inbound_message_id`,
  `(SELECT one.*, person.phone, one.recorded_at AS ordered FROM whatsapp_optin.consents AS one ${PHONES}) AS one`,
)} AS consents,
${list(
  `'org', organization_id, 'id', id, 'kind', kind, 'ticket', ticket_id, 'settled', settled, 'success', success,
   'method', method, 'reason', reason, 'waitingTier', waiting_tier, 'hasContent', content IS NOT NULL`,
  `(SELECT *, created_at AS ordered FROM whatsapp_optin.notification_logs) AS one`,
)} AS notifications,
${list(
  `'org', organization_id, 'id', id, 'notification', notification_id, 'kind', kind, 'type', type, 'tier', tier,
   'number', attempt_number, 'status', status, 'late', late, 'reason', reason, 'atMs', ${ms('at')}, 'phone', phone,
   'smsPhone', sms_phone, 'inboundMs', ${ms('inbound_sent_at')}`,
  `(SELECT one.*, log.kind, log.type, person.phone, sms.phone_number AS sms_phone, one.at AS ordered
    FROM whatsapp_optin.notification_attempts AS one
    JOIN whatsapp_optin.notification_logs AS log
      ON log.organization_id = one.organization_id AND log.id = one.notification_id
    LEFT JOIN whatsapp_optin.sms_notifications AS sms ON sms.organization_id = one.organization_id AND sms.id = one.id
    ${PHONES}) AS one`,
  'ordered, id',
)} AS attempts,
(SELECT count(*)::int FROM whatsapp_optin.inbound_message_keys WHERE state = 'accepted') AS messages`;

interface FactsRow extends Omit<Facts, 'optIns'>, Record<string, unknown> {
  opt_ins: Facts['optIns'];
}

export async function readFacts(database: Database, offsetMs: number): Promise<Facts> {
  const [row] = await database.query<FactsRow>(FACTS, []);
  if (row === undefined) throw new Error('The database said nothing.');
  const { opt_ins: optIns, sessions, persons, attempts, ...rest } = row;
  const travelled = <T extends number | null>(moment: T): T => (moment === null ? moment : ((moment + offsetMs) as T));
  return {
    ...rest,
    optIns,
    sessions: sessions.map((session) => ({
      ...session,
      expiresMs: travelled(session.expiresMs),
      lastInboundMs: travelled(session.lastInboundMs),
    })),
    persons: persons.map((person) => ({ ...person, optedOutMs: travelled(person.optedOutMs) })),
    attempts: attempts.map((attempt) => ({
      ...attempt,
      atMs: travelled(attempt.atMs),
      inboundMs: travelled(attempt.inboundMs),
    })),
  };
}
