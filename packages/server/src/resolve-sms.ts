import { isSupportedCountry } from 'libphonenumber-js/max';
import { phoneCountry } from './contacts/phone-country.js';
import type { OptionChecks } from './option-checks.js';
import type { SmsOptions } from './options.js';
import type { ResolvedOrganization, ResolvedSms } from './resolved-options.js';

const DEFAULTS = Object.freeze({ baseUrl: 'https://api.twilio.com', dailyLimit: 100 });
const MAX_DAILY_LIMIT = 1_000_000;

export function resolveSms(
  checks: OptionChecks,
  options: SmsOptions,
  organizations: readonly ResolvedOrganization[],
): ResolvedSms {
  const enabled = checks.flag('sms.enabled', options.enabled, false);
  checks.oneOf('sms.provider', options.provider, ['twilio'], 'twilio');
  const baseUrl = checks.url('sms.baseUrl', options.baseUrl, DEFAULTS.baseUrl);
  const account = enabled
    ? {
        accountSid: checks.required(
          'sms.accountSid',
          options.accountSid,
          'SMS is on and needs the SID of the Twilio account.',
        ),
        authToken: checks.required(
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
      }
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
  };
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
