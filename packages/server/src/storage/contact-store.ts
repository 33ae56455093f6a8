import type { ContactStore, SealPhone } from '../contacts/contact-store.js';
import type { Database, SqlExecutor } from './database.js';
import { contactsOfSql } from './person-contacts.js';
import { ERASURE_STEPS, FORGET_MESSAGE_IDS } from './erasure-statements.js';

const PHONE_OF = `
SELECT person.id, (
  SELECT identity.value FROM whatsapp_optin.contact_identities AS identity
  WHERE identity.organization_id = person.organization_id AND identity.contact_id = person.id
    AND identity.kind = 'e164' AND NOT identity.derived LIMIT 1) AS phone
FROM whatsapp_optin.contacts AS person WHERE person.organization_id = $1::text AND person.id = $2::uuid`;

// An erased contact has no name left: it is not erased twice.
const IS_KNOWN = `EXISTS (
    SELECT FROM whatsapp_optin.contact_identities AS name
    WHERE name.organization_id = $1::text AND name.contact_id = person.id)`;

// Locked: a send that is being claimed for the person comes before or finds the session ended.
const FIND_PERSONS = `
SELECT person.id FROM whatsapp_optin.contacts AS person
WHERE person.organization_id = $1::text AND person.id IN (
  SELECT member.id FROM (
    SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity
    WHERE identity.organization_id = $1::text AND identity.kind = 'e164' AND identity.value = ANY ($2::text[])
    UNION SELECT identity.contact_id FROM whatsapp_optin.contact_identities AS identity
    WHERE identity.organization_id = $1::text AND identity.kind IN ('bsuid', 'jid') AND identity.value = $3::text
    UNION SELECT $4::uuid
  ) AS named
  CROSS JOIN LATERAL ${contactsOfSql('$1::text', 'named.contact_id')} AS member (id))
  AND ($4::uuid IS NULL OR person.id <> $4::uuid OR ${IS_KNOWN})
ORDER BY person.id FOR UPDATE`;

const FIND_IDENTITIES = `
SELECT identity.kind, identity.value FROM whatsapp_optin.contact_identities AS identity
WHERE identity.organization_id = $1::text AND identity.contact_id = ANY ($2::uuid[])`;

const FIND_TICKETS = `
SELECT ticket.id FROM whatsapp_optin.tickets AS ticket
WHERE ticket.organization_id = $1::text AND ticket.phone = ANY ($3::text[])
UNION SELECT ticket.id FROM whatsapp_optin.tickets AS ticket
WHERE ticket.organization_id = $1::text AND ticket.contact_id = ANY ($2::uuid[])`;

const FIND_SMS = `
SELECT FROM whatsapp_optin.sms_notifications WHERE organization_id = $1::text AND phone_number = ANY ($2::text[]) LIMIT 1`;

const SEAL = `
INSERT INTO whatsapp_optin.erased_phones (organization_id, phone_hash)
SELECT $1::text, sealed FROM unnest($2::bytea[]) AS sealed
ON CONFLICT (organization_id, phone_hash) DO UPDATE SET erased_at = clock_timestamp()
RETURNING erased_at`;

const WAS_ERASED = `
SELECT FROM whatsapp_optin.erased_phones WHERE organization_id = $1::text AND phone_hash = $2::bytea`;

export function createContactStore(database: Database, sealPhone: SealPhone): ContactStore {
  return {
    async phoneOf(organizationId, contactId) {
      const [row] = await database.query<{ phone: string | null }>(PHONE_OF, [organizationId, contactId]);
      return row === undefined ? null : { phone: row.phone };
    },
    erase: (organizationId, { phones, contactId, userId }) =>
      database.transaction(async (transaction) => {
        const persons = await idsOf(transaction, FIND_PERSONS, [organizationId, phones, userId, contactId]);
        const known = await transaction.query<{ kind: string; value: string }>(FIND_IDENTITIES, [
          organizationId,
          persons,
        ]);
        const phonesOf = known.flatMap(({ kind, value }) => (kind === 'e164' ? [value] : []));
        const allPhones = [...new Set([...phones, ...phonesOf])];
        const names = [...allPhones, ...known.map(({ value }) => value)].map((name) => name.replace(/^\+/, ''));
        const tickets = await idsOf(transaction, FIND_TICKETS, [organizationId, persons, allPhones]);
        const written = await transaction.query(FIND_SMS, [organizationId, allPhones]);
        if (persons.length === 0 && tickets.length === 0 && written.length === 0) return null;
        const erased: Record<string, number> = {};
        for (const { table, change } of [FORGET_MESSAGE_IDS, ...ERASURE_STEPS]) {
          const count = await changed(transaction, change, [
            organizationId,
            persons,
            allPhones,
            tickets,
            [...new Set(names)],
          ]);
          if (count > 0) erased[table] = count;
        }
        const seals = allPhones.map((phone) => sealPhone(organizationId, phone));
        const [sealed] = await transaction.query<{ erased_at: Date }>(SEAL, [organizationId, seals]);
        return { contactIds: persons, erased, erasedAt: sealed?.erased_at ?? new Date() };
      }),
    async wasErased(organizationId, phone) {
      return (await database.query(WAS_ERASED, [organizationId, sealPhone(organizationId, phone)])).length > 0;
    },
  };
}

async function idsOf(transaction: SqlExecutor, text: string, values: readonly unknown[]): Promise<string[]> {
  return (await transaction.query<{ id: string }>(text, values)).map(({ id }) => id);
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
