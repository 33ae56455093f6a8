import type { EnvironmentReader } from './environment-reader.js';
import type { ProvidersOptions, SmsOptions } from './options.js';

const WHATSAPP_PROVIDERS = ['ultramsg', 'meta', 'twilio'] as const;
type WhatsAppVendor = (typeof WHATSAPP_PROVIDERS)[number];
const SMS_PROVIDERS = ['twilio', 'sns'] as const;

/** Any of these means that its vendor was chosen; the account of Twilio alone may be there for SMS. */
const CHOSEN_BY: Readonly<Record<WhatsAppVendor, readonly string[]>> = {
  ultramsg: ['ULTRAMSG_INSTANCE_ID', 'ULTRAMSG_TOKEN'],
  meta: ['META_PHONE_NUMBER_ID', 'META_ACCESS_TOKEN'],
  twilio: ['TWILIO_WHATSAPP_FROM'],
};

/** The vendor of WhatsApp. */
export function readProviders(read: EnvironmentReader): ProvidersOptions {
  switch (read.oneOf('WHATSAPP_PROVIDER', WHATSAPP_PROVIDERS) ?? vendorThatIsSet(read)) {
    case 'meta':
      return {
        meta: {
          phoneNumberId: read.text('META_PHONE_NUMBER_ID') ?? '',
          accessToken: read.text('META_ACCESS_TOKEN') ?? '',
          appSecret: read.list('META_APP_SECRET'),
          verifyToken: read.text('META_VERIFY_TOKEN'),
          graphVersion: read.text('META_GRAPH_VERSION'),
          graphBaseUrl: read.text('META_GRAPH_BASE_URL'),
        },
      };
    case 'twilio':
      return {
        twilio: {
          accountSid: read.text('TWILIO_ACCOUNT_SID') ?? '',
          authToken: read.list('TWILIO_AUTH_TOKEN') ?? [],
          whatsappFrom: read.text('TWILIO_WHATSAPP_FROM') ?? '',
          baseUrl: read.text('TWILIO_BASE_URL'),
        },
      };
    case 'ultramsg':
      return {
        ultramsg: {
          instanceId: read.text('ULTRAMSG_INSTANCE_ID') ?? '',
          token: read.text('ULTRAMSG_TOKEN') ?? '',
          baseUrl: read.text('ULTRAMSG_BASE_URL'),
          webhookToken: read.list('ULTRAMSG_WEBHOOK_TOKEN'),
          webhookEnabled: read.flag('ULTRAMSG_WEBHOOK_ENABLED'),
          verifyInbound: read.flag('ULTRAMSG_VERIFY_INBOUND'),
        },
      };
  }
}

export function readSms(read: EnvironmentReader): SmsOptions {
  return {
    enabled: read.flag('SMS_ENABLED'),
    provider: read.oneOf('SMS_PROVIDER', SMS_PROVIDERS),
    awsRegion: read.text('AWS_REGION'),
    snsEndpoint: read.text('AWS_ENDPOINT_URL_SNS'),
    accountSid: read.text('SMS_ACCOUNT_SID') ?? read.text('TWILIO_ACCOUNT_SID'),
    authToken: read.list('SMS_AUTH_TOKEN') ?? read.list('TWILIO_AUTH_TOKEN'),
    fromNumber: read.text('SMS_FROM_NUMBER'),
    baseUrl: read.text('TWILIO_BASE_URL'),
    fallbackEnabled: read.flag('SMS_FALLBACK_ENABLED'),
    criticalOnly: read.flag('SMS_CRITICAL_ONLY'),
    allowedCountries: read.list('SMS_ALLOWED_COUNTRIES'),
    dailyLimit: read.number('SMS_DAILY_LIMIT'),
    centsPerSegment: read.number('SMS_CENTS_PER_SEGMENT'),
  };
}

/** Vendors of WhatsApp that have variables; more than one is a question. */
export function vendorsThatAreSet(read: EnvironmentReader): readonly WhatsAppVendor[] {
  return WHATSAPP_PROVIDERS.filter((vendor) => CHOSEN_BY[vendor].some((name) => read.text(name) !== undefined));
}

function vendorThatIsSet(read: EnvironmentReader): WhatsAppVendor {
  const set = vendorsThatAreSet(read);
  const [first = 'ultramsg'] = set;
  if (set.length > 1 && first !== 'ultramsg') {
    read.wrong('WHATSAPP_PROVIDER', `is missing: variables of ${set.join(' and ')} are set, and one carries WhatsApp.`);
  }
  return first;
}
