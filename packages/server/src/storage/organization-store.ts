import { MESSAGE_STYLES, type MessageStyle } from '@whatsapp-optin/sdk/contract';
import { eq } from 'drizzle-orm';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { Database } from './database.js';
import { createTables, type Tables } from './schema.js';

export function createOrganizationStore(database: Database): OrganizationStore {
  const { organizations } = createTables(database.schema);
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
  };
}

function toOrganization(row: Tables['organizations']['$inferSelect']): Organization {
  const { id, name, whatsappNumber, whatsappEnabled, defaultLocale, timeZone } = row;
  const messageStyle: MessageStyle = MESSAGE_STYLES.find((style) => style === row.messageStyle) ?? 'branded';
  return { id, name, whatsappNumber, whatsappEnabled, messageStyle, defaultLocale, timeZone };
}
