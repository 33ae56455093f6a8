import { isSupportedCountry } from 'libphonenumber-js/max';
import { phoneCountry } from './contacts/phone-country.js';
import type { OptionChecks } from './option-checks.js';
import type { SmsOptions } from './options.js';
import type { ResolvedOrganization, ResolvedSms, ResolvedSmsAccount } from './resolved-options.js';

const DEFAULTS = Object.freeze({ baseUrl: 'https://api.twilio.com', dailyLimit: 100 });
const MAX_DAILY_LIMIT = 1_000_000;

export function resolveSms(
  checks: OptionChecks,
  options: SmsOptions,
  organizations: readonly ResolvedOrganization[],
): ResolvedSms {
  const enabled = checks.flag('sms.enabled', options.enabled, false);
  const provider = checks.oneOf('sms.provider', options.provider, ['twilio', 'sns'], 'twilio');
  const baseUrl = checks.url('sms.baseUrl', options.baseUrl, DEFAULTS.baseUrl);
  const account = enabled
    ? provider === 'sns'
      ? resolveSns(checks, options)
      : resolveTwilio(checks, options, baseUrl)
    : null;
  const allowedCountries =
    options.allowedCountries === undefined
      ? ownCountries(organizations)
      : givenCountries(checks, options.allowedCountries);
  if (enabled && allowedCountries.length === 0) {
    checks.warn('sms.allowedCountries', 'names no country, so that no SMS will be sent.');
  }
  return {
    enabled,
    account,
    fallbackEnabled: checks.flag('sms.fallbackEnabled', options.fallbackEnabled, true),
    criticalOnly: checks.flag('sms.criticalOnly', options.criticalOnly, true),
    allowedCountries,
    dailyLimit: checks.number('sms.dailyLimit', options.dailyLimit, {
      fallback: DEFAULTS.dailyLimit,
      min: 0,
      max: MAX_DAILY_LIMIT,
    }),
    centsPerSegment:
      options.centsPerSegment === undefined
        ? null
        : checks.number('sms.centsPerSegment', options.centsPerSegment, {
            fallback: 0,
            min: 0,
            max: 1000,
            integer: false,
          }),
  };
}

function resolveTwilio(checks: OptionChecks, options: SmsOptions, baseUrl: string): ResolvedSmsAccount {
  return {
    kind: 'twilio',
    accountSid: checks.required(
      'sms.accountSid',
      options.accountSid,
      'SMS is on and needs the SID of the Twilio account.',
    ),
    authToken: checks.requiredSecrets(
      'sms.authToken',
      options.authToken,
      'SMS is on and needs the auth token of the Twilio account.',
    ),
    fromNumber: checks.required(
      'sms.fromNumber',
      options.fromNumber,
      'SMS is on and needs the number that it is sent from.',
    ),
    baseUrl,
  };
}

function resolveSns(checks: OptionChecks, options: SmsOptions): ResolvedSmsAccount {
  const region = checks.required(
    'sms.awsRegion',
    options.awsRegion,
    'SMS is on and needs the region of Amazon SNS, such as "eu-west-1".',
  );
  if (region !== '' && !/^[a-z][a-z\d-]{1,30}$/.test(region)) {
    checks.wrong('sms.awsRegion', 'must be a region of AWS, such as "eu-west-1".');
  }
  const senderId = checks.text('sms.fromNumber', options.fromNumber) ?? undefined;
  if (senderId !== undefined && !/^(\+[1-9]\d{7,14}|(?=.*[A-Za-z])[A-Za-z\d-]{1,11})$/.test(senderId)) {
    checks.wrong('sms.fromNumber', 'must be a name of 1 to 11 letters and digits, or a number of the AWS account.');
  }
  const endpoint = checks.url('sms.snsEndpoint', options.snsEndpoint, '') || undefined;
  return { kind: 'sns', region, endpoint, senderId };
}

function givenCountries(checks: OptionChecks, value: unknown): string[] {
  const countries = checks.list('sms.allowedCountries', value).map((country) => country.trim().toUpperCase());
  if (countries.every((country) => isSupportedCountry(country))) return countries;
  checks.wrong('sms.allowedCountries', 'must be two-letter ISO 3166 codes, for example ["SA", "AE"].');
  return [];
}

/** A business writes to the people around it; every further country is named, since premium numbers abroad are a known fraud. */
function ownCountries(organizations: readonly ResolvedOrganization[]): string[] {
  const countries = organizations.flatMap(({ organization }) => {
    const number = organization.whatsappNumber;
    return (number !== null && phoneCountry(number)) || [];
  });
  return [...new Set<string>(countries)];
}
