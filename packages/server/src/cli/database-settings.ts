import { OptionsError } from '../config/options-error.js';
import { optionsFromEnvironment, type Environment } from '../config/environment.js';
import { resolveOptions, type ResolvedOptions } from '../config/resolve-options.js';
import { VARIABLES } from '../config/variables.js';

/** What a command that works on the database alone reads. */
const WANTED = /^(DATABASE_|DATA_DIR|LOG_LEVEL|MESSAGE_RETENTION|NOTIFICATION_RETENTION|SMS_BASIS|SUPPRESSION_)/;

/** Together with what opens the secrets of the organization. */
const WITH_SECRET_KEY = new RegExp(`${WANTED.source}|^SECRET_KEY`);

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
    | 'database'
    | 'databaseDirectUrl'
    | 'schema'
    | 'suppressionJournal'
    | 'logLevel'
    | 'messageRetentionDays'
    | 'notificationRetentionDays'
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
  return { database: resolveWanted(env, WANTED, UNREAD), whole: readWhole(env) };
}

/**
 * The keys that open what the database keeps sealed, the one that seals first; nothing of a vendor need be there.
 *
 * @throws {OptionsError} where `SECRET_KEY` is missing or too short
 */
export function readSecretKeys(env: Environment): readonly string[] {
  const { SECRET_KEY: _, ...unread } = UNREAD;
  return resolveWanted(env, WITH_SECRET_KEY, unread).organizations[0]?.secretKeys ?? [];
}

function resolveWanted(env: Environment, wanted: RegExp, unread: Environment): ResolvedOptions {
  const known = new Set(VARIABLES.flatMap(({ name, fileName }) => [name, fileName ?? []].flat()));
  const read = Object.entries(env).filter(([name]) => !known.has(name) || wanted.test(name));
  const { options, source } = optionsFromEnvironment({ ...unread, ...Object.fromEntries(read) });
  return resolveOptions(options, source);
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
