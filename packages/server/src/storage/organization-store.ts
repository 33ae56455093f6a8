import { MESSAGE_STYLES, NOTIFICATION_TYPES, RETENTION_KINDS } from '@whatsapp-optin/sdk/contract';
import { and, eq, sql } from 'drizzle-orm';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { Database } from './database.js';
import { createTables, type Tables } from './schema.js';

export function createOrganizationStore(database: Database): OrganizationStore {
  const { organizations, messageTemplates } = createTables(database.schema);
  const find = async (id: string): Promise<Organization | null> => {
    const [row] = await database.orm.select().from(organizations).where(eq(organizations.id, id));
    return row === undefined ? null : toOrganization(row);
  };
  return {
    find,
    async ensure(organization) {
      await database.orm.insert(organizations).values(organization).onConflictDoNothing();
      const stored = await find(organization.id);
      if (stored === null) throw new Error(`The organization "${organization.id}" could not be stored.`);
      return stored;
    },
    async update(organizationId, { quietHours, smsAllowedCountries, ...changes }) {
      const [row] = await database.orm
        .update(organizations)
        .set({
          ...changes,
          ...(quietHours !== undefined && {
            quietFrom: quietHours?.from ?? null,
            quietUntil: quietHours?.until ?? null,
          }),
          ...(smsAllowedCountries !== undefined && {
            smsAllowedCountries: smsAllowedCountries === null ? null : [...smsAllowedCountries],
          }),
          updatedAt: sql`clock_timestamp()`,
        })
        .where(eq(organizations.id, organizationId))
        .returning();
      return row === undefined ? null : toOrganization(row);
    },
    async templates(organizationId) {
      const rows = await database.orm
        .select()
        .from(messageTemplates)
        .where(eq(messageTemplates.organizationId, organizationId));
      return rows.flatMap(({ type, locale, body }) => {
        const known = NOTIFICATION_TYPES.find((one) => one === type);
        return known === undefined ? [] : [{ type: known, locale, body }];
      });
    },
    async putTemplate(organizationId, { type, locale, body }) {
      const { organizationId: organization, type: ofType, locale: ofLocale } = messageTemplates;
      if (body === null) {
        await database.orm
          .delete(messageTemplates)
          .where(and(eq(organization, organizationId), eq(ofType, type), eq(ofLocale, locale)));
        return;
      }
      await database.orm
        .insert(messageTemplates)
        .values({ organizationId, type, locale, body })
        .onConflictDoUpdate({
          target: [organization, ofType, ofLocale],
          set: { body, updatedAt: sql`clock_timestamp()` },
        });
    },
  };
}

function toOrganization(row: Tables['organizations']['$inferSelect']): Organization {
  const { id, name, whatsappNumber, whatsappEnabled, defaultLocale, timeZone, renewalEnabled, smsDailyLimit } = row;
  return {
    id,
    name,
    whatsappNumber,
    whatsappEnabled,
    messageStyle: MESSAGE_STYLES.find((style) => style === row.messageStyle) ?? 'branded',
    defaultLocale,
    timeZone,
    quietHours:
      row.quietFrom === null || row.quietUntil === null
        ? null
        : { from: row.quietFrom.slice(0, 5), until: row.quietUntil.slice(0, 5) },
    renewalEnabled,
    cancelWords: row.cancelWords === 'stop' ? 'stop' : 'staff',
    smsDailyLimit,
    smsAllowedCountries: row.smsAllowedCountries,
    retentionDays: toRetentionDays(row.retentionDays),
  };
}

function toRetentionDays(stored: unknown): Organization['retentionDays'] {
  const days = stored as Record<string, unknown> | null;
  return Object.fromEntries(
    RETENTION_KINDS.flatMap((kind) => (typeof days?.[kind] === 'number' ? [[kind, days[kind]] as const] : [])),
  );
}
