import type { ContactStore, ExportedRow, SealPhone } from '../contacts/contact-store.js';
import type { Database, SqlExecutor } from './database.js';
import { ERASURE_STEPS, FORGET_MESSAGE_IDS } from './erasure-statements.js';
import { countAround } from './minute-counts.js';
import { EXPORTED_ROWS, NEVER_EXPORTED } from './person-export-statements.js';
import { findPerson, valuesOf, type PersonNames } from './person-names.js';

/** Of one table; a person has some hundreds. */
const MAX_EXPORTED_ROWS = 5_000;

const PHONE_OF = `
SELECT person.id, (
  SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
  WHERE identity.organization_id = person.organization_id AND identity.contact_id = person.id
    AND identity.kind = 'e164' AND NOT identity.derived LIMIT 1) AS phone
FROM whatsapp_optin.contacts AS person WHERE person.organization_id = $1::text AND person.id = $2::uuid`;

/** Nothing is sent to the phones of these keyed hashes until their person writes again. */
export const BLOCK_NAMES = `
INSERT INTO whatsapp_optin.erased_phones (organization_id, phone_hash)
SELECT $1::text, sealed FROM unnest($2::bytea[]) AS sealed
ON CONFLICT (organization_id, phone_hash) DO UPDATE SET erased_at = clock_timestamp()
RETURNING erased_at`;

const EMIT_ERASED = `
SELECT whatsapp_optin.emit_event_v1($1::text, 'contact.erased', NULL, ($2::uuid[])[1], NULL, jsonb_build_object(
  'contactIds', to_jsonb($2::uuid[]), 'erasedAt', whatsapp_optin.event_moment_v1($3::timestamptz)))
WHERE whatsapp_optin.wants_event_v1($1::text, 'contact.erased')`;

const OWE_ERASURE = `
INSERT INTO whatsapp_optin.owed_suppressions (organization_id, kind, name_hashes)
SELECT $1::text, 'erase', $2::bytea[] FROM whatsapp_optin.suppression_journal WHERE kept`;

const WAS_ERASED = `
SELECT FROM whatsapp_optin.erased_phones WHERE organization_id = $1::text AND phone_hash = $2::bytea`;

export function createContactStore(database: Database, sealPhone: SealPhone): ContactStore {
  return {
    async phoneOf(organizationId, contactId) {
      const [row] = await database.query<{ phone: string | null }>(PHONE_OF, [organizationId, contactId]);
      return row === undefined ? null : { phone: row.phone };
    },
    erase: (organizationId, names) =>
      database.transaction(async (transaction) => {
        const person = await findPerson(transaction, organizationId, names, { lock: true });
        if (person === null) return null;
        const erased: Record<string, number> = {};
        await countAround(transaction, organizationId, person, async () => {
          for (const { table, change } of [FORGET_MESSAGE_IDS, ...ERASURE_STEPS]) {
            const count = await changed(transaction, change, valuesOf(organizationId, person));
            if (count > 0) erased[table] = count;
          }
        });
        const seals = person.phones.map((phone) => sealPhone(organizationId, phone));
        const [sealed] = await transaction.query<{ erased_at: Date }>(BLOCK_NAMES, [organizationId, seals]);
        const erasedAt = sealed?.erased_at ?? new Date();
        const hashes = namesOf(person).map((name) => sealPhone(organizationId, name));
        await transaction.query(OWE_ERASURE, [organizationId, hashes]);
        await transaction.query(EMIT_ERASED, [organizationId, person.persons, erasedAt]);
        return { contactIds: person.persons, erased, erasedAt };
      }),
    export: (organizationId, names) =>
      database.transaction(async (transaction) => {
        const person = await findPerson(transaction, organizationId, names, { lock: false });
        if (person === null) return null;
        const tables: Record<string, ExportedRow[]> = {};
        const cut: string[] = [];
        for (const [table, condition] of Object.entries(EXPORTED_ROWS)) {
          const rows = await exportRows(transaction, table, condition, valuesOf(organizationId, person));
          if (rows.length > MAX_EXPORTED_ROWS) cut.push(table);
          if (rows.length > 0) tables[table] = rows.slice(0, MAX_EXPORTED_ROWS);
        }
        return { contactIds: person.persons, tables, cut };
      }),
    async wasErased(organizationId, phone) {
      return (await database.query(WAS_ERASED, [organizationId, sealPhone(organizationId, phone)])).length > 0;
    },
  };
}

/** As the journal has them: phones with their plus, and user ids. */
function namesOf({ phones, names }: PersonNames): string[] {
  const bare = new Set(phones.map((phone) => phone.slice(1)));
  return [...phones, ...names.filter((name) => !bare.has(name))];
}

/** All placeholders are named, so that a statement may use those that it needs. */
async function changed(transaction: SqlExecutor, change: string, values: readonly unknown[]): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(
    `WITH given AS (SELECT $1::text, $2::uuid[], $3::text[], $4::text[], $5::text[]), changed AS (${change} RETURNING 1)
     SELECT count(*)::int AS count FROM changed`,
    values,
  );
  return row?.count ?? 0;
}

/** One more than the limit tells that there are more. */
async function exportRows(
  executor: SqlExecutor,
  table: string,
  condition: string,
  values: readonly unknown[],
): Promise<ExportedRow[]> {
  const rows = await executor.query<{ row: ExportedRow }>(
    `WITH given AS (SELECT $1::text, $2::uuid[], $3::text[], $4::text[], $5::text[])
     SELECT to_jsonb(row) - $6::text[] AS row FROM whatsapp_optin.${table} AS row
     WHERE row.organization_id = $1::text AND (${condition}) LIMIT $7::int`,
    [...values, NEVER_EXPORTED, MAX_EXPORTED_ROWS + 1],
  );
  return rows.map(({ row }) => row);
}
