import { InvalidArgumentError } from 'commander';
import type { Stores } from '../storage/create-stores.js';
import { readSecretKeys, type DatabaseSettings } from './database-settings.js';
import type { Terminal } from './terminal.js';
import { listOrganizations, readSettings, withDatabase } from './with-database.js';

export interface CommandContext {
  stores: Stores;
  settings: DatabaseSettings['database'];
  organizationId: string;
}

/**
 * Opens the database that the environment names, up to date, for one command and one organization. What the database keeps
 * sealed stays sealed, and no secret key is needed, unless the command asks for the secrets.
 *
 * @param wanted - `--organization`; may be left out where there is one.
 * @throws {InvalidArgumentError} where it names none of the organizations.
 * @throws {OptionsError} where secrets are asked for and `SECRET_KEY` is missing
 */
export async function withStores<Result>(
  terminal: Terminal,
  wanted: string | undefined,
  work: (context: CommandContext) => Promise<Result>,
  { secrets = false }: { secrets?: boolean } = {},
): Promise<Result> {
  const settings = readSettings(terminal);
  const secretKeys = secrets ? readSecretKeys(terminal.env) : null;
  const [{ createStores }, { createVault }, { readVault }] = await Promise.all([
    import('../storage/create-stores.js'),
    import('../secrets/vault.js'),
    import('../storage/open-vault.js'),
  ]);
  return withDatabase(settings, async (database) => {
    const stores = createStores(database, createVault(new Map()));
    const configured = settings.whole?.organizations ?? [];
    for (const { organization } of configured) {
      await stores.organizations.ensure(organization, settings.whole?.sms.basis ?? 'declared');
    }
    const ids = await listOrganizations(database);
    const own = configured.length === 1 ? configured[0]?.organization.id : undefined;
    const organizationId = wanted ?? (ids.length === 1 ? ids[0] : own);
    if (ids.length === 0) {
      throw new Error('The database keeps no organization yet. `whatsapp-optin serve` makes the first one.');
    }
    if (organizationId === undefined || !ids.includes(organizationId)) {
      throw new InvalidArgumentError(`--organization must be one of: ${ids.join(', ')}.`);
    }
    if (secretKeys !== null) {
      const vault = await readVault(database, [{ id: organizationId, secretKeys }]);
      return work({ stores: createStores(database, vault), settings: settings.database, organizationId });
    }
    return await work({ stores, settings: settings.database, organizationId });
  });
}
