import type { Database } from '../../src/storage/database.js';
import { ORGANIZATIONS, type OrganizationId } from './organizations.js';

/** What the database holds of one organization, moments as ms on the witness's travelled clock. Persons go by their phone. */
export interface Facts {
  sessions: SessionFact[];
  persons: { phone: string | null; optedOutMs: number | null; pausedUntilMs: number | null }[];
  tickets: { id: string; person: string | null }[];
  optIns: { id: string; state: string; person: string | null }[];
  consents: ConsentFact[];
  notifications: NotificationFact[];
  attempts: AttemptFact[];
  /** Accepted messages of persons. */
  messages: number;
}

/** The same object as before where nothing of the organization has changed since. */
export type FactsOfAll = Readonly<Record<OrganizationId, Facts>>;

export interface SessionFact {
  /** `null`: of a person who was erased. */
  phone: string | null;
  number: string;
  expiresMs: number;
  lastInboundMs: number;
  ended: boolean;
  epoch: number;
}

export interface ConsentFact {
  id: string;
  /** `null`: of a person who was erased. */
  phone: string | null;
  action: 'granted' | 'withdrawn';
  method: string;
  /** The customer's message that shows it. */
  messageId: string | null;
}

export interface NotificationFact {
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

export const NO_FACTS: Facts = {
  sessions: [],
  persons: [],
  tickets: [],
  optIns: [],
  consents: [],
  notifications: [],
  attempts: [],
  messages: 0,
};

const ms = (column: string): string => `(round(extract(epoch FROM ${column}) * 1000)::bigint + $1::bigint)`;
const list = (name: string, fields: string, from: string, order: string): string => `'${name}',
  (SELECT COALESCE(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]')
   FROM whatsapp_optin.${from} AND one.organization_id = organization.id)`;
const OF =
  'LEFT JOIN person ON person.organization_id = one.organization_id AND person.contact_id = one.contact_id WHERE true';

// A row an organization, its facts as text: what has not changed is not even parsed.
const FACTS = `
WITH person AS MATERIALIZED (
  SELECT DISTINCT ON (organization_id, contact_id) organization_id, contact_id, value AS phone
  FROM whatsapp_optin.contact_identities
  WHERE kind = 'e164' AND NOT derived
  ORDER BY organization_id, contact_id, created_at
)
SELECT organization.id AS organization_id, json_build_object(
${list(
  'sessions',
  `'phone', person.phone, 'number', business_number, 'expiresMs', ${ms('expires_at')},
   'lastInboundMs', ${ms('last_inbound_at')}, 'ended', ended_at IS NOT NULL, 'epoch', epoch`,
  `whatsapp_sessions AS one ${OF}`,
  'person.phone, one.contact_id, business_number',
)},
${list(
  'persons',
  `'phone', person.phone, 'optedOutMs', ${ms('opted_out_at')}, 'pausedUntilMs', ${ms('paused_until')}`,
  `contacts AS one ${OF.replace('one.contact_id', 'one.id')}`,
  'person.phone, one.id',
)},
${list('tickets', `'id', one.id, 'person', person.phone`, `tickets AS one ${OF}`, 'one.id')},
${list('optIns', `'id', one.id, 'state', state, 'person', person.phone`, `opt_ins AS one ${OF}`, 'one.id')},
${list(
  'consents',
  `'id', one.id, 'phone', person.phone, 'action', action, 'method', method, 'messageId', inbound_message_id`,
  `consents AS one ${OF}`,
  'recorded_at, one.id',
)},
${list(
  'notifications',
  `'id', id, 'kind', kind, 'ticket', ticket_id, 'settled', settled, 'success', success, 'method', method,
   'reason', reason, 'waitingTier', waiting_tier, 'hasContent', content IS NOT NULL`,
  `notification_logs AS one WHERE true`,
  'created_at, id',
)},
${list(
  'attempts',
  `'id', one.id, 'notification', one.notification_id, 'kind', log.kind, 'type', log.type, 'tier', tier,
   'number', attempt_number, 'status', status, 'late', late, 'reason', one.reason, 'atMs', ${ms('at')}, 'phone', person.phone,
   'smsPhone', sms.phone_number, 'inboundMs', ${ms('inbound_sent_at')}`,
  `notification_attempts AS one
   JOIN whatsapp_optin.notification_logs AS log
     ON log.organization_id = one.organization_id AND log.id = one.notification_id
   LEFT JOIN whatsapp_optin.sms_notifications AS sms ON sms.organization_id = one.organization_id AND sms.id = one.id
   ${OF}`,
  'at, one.id',
)},
'messages', (SELECT count(*) FROM whatsapp_optin.inbound_message_keys AS one
             WHERE state = 'accepted' AND one.organization_id = organization.id))::text AS facts
FROM whatsapp_optin.organizations AS organization`;

/** Reads the facts again and again; what it has parsed before is given once more. */
export function createFactReader(database: Database): (offsetMs: number) => Promise<FactsOfAll> {
  const texts = new Map<string, string>();
  let last: FactsOfAll = noFactsOfAll();
  return async (offsetMs) => {
    const rows = await database.query<{ organization_id: string; facts: string }>(FACTS, [offsetMs]);
    const next: Record<OrganizationId, Facts> = { ...last };
    for (const { organization_id: id, facts } of rows) {
      const org = ORGANIZATIONS.find((one) => one === id);
      if (org === undefined || texts.get(org) === facts) continue;
      texts.set(org, facts);
      next[org] = JSON.parse(facts) as Facts;
    }
    last = next;
    return next;
  };
}

export function noFactsOfAll(): FactsOfAll {
  return { a: NO_FACTS, b: NO_FACTS };
}
