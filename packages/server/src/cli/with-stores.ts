import { InvalidArgumentError } from 'commander';
import { createLog } from '../composition/create-log.js';
import { optionsFromEnvironment } from '../config/environment.js';
import { resolveOptions } from '../config/resolve-options.js';
import type { ResolvedOptions } from '../config/resolve-options.js';
import type { Stores } from '../storage/create-stores.js';
import type { Terminal } from './terminal.js';

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
  const settings = resolveOptions(optionsFromEnvironment(terminal.env).options);
  const ids = settings.organizations.map(({ organization }) => organization.id);
  const organizationId = wanted ?? (ids.length === 1 ? ids[0] : undefined);
  if (organizationId === undefined || !ids.includes(organizationId)) {
    throw new InvalidArgumentError(`--organization must be one of: ${ids.join(', ')}.`);
  }
  const [{ openDatabase }, { migrate }, { createStores }, { openVault }] = await Promise.all([
    import('../storage/open-database.js'),
    import('../storage/migrate.js'),
    import('../storage/create-stores.js'),
    import('../storage/open-vault.js'),
  ]);
  const { schema, logLevel } = settings;
  const address = settings.databaseDirectUrl ?? settings.database;
  const database = await openDatabase({ database: address, schema, log: createLog({ level: logLevel }) });
  try {
    await migrate(database);
    const keyed = settings.organizations.map(({ organization, secretKeys }) => ({ id: organization.id, secretKeys }));
    const stores = createStores(database, await openVault(database, keyed));
    for (const { organization } of settings.organizations) {
      await stores.organizations.ensure(organization, settings.sms.basis);
    }
    return await work({ stores, settings, organizationId });
  } finally {
    await database.close();
  }
}
