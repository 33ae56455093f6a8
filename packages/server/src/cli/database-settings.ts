import { OptionsError } from '../config/options-error.js';
import { optionsFromEnvironment, type Environment } from '../config/environment.js';
import { resolveOptions, type ResolvedOptions } from '../config/resolve-options.js';
import { VARIABLES } from '../config/variables.js';

/** What a command that works on the database alone reads. */
const WANTED = /^(DATABASE_|DATA_DIR|LOG_LEVEL|MESSAGE_RETENTION|NOTIFICATION_RETENTION|SMS_BASIS)/;

/** Stand in for what is not read, and reach nothing. */
const UNREAD: Environment = {
  SECRET_KEY: 'sk_not-read-by-a-command-of-the-database',
  ADMIN_KEY: 'ak_not-read-by-a-command-of-the-database',
  WHATSAPP_COMPANY_NUMBER: '+966500000000',
  ULTRAMSG_INSTANCE_ID: '1',
  ULTRAMSG_TOKEN: 'not-read',
  ULTRAMSG_WEBHOOK_TOKEN: 'not-read-by-a-command-of-the-database',
};

export interface DatabaseSettings {
  database: Pick<
    ResolvedOptions,
    'database' | 'databaseDirectUrl' | 'schema' | 'logLevel' | 'messageRetentionDays' | 'notificationRetentionDays'
  >;
  /** All settings, where they are whole: then the organization that they name may be made. */
  whole: ResolvedOptions | null;
}

/**
 * The settings of the database: neither a vendor's tokens nor our own keys need be there.
 *
 * @throws {OptionsError} that names what of the database is missing, wrong or misspelt
 */
export function readDatabaseSettings(env: Environment): DatabaseSettings {
  const known = new Set(VARIABLES.flatMap(({ name, fileName }) => [name, fileName ?? []].flat()));
  const read = Object.entries(env).filter(([name]) => !known.has(name) || WANTED.test(name));
  const { options, source } = optionsFromEnvironment({ ...UNREAD, ...Object.fromEntries(read) });
  return { database: resolveOptions(options, source), whole: readWhole(env) };
}

function readWhole(env: Environment): ResolvedOptions | null {
  try {
    const { options, source } = optionsFromEnvironment(env);
    return resolveOptions(options, source);
  } catch (error) {
    if (error instanceof OptionsError) return null;
    throw error;
  }
}
