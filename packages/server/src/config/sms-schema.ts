import { isSupportedCountry } from 'libphonenumber-js/max';
import type { z } from 'zod';
import { TWILIO_BASE_URL } from '../providers/twilio/base-url.js';
import { always, choice, flag, group, list, number, secrets, text } from './fields.js';
import { messagesPerSecond } from './messages-per-second.js';
import { ADDRESS } from './readers.js';

const options = group('SmsOptions', 'SMS', {
  enabled: flag({ default: false, env: 'SMS_ENABLED', help: 'Whether any SMS is sent.' }),
  provider: choice({
    default: 'twilio',
    env: 'SMS_PROVIDER',
    help: 'The vendor that carries SMS.',
    values: ['twilio', 'sns'],
  }),
  accountSid: text({ env: ['SMS_ACCOUNT_SID', 'TWILIO_ACCOUNT_SID'], help: 'The SID of the Twilio account for SMS.' }),
  authToken: secrets({
    env: ['SMS_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN'],
    help: 'Its auth token, which signs the webhooks too. During a rotation: the new one, then the old one.',
  }),
  fromNumber: text({
    env: 'SMS_FROM_NUMBER',
    help: 'The number that SMS are sent from. For SNS optional: a name of 1 to 11 letters and digits, or a number of the account.',
  }),
  baseUrl: text({ default: TWILIO_BASE_URL, env: 'TWILIO_BASE_URL', help: "Twilio's API, or a stand-in.", ...ADDRESS }),
  awsRegion: text({
    env: 'AWS_REGION',
    help: "Region of Amazon SNS, `eu-west-1`. The credentials are found as AWS's own SDK finds them.",
    isQuoted: true,
  }),
  snsEndpoint: text({
    env: 'AWS_ENDPOINT_URL_SNS',
    help: 'A stand-in for Amazon SNS.',
    defaultText: "Amazon's, by region",
  }),
  fallbackEnabled: flag({ default: true, env: 'SMS_FALLBACK_ENABLED', help: 'Whether SMS is the third tier.' }),
  basis: choice({
    default: 'declared',
    env: 'SMS_BASIS',
    help: 'What an SMS must rest on. `declared`: your server gave the phone. `proven`: its owner has written to you; the database refuses the rest.',
    values: ['declared', 'proven'],
  }),
  criticalOnly: flag({ default: true, env: 'SMS_CRITICAL_ONLY', help: 'Send `your_turn` and `critical` alone.' }),
  allowedCountries: list({
    env: 'SMS_ALLOWED_COUNTRIES',
    help: 'ISO 3166 codes of the countries that SMS may go to, such as `SA`. An empty list allows none.',
    defaultText: 'the country of the WhatsApp number',
    read: readCountry,
    must: 'must be two-letter ISO 3166 codes such as "SA"',
    isQuoted: true,
    default: null,
  }),
  dailyLimit: number({
    env: 'SMS_DAILY_LIMIT',
    help: 'Most SMS of one organization in a day.',
    limits: { min: 0, max: 1_000_000, unit: 'messages' },
    default: 100,
  }),
  messagesPerSecond: messagesPerSecond('SMS', 'sms', 'the SMS account'),
  centsPerSegment: number({
    env: 'SMS_CENTS_PER_SEGMENT',
    help: "What one segment costs, in cents of the vendor's currency: an estimate until the vendor reports the price.",
    limits: { min: 0, max: 1000, unit: 'cents', allowsFractions: true },
    default: null,
  }),
});

/** What a vendor needs once SMS is on, as the error says it. */
const NEEDS = {
  twilio: {
    accountSid: 'the SID of the Twilio account',
    authToken: 'the auth token of the Twilio account',
    fromNumber: 'the number that it is sent from',
  },
  sns: { awsRegion: 'the region of Amazon SNS, such as "eu-west-1"' },
} as const;

export const sms = options
  .superRefine((given, context) => {
    if (given.enabled !== true) return;
    const refuse = (name: keyof typeof given, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    const { provider, awsRegion, fromNumber, snsEndpoint } = given;
    for (const [name, what] of Object.entries(NEEDS[provider === 'sns' ? 'sns' : 'twilio'])) {
      const value = given[name as keyof typeof given] as string | null | undefined;
      if (value === undefined || value?.length === 0) {
        refuse(name as keyof typeof given, `is missing: SMS is on and needs ${what}`);
      }
    }
    if (provider !== 'sns') return;
    // Judged here alone: every host of Amazon sets its region, whether SMS go out there or not.
    if (isWrong(awsRegion, (text) => /^[a-z][a-z\d-]{1,30}$/.test(text))) {
      refuse('awsRegion', 'must be a region of AWS, such as "eu-west-1"');
    }
    if (isWrong(fromNumber, (text) => /^(\+[1-9]\d{7,14}|(?=.*[A-Za-z])[A-Za-z\d-]{1,11})$/.test(text))) {
      refuse('fromNumber', 'must be a name of 1 to 11 letters and digits, or a number of the AWS account');
    }
    if (isWrong(snsEndpoint, (text) => ADDRESS.read(text) !== null)) refuse('snsEndpoint', ADDRESS.must);
  }, always)
  .transform((given) => {
    const { enabled, fallbackEnabled, basis, criticalOnly, allowedCountries } = given;
    const { dailyLimit, messagesPerSecond: perSecond, centsPerSegment } = given;
    const account = enabled ? accountOf(given) : null;
    const bounds = { dailyLimit, messagesPerSecond: perSecond, centsPerSegment };
    return { enabled, account, fallbackEnabled, basis, criticalOnly, allowedCountries, ...bounds };
  });

function accountOf(given: z.output<typeof options>) {
  const { provider, awsRegion = '', snsEndpoint, accountSid = '', authToken, fromNumber, baseUrl } = given;
  return provider === 'sns'
    ? ({
        kind: 'sns',
        region: awsRegion,
        endpoint: snsEndpoint && (ADDRESS.read(snsEndpoint) ?? undefined),
        senderId: fromNumber,
      } as const)
    : ({ kind: 'twilio', accountSid, authToken, fromNumber: fromNumber ?? '', baseUrl } as const);
}

/** Whether a text was given and does not fit; what is no text was refused before. */
function isWrong(text: string | undefined, fits: (text: string) => boolean): boolean {
  return typeof text === 'string' && !fits(text);
}

function readCountry(given: string): string | null {
  const country = given.toUpperCase();
  return isSupportedCountry(country) ? country : null;
}
