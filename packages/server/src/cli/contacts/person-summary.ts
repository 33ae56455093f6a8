import type { ContactExport } from '@whatsapp-optin/sdk/contract';
import { maskWithin } from '../../contacts/mask-phone.js';

/** What is held of one person, without their texts. Moments as the database writes them, ISO 8601. */
export interface PersonSummary {
  organizationId: string;
  contactIds: string[];
  /** Phones are masked unless they were asked for; in the order in which they became known. */
  names: { kind: string; value: string }[];
  /** They have said STOP, and nothing since takes it back. */
  isOptedOut: boolean;
  /** When the open session with each business number ends; empty where none is open. */
  openSessions: { businessNumber: string; expiresAt: string }[];
  /** `null`: no consent is recorded. */
  lastConsent: { action: string; recordedAt: string } | null;
  /** Rows by table; tables without any are left out. */
  rows: Record<string, number>;
}

/** @param reveal - whole phones */
export function summarizePerson(
  { organizationId, contactIds, tables }: ContactExport,
  { reveal, now = new Date() }: { reveal: boolean; now?: Date },
): PersonSummary {
  const rowsOf = (table: string) => tables[table] ?? [];
  // An address of a chat holds the phone, too.
  const shown = (value: string) => (reveal ? value : maskWithin(value));
  const names = byMoment(rowsOf('contact_identities'), 'created_at').map((row) => ({
    kind: textOf(row['kind']),
    value: shown(textOf(row['value'])),
  }));
  // A person who is known by a ticket or an SMS alone has a phone and no contact.
  const phones = new Set([...rowsOf('tickets'), ...rowsOf('sms_notifications')].flatMap(phoneOf));
  const last = byMoment(rowsOf('consents'), 'recorded_at').at(-1);
  return {
    organizationId,
    contactIds,
    names: names.length > 0 ? names : [...phones].map((phone) => ({ kind: 'e164', value: shown(phone) })),
    isOptedOut: rowsOf('contacts').some(hasStopped),
    openSessions: rowsOf('whatsapp_sessions')
      .filter((row) => row['ended_at'] === null && new Date(textOf(row['expires_at'])) > now)
      .map((row) => ({ businessNumber: textOf(row['business_number']), expiresAt: textOf(row['expires_at']) })),
    lastConsent: last ? { action: textOf(last['action']), recordedAt: textOf(last['recorded_at']) } : null,
    rows: Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length])),
  };
}

/** Lines for a terminal. */
export function describePerson(summary: PersonSummary): string {
  const { names, isOptedOut, openSessions, lastConsent, rows } = summary;
  const sessions = openSessions.map(({ businessNumber, expiresAt }) => `with ${businessNumber} until ${expiresAt}`);
  return [
    `Contacts   ${summary.contactIds.join(', ') || 'none: known by a ticket or an SMS alone'}`,
    `Names      ${names.map(({ kind, value }) => `${kind} ${value}`).join(', ') || 'none'}`,
    `Stopped    ${isOptedOut ? 'yes' : 'no'}`,
    `Session    ${sessions.join(', ') || 'none open'}`,
    `Consent    ${lastConsent ? `${lastConsent.action} ${lastConsent.recordedAt}` : 'none recorded'}`,
    `Rows       ${Object.entries(rows)
      .map(([table, count]) => `${table} ${count}`)
      .join(', ')}`,
  ].join('\n');
}

/** A STOP whose sender is still being checked counts. */
function hasStopped(row: Record<string, unknown>): boolean {
  const pending = row['pending_stops'];
  return typeof row['opted_out_at'] === 'string' || (Array.isArray(pending) && pending.length > 0);
}

function phoneOf(row: Record<string, unknown>): string[] {
  const phone = row['phone'] ?? row['phone_number'];
  return typeof phone === 'string' && phone !== '' ? [phone] : [];
}

function byMoment(rows: readonly Record<string, unknown>[], column: string): Record<string, unknown>[] {
  const at = (row: Record<string, unknown>): number => new Date(textOf(row[column])).getTime();
  return [...rows].sort((one, other) => at(one) - at(other));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
