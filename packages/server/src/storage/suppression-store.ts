import { v7 as uuidv7 } from 'uuid';
import type { SuppressionKind } from '../suppressions/journal-line.js';
import type { KnownName, SettledRows, SuppressionStore } from '../suppressions/suppression-store.js';
import { BLOCK_NAMES } from './contact-store.js';
import type { Database, Row } from './database.js';
import { contactsOfSql } from './person-contacts.js';

const KEEP = `
INSERT INTO whatsapp_optin.suppression_journal (kept) VALUES (true)
ON CONFLICT (only_one) DO UPDATE SET kept = true WHERE NOT suppression_journal.kept`;

const POSITION = `SELECT position::float8 AS position FROM whatsapp_optin.suppression_journal`;

const RESERVE = `
INSERT INTO whatsapp_optin.suppression_journal AS journal (kept, position) VALUES (true, $1::int)
ON CONFLICT (only_one) DO UPDATE SET position = journal.position + $1::int
RETURNING position::float8 AS position`;

/** SQL: a name as the journal hashes it. Meta's `wa_id` is a phone without its plus. */
const NAME = `CASE identity.kind WHEN 'wa_id' THEN '+' || identity.value ELSE identity.value END`;

const TAKE = `
SELECT owed.organization_id, owed.turn::float8 AS turn, owed.kind, owed.at, owed.name_hashes, ARRAY(
  SELECT ${NAME} FROM ${contactsOfSql('owed.organization_id', 'owed.contact_id')} AS member (id)
  JOIN whatsapp_optin.contact_identities AS identity
    ON identity.organization_id = owed.organization_id AND identity.contact_id = member.id) AS names
FROM whatsapp_optin.owed_suppressions AS owed ORDER BY owed.turn LIMIT $1::int`;

const FORGET = `
DELETE FROM whatsapp_optin.owed_suppressions AS owed
USING unnest($1::text[], $2::bigint[]) AS written (organization_id, turn)
WHERE owed.organization_id = written.organization_id AND owed.turn = written.turn`;

const PAGE_ROWS = 5_000;

const IDENTITIES = `
SELECT ${NAME} AS name, identity.contact_id, identity.kind, identity.value FROM whatsapp_optin.contact_identities AS identity
WHERE identity.organization_id = $1::text AND (identity.kind, identity.value) > ($2::text, $3::text)
ORDER BY identity.kind, identity.value LIMIT $4::int`;

const PHONES = `
SELECT DISTINCT phone AS name FROM (
  SELECT ticket.phone FROM whatsapp_optin.tickets AS ticket WHERE ticket.organization_id = $1::text
  UNION ALL SELECT sms.phone_number FROM whatsapp_optin.sms_notifications AS sms WHERE sms.organization_id = $1::text
) AS given (phone) WHERE phone > $2::text ORDER BY phone LIMIT $3::int`;

const STOP = `SELECT whatsapp_optin.withdraw_by_journal_v1($1::text, $2::uuid, $3::uuid, $4::timestamptz) AS done`;

const SETTLE = `SELECT * FROM whatsapp_optin.settle_after_restore_v1()`;

const MARK = `
INSERT INTO whatsapp_optin.suppression_journal AS journal (kept, position, checked_at)
VALUES (true, $1::bigint, clock_timestamp())
ON CONFLICT (only_one) DO UPDATE
SET position = GREATEST(journal.position, $1::bigint), kept = true, checked_at = clock_timestamp()`;

interface OwedRow extends Row {
  organization_id: string;
  turn: number;
  kind: SuppressionKind;
  at: Date;
  name_hashes: Uint8Array[] | null;
  names: string[];
}

export function createSuppressionStore(database: Database): SuppressionStore {
  return {
    async keep() {
      await database.query(KEEP, []);
    },
    async position() {
      const [row] = await database.query<{ position: number }>(POSITION, []);
      return row?.position ?? 0;
    },
    async reserve(lines) {
      const [row] = await database.query<{ position: number }>(RESERVE, [lines]);
      return row?.position ?? 0;
    },
    async takeOwed(limit) {
      return (await database.query<OwedRow>(TAKE, [limit])).map((row) => ({
        organizationId: row.organization_id,
        turn: row.turn,
        kind: row.kind,
        at: row.at,
        names: row.names,
        nameHashes: row.name_hashes ?? [],
      }));
    },
    async forgetOwed(owed) {
      await database.query(FORGET, [
        owed.map(({ organizationId }) => organizationId),
        owed.map(({ turn }) => String(turn)),
      ]);
    },
    async *names(organizationId) {
      yield* identities(database, organizationId);
      yield* phones(database, organizationId);
    },
    async stop(organizationId, contactId, since) {
      const [row] = await database.query<{ done: boolean }>(STOP, [organizationId, contactId, uuidv7(), since]);
      return row?.done === true;
    },
    async block(organizationId, nameHashes) {
      await database.query(BLOCK_NAMES, [organizationId, nameHashes]);
    },
    async settleDue() {
      const [row] = await database.query<SettledRows & Row>(SETTLE, []);
      return row ?? { notifications: 0, replies: 0, messages: 0, renewals: 0 };
    },
    async markChecked(position) {
      await database.query(MARK, [position]);
    },
  };
}

async function* identities(database: Database, organizationId: string): AsyncGenerator<KnownName[]> {
  let after = { kind: '', value: '' };
  for (;;) {
    const rows = await database.query<{ name: string; contact_id: string; kind: string; value: string }>(IDENTITIES, [
      organizationId,
      after.kind,
      after.value,
      PAGE_ROWS,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ name, contact_id: contactId }) => ({ name, contactId }));
    after = last;
  }
}

async function* phones(database: Database, organizationId: string): AsyncGenerator<KnownName[]> {
  let after = '';
  for (;;) {
    const rows = await database.query<{ name: string }>(PHONES, [organizationId, after, PAGE_ROWS]);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ name }) => ({ name, contactId: null }));
    after = last.name;
  }
}
