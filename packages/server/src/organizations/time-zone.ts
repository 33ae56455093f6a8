import type { Organization, OrganizationStore } from './organization.js';

/**
 * Whether Node knows this IANA time zone. An offset is none: PostgreSQL reads "+03:00" as three hours west.
 *
 * @returns true for a link such as "Asia/Calcutta" as well; whether the database has it is another question
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/**
 * Checks at start what every statement about days needs.
 *
 * @throws {Error} where the database lacks the zone, with the remedy
 */
export async function checkTimeZone(
  { id, timeZone }: Pick<Organization, 'id' | 'timeZone'>,
  store: Pick<OrganizationStore, 'knowsTimeZone'>,
): Promise<void> {
  if (await store.knowsTimeZone(timeZone)) return;
  throw new Error(
    `The database has no time zone "${timeZone}", which the organization "${id}" has. Give a name that it has: ` +
      'TIME_ZONE for a new organization, "whatsapp-optin organization set --time-zone <name>" for a stored one.',
  );
}
