import { EnvironmentReader, type Environment } from './environment-reader.js';
import { LOG_LEVELS } from './log.js';
import { OptionsError, type OptionProblem } from './option-checks.js';
import type { ProvidersOptions, WhatsAppOptInOptions } from './options.js';
import { resolveOptions } from './resolve-options.js';
import { readProviders, readSms, vendorsThatAreSet } from './vendor-environment.js';

export interface EnvironmentSettings {
  options: WhatsAppOptInOptions;
  /** `host` is `null` where every address is listened on. */
  server: { port: number; host: string | null };
  /** By the names of variables; told once at start. */
  warnings: readonly string[];
}

const DEFAULTS = Object.freeze({ port: 4000, organizationName: 'Customer service' });
/** The variable that fills an option: what is wrong with an option is told by the name that the reader knows. */
const VARIABLES: Readonly<Record<string, string>> = {
  database: 'DATABASE_URL',
  publicUrl: 'PUBLIC_URL',
  basePath: 'BASE_PATH',
  allowedOrigins: 'ALLOWED_ORIGINS',
  trustedProxies: 'TRUSTED_PROXIES',
  'keywords.stop': 'STOP_WORDS',
  'keywords.start': 'START_WORDS',
  sessionDurationHours: 'WHATSAPP_SESSION_DURATION_HOURS',
  sessionMarginSeconds: 'WHATSAPP_SESSION_MARGIN_SECONDS',
  messageRetentionDays: 'MESSAGE_RETENTION_DAYS',
  logLevel: 'LOG_LEVEL',
  'organization.id': 'ORGANIZATION_ID',
  'organization.name': 'ORGANIZATION_NAME',
  'organization.whatsappNumber': 'WHATSAPP_COMPANY_NUMBER',
  'organization.defaultLocale': 'DEFAULT_LOCALE',
  'organization.timeZone': 'TIME_ZONE',
  'organization.secretKey': 'SECRET_KEY',
  'organization.publishableKey': 'PUBLISHABLE_KEY',
  'organization.adminKey': 'ADMIN_KEY',
  'providers.ultramsg.instanceId': 'ULTRAMSG_INSTANCE_ID',
  'providers.ultramsg.token': 'ULTRAMSG_TOKEN',
  'providers.ultramsg.baseUrl': 'ULTRAMSG_BASE_URL',
  'providers.ultramsg.webhookToken': 'ULTRAMSG_WEBHOOK_TOKEN',
  'providers.meta.phoneNumberId': 'META_PHONE_NUMBER_ID',
  'providers.meta.accessToken': 'META_ACCESS_TOKEN',
  'providers.meta.appSecret': 'META_APP_SECRET',
  'providers.meta.verifyToken': 'META_VERIFY_TOKEN',
  'providers.meta.graphVersion': 'META_GRAPH_VERSION',
  'providers.meta.graphBaseUrl': 'META_GRAPH_BASE_URL',
  'providers.twilio.accountSid': 'TWILIO_ACCOUNT_SID',
  'providers.twilio.authToken': 'TWILIO_AUTH_TOKEN',
  'providers.twilio.whatsappFrom': 'TWILIO_WHATSAPP_FROM',
  'providers.twilio.baseUrl': 'TWILIO_BASE_URL',
  'sms.awsRegion': 'AWS_REGION',
  'sms.snsEndpoint': 'AWS_ENDPOINT_URL_SNS',
  'sms.accountSid': 'SMS_ACCOUNT_SID',
  'sms.authToken': 'SMS_AUTH_TOKEN',
  'sms.fromNumber': 'SMS_FROM_NUMBER',
  'sms.baseUrl': 'TWILIO_BASE_URL',
  'sms.allowedCountries': 'SMS_ALLOWED_COUNTRIES',
  'sms.dailyLimit': 'SMS_DAILY_LIMIT',
  'sms.centsPerSegment': 'SMS_CENTS_PER_SEGMENT',
  'push.vapidPublicKey': 'VAPID_PUBLIC_KEY',
  'push.vapidPrivateKey': 'VAPID_PRIVATE_KEY',
  'push.vapidSubject': 'VAPID_SUBJECT',
  'push.allowedHosts': 'PUSH_ALLOWED_HOSTS',
};

/**
 * The settings of `serve` from its environment.
 *
 * @throws {OptionsError} one that names every variable that is missing or wrong.
 */
export function optionsFromEnvironment(env: Environment): EnvironmentSettings {
  const read = new EnvironmentReader(env);
  const port = read.number('PORT') ?? DEFAULTS.port;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    read.wrong('PORT', 'must be a whole number from 0 to 65535.');
  // The library lets these be absent; a server that nobody can administer or write to is a mistake.
  for (const variable of ['ADMIN_KEY', 'WHATSAPP_COMPANY_NUMBER']) {
    if (read.text(variable) === undefined) read.wrong(variable, 'is missing.');
  }
  const basePath = (read.text('BASE_PATH') ?? '').replace(/\/+$/, '');
  const localUrl = `http://localhost:${port}${basePath}`;
  const providers = readProviders(read);
  const options: WhatsAppOptInOptions = {
    database: read.text('DATABASE_URL') ?? read.text('DATA_DIR'),
    organization: {
      id: read.text('ORGANIZATION_ID'),
      name: read.text('ORGANIZATION_NAME') ?? DEFAULTS.organizationName,
      whatsappNumber: read.text('WHATSAPP_COMPANY_NUMBER'),
      defaultLocale: read.text('DEFAULT_LOCALE'),
      timeZone: read.text('TIME_ZONE'),
      secretKey: read.text('SECRET_KEY') ?? '',
      publishableKey: read.text('PUBLISHABLE_KEY'),
      adminKey: read.text('ADMIN_KEY'),
    },
    providers,
    push: {
      vapidPublicKey: read.text('VAPID_PUBLIC_KEY'),
      vapidPrivateKey: read.text('VAPID_PRIVATE_KEY'),
      vapidSubject: read.text('VAPID_SUBJECT'),
      allowedHosts: read.list('PUSH_ALLOWED_HOSTS'),
    },
    sms: readSms(read),
    publicUrl: read.text('PUBLIC_URL') ?? (URL.canParse(localUrl) ? localUrl : undefined),
    basePath,
    allowedOrigins: read.list('ALLOWED_ORIGINS'),
    trustedProxies: read.list('TRUSTED_PROXIES'),
    keywords: { stop: read.list('STOP_WORDS'), start: read.list('START_WORDS') },
    sessionDurationHours: read.number('WHATSAPP_SESSION_DURATION_HOURS'),
    sessionMarginSeconds: read.number('WHATSAPP_SESSION_MARGIN_SECONDS'),
    messageRetentionDays: read.number('MESSAGE_RETENTION_DAYS'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS),
  };
  const warnings = readWarnings(read, providers);
  const problems = [...read.problems, ...problemsByVariable(options)];
  if (problems.length > 0) throw new OptionsError(oncePerVariable(problems), 'variable');
  return { options, server: { port, host: read.text('HOST') ?? null }, warnings };
}

function problemsByVariable(options: WhatsAppOptInOptions): OptionProblem[] {
  try {
    resolveOptions(options);
    return [];
  } catch (error) {
    if (!(error instanceof OptionsError)) throw error;
    return error.problems.map(({ option, message }) => ({ option: VARIABLES[option] ?? option, message }));
  }
}

/** A value that the reader refused may be missed by an option too: the first complaint is the exact one. */
function oncePerVariable(problems: readonly OptionProblem[]): OptionProblem[] {
  return problems.filter(({ option }, index) => problems.findIndex((other) => other.option === option) === index);
}

function readWarnings(read: EnvironmentReader, { ultramsg, meta }: ProvidersOptions): string[] {
  const warnings: string[] = [];
  const others = vendorsThatAreSet(read).filter((vendor) => vendor !== 'ultramsg');
  if (ultramsg && others.length > 0 && read.text('WHATSAPP_PROVIDER') === undefined) {
    warnings.push(
      `WHATSAPP_PROVIDER is not set: ultramsg carries WhatsApp, variables of ${others.join(' and ')} do not.`,
    );
  }
  if (ultramsg && !ultramsg.webhookToken) {
    warnings.push('ULTRAMSG_WEBHOOK_TOKEN is not set: the webhook answers 503 and no session can open.');
  }
  if (meta && !meta.appSecret) {
    warnings.push('META_APP_SECRET is not set: the webhook answers 503 and no session can open.');
  }
  if (meta && !meta.verifyToken) {
    warnings.push("META_VERIFY_TOKEN is not set: Meta cannot confirm the webhook's address.");
  }
  if (read.text('DATABASE_URL') !== undefined && read.text('DATA_DIR') !== undefined) {
    warnings.push('DATA_DIR is not used: DATABASE_URL is set.');
  }
  return warnings;
}
