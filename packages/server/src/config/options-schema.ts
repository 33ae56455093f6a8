import { z } from 'zod';
import { parseTrustedProxies } from '../http/client-address.js';
import { classifyKeyword, isReadableKeyword } from '../inbound/stop-words.js';
import { LOG_LEVELS, type Log } from '../log.js';
import type { HostPushSender } from '../providers/push-sender.js';
import { isSchemaName, SCHEMA_NAME_RULE } from '../storage/schema-name.js';
import { delivery } from './delivery-schema.js';
import { always, choice, FIELDS, group, list, number, text, whole } from './fields.js';
import { organization } from './organization-schema.js';
import { webPush } from './push-schema.js';
import { ADDRESS, matching, ORIGIN } from './readers.js';
import { sms } from './sms-schema.js';
import { providers } from './vendor-schemas.js';

export const DEFAULT_PUBLIC_URL = 'http://localhost:4000';

const LOG_METHODS = ['debug', 'info', 'warn', 'error'] as const satisfies readonly (keyof Log)[];

const DELIVERY_HELP =
  'By type of notification: how long it is worth sending, and when a tier counts as having reached the customer. What is left ' +
  'out stays: a push of `your_turn` and `critical` must be displayed within 20 seconds, all else counts once it is accepted.';

const word = {
  read: (given: string) => (isReadableKeyword(given) ? given : null),
  must: 'must be a list of words, each with letters or digits, at most 200 characters',
};

const keywords = group('KeywordOptions', 'Keywords', {
  stop: list({
    env: 'STOP_WORDS',
    help: 'Words that stop messages, besides those of the twelve languages. Each is a whole message, whatever its case and punctuation.',
    ...word,
  }),
  start: list({ env: 'START_WORDS', help: 'Words that start messages again, likewise.', ...word }),
}).superRefine(({ stop, start }, context) => {
  const [stops, starts] = [stop, start].map((words) => [words].flat().filter((one) => typeof one === 'string'));
  const taken = (starts ?? []).filter((one) => classifyKeyword(one, { stop: stops ?? [], start: [] }) === 'stop');
  if (taken.length === 0) return;
  context.addIssue({ code: 'custom', path: ['start'], message: `holds what stops messages: ${taken.join(', ')}` });
}, always);

/** Ids and keys must be unique: each identifies one organization. */
const organizations = z
  .array(organization, { error: 'must be a list of organizations' })
  .readonly()
  .superRefine((given, context) => {
    for (const [what, names] of [
      ['id', ['id']],
      ['keys', ['secretKey', 'publishableKey', 'adminKey']],
    ] as const) {
      const seen = new Set<unknown>();
      for (const [index, one] of [given].flat().entries()) {
        const values = names.flatMap((name) => (one as typeof one | null | undefined)?.[name] ?? []);
        if (values.some((value) => seen.has(value))) {
          context.addIssue({ code: 'custom', path: [index], message: `shares its ${what} with another organization` });
        }
        for (const value of values) seen.add(value);
      }
    }
  }, always);

const push = z
  .union([z.custom<HostPushSender>((value) => typeof value === 'function'), webPush], {
    error: 'must be a function, or settings of the built-in web push',
  })
  .prefault({});

const log = z
  .custom<Log>((value) => LOG_METHODS.every((name) => typeof (value as Partial<Log> | null)?.[name] === 'function'), {
    error: `must be an object with the functions ${LOG_METHODS.join(', ')}`,
  })
  .optional();

const ESCAPE = 'escape # and @ in its password as %23 and %40';

function isPostgresUrl(given: unknown): boolean {
  return typeof given === 'string' && /^postgres(ql)?:\/\//.test(given) && URL.canParse(given);
}

/** Every option of `createWhatsAppOptIn`. */
export const optionsSchema = group('WhatsAppOptInOptions', 'Server', {
  database: text({
    env: ['DATABASE_URL', 'DATA_DIR'],
    help: 'A `postgres://` URL, or a folder for the embedded database.',
    secret: true,
    read: (given) => {
      return isPostgresUrl(given) || !given.includes('://') ? given : null;
    },
    must: `must be a postgres:// address or a folder; ${ESCAPE}`,
    default: './.whatsapp-optin',
  }),
  databaseDirectUrl: text({
    env: 'DATABASE_DIRECT_URL',
    help: 'PostgreSQL itself, where `DATABASE_URL` is a pooler in transaction mode: to listen and to migrate.',
    secret: true,
    read: (given) => (isPostgresUrl(given) ? given : null),
    must: `must be a postgres:// address; ${ESCAPE}`,
  }),
  databaseReplicaUrl: text({
    env: 'DATABASE_REPLICA_URL',
    help: "A read replica of `DATABASE_URL`: staff's lists and reports are read there. While it fails, they come from `DATABASE_URL`.",
    secret: true,
    read: (given) => (isPostgresUrl(given) ? given : null),
    must: `must be a postgres:// address; ${ESCAPE}`,
  }),
  suppressionJournal: text({
    env: 'SUPPRESSION_JOURNAL',
    help: 'A file outside of the database to which each STOP, START and erasure is appended. After a restore nothing is sent until `whatsapp-optin restore-check` has repeated them.',
  }),
  schema: text({
    help: 'The schema of our tables.',
    read: (given) => (isSchemaName(given) ? given : null),
    must: `must be ${SCHEMA_NAME_RULE}`,
    isQuoted: true,
    default: 'whatsapp_optin',
  }),
  databasePoolSize: number({
    env: 'DATABASE_POOL_SIZE',
    help: 'Connections of this process to PostgreSQL at most; one more listens. As many to the replica, where one is set. A request waits up to 2 seconds for one.',
    limits: { min: 1, max: 1_000, unit: 'connections' },
    default: 16,
  }),
  databaseWaitSeconds: number({
    env: 'DATABASE_WAIT_SECONDS',
    help: 'How long a start waits for a database that cannot be reached, or lets nobody in yet. 0: not at all.',
    limits: { min: 0, max: 3_600, unit: 'seconds' },
    default: 60,
  }),
  organization: organization
    .optional()
    .register(FIELDS, whole('OrganizationOptions', 'The business, where there is one.')),
  organizations: organizations
    .optional()
    .register(FIELDS, whole('readonly OrganizationOptions[]', 'Several businesses, each with its own `providers`.')),
  providers: providers
    .optional()
    .register(FIELDS, whole('ProvidersOptions', 'The vendor of `organization`. With several, each has its own.')),
  push: push.register(
    FIELDS,
    whole('HostPushSender | WebPushOptions', "The host's own push sender, or settings of the built-in web push."),
  ),
  sms: sms.prefault({}).register(FIELDS, whole('SmsOptions', 'SMS, the last tier.')),
  publicUrl: text({
    env: 'PUBLIC_URL',
    help: 'Where this server is reached from outside, base path included: short links, webhooks.',
    defaultText: `${DEFAULT_PUBLIC_URL} and the base path; for \`serve\` with its port`,
    ...ADDRESS,
  }),
  basePath: text({
    env: 'BASE_PATH',
    help: 'Path that every address of this server begins with, such as `/whatsapp`.',
    read: (given) => matching(/^(\/[\w.~-]+)*$/)(given.replace(/\/+$/, '')),
    must: 'must begin with a slash, for example "/whatsapp"',
    isQuoted: true,
    default: '',
  }),
  allowedOrigins: list({
    env: 'ALLOWED_ORIGINS',
    help: 'Origins whose pages may create opt-ins with the publishable key.',
    ...ORIGIN,
  }),
  webhookAllowedHosts: list({
    env: 'WEBHOOK_ALLOWED_HOSTS',
    help: 'Hosts that events may go to although their address is not public; `localhost:3000` for development, also without https.',
    read: matching(/^([\w.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/i),
    must: 'must be hosts with their port such as "localhost:3000", without a scheme',
    isQuoted: true,
  }),
  trustedProxies: list({
    env: 'TRUSTED_PROXIES',
    help: 'Proxies in front of this server: one number of them, or their addresses and ranges.',
  }).refine(areProxies, { error: 'must be one number of proxies, or addresses and ranges such as "10.0.0.0/8"' }),
  sessionDurationHours: number({
    env: 'WHATSAPP_SESSION_DURATION_HOURS',
    help: 'How long a session lasts from the last inbound message.',
    limits: { min: 1, max: 24, unit: 'hours' },
    default: 24,
  }),
  sessionMarginSeconds: number({
    env: 'WHATSAPP_SESSION_MARGIN_SECONDS',
    help: 'Sending stops this long before the true end of a session.',
    limits: { min: 0, max: 3_600, unit: 'seconds' },
    default: 120,
  }),
  renewalLeadMinutes: number({
    help: 'A renewal notice is sent this long before a session ends.',
    limits: { min: 1, max: 1_440, unit: 'minutes' },
    default: 45,
  }),
  optInLifetimeMinutes: number({
    help: 'How long an opt-in code can be used.',
    limits: { min: 1, max: 1_440, unit: 'minutes' },
    default: 60,
  }),
  keywords: keywords
    .prefault({})
    .register(
      FIELDS,
      whole('KeywordOptions', 'Words that stop and start messages, besides those of the twelve languages.'),
    ),
  delivery: delivery.optional().register(FIELDS, whole('PolicyOverrides', DELIVERY_HELP)),
  messageRetentionDays: number({
    env: 'MESSAGE_RETENTION_DAYS',
    help: 'How long the texts of messages are kept.',
    limits: { min: 1, max: 3_650, unit: 'days' },
    default: 90,
  }),
  notificationRetentionDays: number({
    env: 'NOTIFICATION_RETENTION_DAYS',
    help: 'How long notifications are kept with their attempts and what proves them: sessions, tickets, keys of messages. Their daily counts stay.',
    limits: { min: 4, max: 3_650, unit: 'days' },
    default: 1_460,
  }),
  logLevel: choice({
    env: 'LOG_LEVEL',
    help: 'What is logged.',
    values: LOG_LEVELS,
    type: 'LogLevel',
    default: 'info',
  }),
  log: log.register(FIELDS, whole('Log', 'Replaces the built-in log.')),
}).superRefine((given, context) => {
  const refuse = (option: keyof typeof given, message: string) =>
    context.addIssue({ code: 'custom', path: [option], message });
  const isNone = given.organizations === undefined || given.organizations?.length === 0;
  if (given.organization && given.organizations) refuse('organizations', 'and `organization` exclude each other');
  else if (!given.organization && isNone) refuse('organization', 'is missing: a name and a secretKey at least');
  else if (given.organizations && given.providers) {
    refuse('providers', 'belongs into each of `organizations`: a vendor account serves one number');
  }
  const { database, databaseReplicaUrl: replica = '' } = given;
  if (isPostgresUrl(replica) && !isPostgresUrl(database)) {
    refuse('databaseReplicaUrl', 'needs `database` to be PostgreSQL: the embedded database has no replica');
  }
}, always);

function areProxies(entries: readonly string[]): boolean {
  try {
    return parseTrustedProxies(entries).kind !== undefined;
  } catch {
    return false;
  }
}
