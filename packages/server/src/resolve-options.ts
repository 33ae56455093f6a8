import { parseTrustedProxies } from './http/client-address.js';
import { LOG_LEVELS } from './log.js';
import { OptionChecks, OptionsError } from './option-checks.js';
import type { OrganizationOptions, WhatsAppOptInOptions } from './options.js';
import { SEND_DEADLINE_MS } from './providers/send-outcome.js';
import { resolveDelivery } from './resolve-delivery.js';
import { resolveKeywords } from './resolve-keywords.js';
import { resolveOrganization } from './resolve-organization.js';
import { resolveSms } from './resolve-sms.js';
import { resolveWebPush } from './resolve-web-push.js';
import type { ResolvedOptions, ResolvedOrganization } from './resolved-options.js';

export type {
  ResolvedMeta,
  ResolvedOptions,
  ResolvedOrganization,
  ResolvedSms,
  ResolvedSmsAccount,
  ResolvedTwilioWhatsApp,
  ResolvedUltraMsg,
  ResolvedWebPush,
  ResolvedWhatsApp,
} from './resolved-options.js';

const DEFAULTS = Object.freeze({
  database: './.whatsapp-optin',
  schema: 'whatsapp_optin',
  publicUrl: 'http://localhost:4000',
  sessionDurationHours: 24,
  sessionMarginSeconds: 120,
  optInLifetimeMinutes: 60,
  renewalLeadMinutes: 45,
  messageRetentionDays: 90,
  logLevel: 'info',
} as const);

/** Below the time that one send may take, a message could leave after its window has closed. */
const ADVISED_MARGIN_SECONDS = SEND_DEADLINE_MS / 1_000;

/**
 * Fills in the defaults and checks everything, once, at the door.
 *
 * @throws {OptionsError} one that names every option that is missing or wrong.
 */
export function resolveOptions(options: WhatsAppOptInOptions): ResolvedOptions {
  const checks = new OptionChecks();
  const organizations = resolveOrganizations(checks, options);
  const basePath = resolveBasePath(checks, options.basePath);
  const sessionMarginSeconds = checks.number('sessionMarginSeconds', options.sessionMarginSeconds, {
    fallback: DEFAULTS.sessionMarginSeconds,
    min: 0,
    max: 3_600,
  });
  if (sessionMarginSeconds < ADVISED_MARGIN_SECONDS) {
    checks.warn('sessionMarginSeconds', `is below ${ADVISED_MARGIN_SECONDS}: a slow send may end after its session.`);
  }
  const publicUrl = checks.url('publicUrl', options.publicUrl, DEFAULTS.publicUrl + basePath);
  const resolved: ResolvedOptions = {
    database: resolveDatabase(checks, options.database),
    schema: resolveSchema(checks, options.schema),
    organizations,
    push: typeof options.push === 'function' ? options.push : resolveWebPush(checks, options.push ?? {}, publicUrl),
    sms: resolveSms(checks, options.sms ?? {}, organizations),
    delivery: resolveDelivery(checks, options.delivery),
    publicUrl,
    basePath,
    allowedOrigins: resolveOrigins(checks, options.allowedOrigins),
    trustedProxies: resolveProxies(checks, options.trustedProxies),
    sessionDurationHours: checks.number('sessionDurationHours', options.sessionDurationHours, {
      fallback: DEFAULTS.sessionDurationHours,
      min: 1,
      max: 24,
    }),
    sessionMarginSeconds,
    optInLifetimeMinutes: checks.number('optInLifetimeMinutes', options.optInLifetimeMinutes, {
      fallback: DEFAULTS.optInLifetimeMinutes,
      min: 1,
      max: 1_440,
    }),
    renewalLeadMinutes: checks.number('renewalLeadMinutes', options.renewalLeadMinutes, {
      fallback: DEFAULTS.renewalLeadMinutes,
      min: 1,
      max: 1_440,
    }),
    keywords: resolveKeywords(checks, options.keywords),
    messageRetentionDays: checks.number('messageRetentionDays', options.messageRetentionDays, {
      fallback: DEFAULTS.messageRetentionDays,
      min: 1,
      max: 3_650,
    }),
    logLevel: checks.oneOf('logLevel', options.logLevel, LOG_LEVELS, DEFAULTS.logLevel),
    log: options.log ?? null,
    warnings: checks.warnings,
  };
  if (checks.problems.length > 0) throw new OptionsError(checks.problems);
  return resolved;
}

function resolveOrganizations(checks: OptionChecks, options: WhatsAppOptInOptions): ResolvedOrganization[] {
  const { organization, organizations, providers } = options;
  if (organization && organizations) checks.wrong('organizations', 'and `organization` exclude each other.');
  if (organization) return [resolveOrganization(checks, 'organization', organization, providers)];
  if (!Array.isArray(organizations) || organizations.length === 0) {
    checks.wrong('organization', 'is missing: a name and a secretKey at least.');
    return [];
  }
  const resolved = organizations.map((one: OrganizationOptions, index) =>
    resolveOrganization(checks, `organizations[${index}]`, one, undefined),
  );
  if (providers) checks.wrong('providers', 'belongs into each of `organizations`: a vendor account serves one number.');
  refuseShared(
    checks,
    'id',
    resolved.map(({ organization: { id } }) => [id]),
  );
  refuseShared(
    checks,
    'keys',
    resolved.map(({ secretKey, publishableKey, adminKey }) => [secretKey, publishableKey, adminKey]),
  );
  return resolved;
}

/** Two organizations with one id or one key could not be told apart. */
function refuseShared(checks: OptionChecks, what: string, values: (string | null)[][]): void {
  const seen = new Set<string>();
  for (const [index, ofOne] of values.entries()) {
    for (const value of ofOne) {
      if (!value) continue;
      if (seen.has(value)) checks.wrong(`organizations[${index}]`, `shares its ${what} with another organization.`);
      seen.add(value);
    }
  }
}

function resolveDatabase(checks: OptionChecks, value: unknown): string {
  const database = checks.text('database', value);
  if (database === null) return DEFAULTS.database;
  const isUrl = database.includes('://');
  if (isUrl && !(/^postgres(ql)?:/.test(database) && URL.canParse(database))) {
    checks.wrong('database', 'must be a postgres:// address or a folder.');
  }
  return database;
}

function resolveSchema(checks: OptionChecks, value: unknown): string {
  const schema = checks.text('schema', value) ?? DEFAULTS.schema;
  // It stands unquoted in SQL, and PostgreSQL cuts longer names.
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema) || schema.startsWith('pg_')) {
    checks.wrong('schema', 'must be lower-case letters, digits and underscores, at most 63, and not begin with "pg_".');
  }
  return schema;
}

function resolveBasePath(checks: OptionChecks, value: unknown): string {
  const path = (checks.text('basePath', value) ?? '').replace(/\/+$/, '');
  if (/^(\/[\w.~-]+)*$/.test(path)) return path;
  checks.wrong('basePath', 'must begin with a slash, for example "/whatsapp".');
  return '';
}

function resolveOrigins(checks: OptionChecks, value: unknown): string[] {
  return checks.list('allowedOrigins', value).map((entry) => {
    const url = URL.canParse(entry) ? new URL(entry) : null;
    if (url && /^https?:$/.test(url.protocol) && (entry === url.origin || entry === `${url.origin}/`))
      return url.origin;
    checks.wrong('allowedOrigins', 'must be whole origins such as "https://clinic.example"; wildcards are not taken.');
    return entry;
  });
}

function resolveProxies(checks: OptionChecks, value: unknown): readonly string[] {
  const entries = checks.list('trustedProxies', value);
  try {
    parseTrustedProxies(entries);
  } catch {
    checks.wrong('trustedProxies', 'must be one number of proxies, or addresses and ranges such as "10.0.0.0/8".');
  }
  return entries;
}
