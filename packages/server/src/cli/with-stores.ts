import { InvalidArgumentError } from 'commander';
import type { ResolvedOptions } from '../config/resolve-options.js';
import type { Stores } from '../storage/create-stores.js';
import type { Terminal } from './terminal.js';
import { readSettings, withDatabase } from './with-database.js';

export interface CommandContext {
  stores: Stores;
  settings: ResolvedOptions;
  organizationId: string;
}

/**
 * Opens the database that the environment names, up to date, for one command and one organization.
 *
 * @param wanted - `--organization`; may be left out where there is one.
 * @throws {InvalidArgumentError} where it names none of the organizations.
 */
export async function withStores<Result>(
  terminal: Terminal,
  wanted: string | undefined,
  work: (context: CommandContext) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(terminal);
  const ids = settings.organizations.map(({ organization }) => organization.id);
  const organizationId = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  if (organizationId === undefined || !ids.includes(organizationId)) {
    throw new InvalidArgumentError(`--organization must be one of: ${ids.join(', ')}.`);
  }
  const [{ createStores }, { openVault }] = await Promise.all([
    import('../storage/create-stores.js'),
    import('../storage/open-vault.js'),
  ]);
  return withDatabase(settings, async (database) => {
    const keyed = settings.organizations.map(({ organization, secretKeys }) => ({ id: organization.id, secretKeys }));
    const stores = createStores(database, await openVault(database, keyed));
    for (const { organization } of settings.organizations) {
      await stores.organizations.ensure(organization, settings.sms.basis);
    }
    return await work({ stores, settings, organizationId });
  });
}
