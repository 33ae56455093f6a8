import type { SqlExecutor } from './database.js';
import { contactsOfSql } from './person-contacts.js';

/** How a person is named, as staff or a link name them. */
export interface GivenNames {
  /** E.164. */
  phones: readonly string[];
  contactId: string | null;
  userId: string | null;
}

/** Everything that leads to a person's rows. */
export interface PersonNames {
  /** Ids of all linked contacts; empty where a phone alone is known, from a ticket or an SMS. */
  persons: string[];
  phones: string[];
  tickets: string[];
  /** Phones without their plus, user ids. */
  names: string[];
}

// An erased contact has no name left: it is not erased twice.
const IS_KNOWN = `EXISTS (
    SELECT FROM whatsapp_optin.contact_identities AS name
    WHERE name.organization_id = $1::text AND name.contact_id = person.id)`;

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
ORDER BY person.id`;

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

/**
 * Finds all that belongs to a person. `null`: nobody of these names is known.
 *
 * @param lock - locks the contacts: a send that is being claimed for the person comes before, or waits
 */
export async function findPerson(
  executor: SqlExecutor,
  organizationId: string,
  { phones, contactId, userId }: GivenNames,
  { lock }: { lock: boolean },
): Promise<PersonNames | null> {
  const text = lock ? `${FIND_PERSONS} FOR UPDATE` : FIND_PERSONS;
  const persons = await idsOf(executor, text, [organizationId, phones, userId, contactId]);
  const known = await executor.query<{ kind: string; value: string }>(FIND_IDENTITIES, [organizationId, persons]);
  const phonesOf = known.flatMap(({ kind, value }) => (kind === 'e164' ? [value] : []));
  const allPhones = [...new Set([...phones, ...phonesOf])];
  const names = [...allPhones, ...known.map(({ value }) => value)].map((name) => name.replace(/^\+/, ''));
  const tickets = await idsOf(executor, FIND_TICKETS, [organizationId, persons, allPhones]);
  const written = await executor.query(FIND_SMS, [organizationId, allPhones]);
  if (persons.length === 0 && tickets.length === 0 && written.length === 0) return null;
  return { persons, phones: allPhones, tickets, names: [...new Set(names)] };
}

/** The values of `ERASURE_STEPS` and `EXPORTED_ROWS`, in the order of their placeholders. */
export const valuesOf = (organizationId: string, { persons, phones, tickets, names }: PersonNames): unknown[] => [
  organizationId,
  persons,
  phones,
  tickets,
  names,
];

async function idsOf(executor: SqlExecutor, text: string, values: readonly unknown[]): Promise<string[]> {
  return (await executor.query<{ id: string }>(text, values)).map(({ id }) => id);
}
