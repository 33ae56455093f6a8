import type { z } from 'zod';
import { phoneCountry } from '../contacts/phone-country.js';
import { resolvePolicies } from '../notifications/policy.js';
import { SEND_DEADLINE_MS } from '../providers/send-outcome.js';
import { optionsInCode, type OptionSource } from './option-source.js';
import type { WhatsAppOptInOptions } from './options.js';
import { OptionsError } from './options-error.js';
import { DEFAULT_PUBLIC_URL, optionsSchema } from './options-schema.js';
import { readProblems } from './read-problems.js';

/** The options with every default filled in and every value checked. */
export type ResolvedOptions = Filled & {
  /** What works but should be fixed; logged once at start. Names options, never values. */
  warnings: readonly string[];
};
export type ResolvedOrganization = ResolvedOptions['organizations'][number];
/** The vendor that carries WhatsApp. Secrets are lists, the one in use first; addresses have no slash at the end. */
export type ResolvedWhatsApp = NonNullable<ResolvedOrganization['whatsapp']>;
/** `account` is `null` only while SMS is off. */
export type ResolvedSms = ResolvedOptions['sms'];
export type ResolvedSmsAccount = NonNullable<ResolvedSms['account']>;

type Filled = ReturnType<typeof fillIn>;
type Parsed = z.output<typeof optionsSchema>;
type ParsedOrganization = NonNullable<Parsed['organization']>;

/** Below the time that one send may take, a message could leave after its window has closed. */
const ADVISED_MARGIN_SECONDS = SEND_DEADLINE_MS / 1_000;
/** Keys that people make up are shorter; a generated one has 32 symbols and more. */
const ADVISED_KEY_LENGTH = 24;
/** For a server without an https address; push services ask for a contact, and Apple's refuses one on localhost. */
const UNREACHABLE_SUBJECT = 'mailto:nobody@whatsapp-optin.invalid';

/**
 * Fills in the defaults and checks everything, once, at the door.
 *
 * @throws {OptionsError} one that names every option that is missing or wrong.
 */
export function resolveOptions(options: WhatsAppOptInOptions, source = optionsInCode(options)): ResolvedOptions {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) {
    const { error } = parsed;
    throw new OptionsError(readProblems({ schema: optionsSchema, error, given: options, source }), source.kind);
  }
  const filled = fillIn(parsed.data);
  return { ...filled, warnings: warningsOf(filled, parsed.data, source) };
}

/** What follows from several options. Nothing is refused here any more. */
function fillIn({ organization, organizations, providers, ...given }: Parsed) {
  const all = organization
    ? [resolveOrganization(organization, providers)]
    : (organizations ?? []).map((one) => resolveOrganization(one, undefined));
  const publicUrl = given.publicUrl ?? DEFAULT_PUBLIC_URL + given.basePath;
  const sms = { ...given.sms, allowedCountries: given.sms.allowedCountries ?? ownCountries(all) };
  return {
    ...given,
    publicUrl,
    organizations: all,
    push: typeof given.push === 'function' ? given.push : resolveWebPush(given.push, publicUrl),
    sms,
    delivery: resolvePolicies(given.delivery),
    log: given.log ?? null,
  };
}

/** `shared` is used where the organization has no own vendor. */
function resolveOrganization({ providers, ...given }: ParsedOrganization, shared: Parsed['providers']) {
  const { secretKey: secretKeys, publishableKey, adminKey, ...row } = given;
  const { ultramsg, meta, twilio } = providers ?? shared ?? {};
  return {
    /** The row to make where it is missing. */
    organization: { ...row, whatsappEnabled: row.whatsappNumber !== null },
    /** The one that signs and seals first. */
    secretKeys,
    publishableKey,
    adminKey,
    whatsapp: ultramsg ?? meta ?? twilio ?? null,
  };
}

function resolveWebPush(given: Exclude<Parsed['push'], (...args: never) => unknown>, publicUrl: string) {
  const { vapidPublicKey: publicKey, vapidPrivateKey: privateKey, vapidSubject, allowedHosts } = given;
  return {
    /** `null`: made, and kept in the database. */
    vapidKeys: publicKey !== undefined && privateKey !== undefined ? { publicKey, privateKey } : null,
    vapidSubject: vapidSubject ?? (publicUrl.startsWith('https://') ? publicUrl : UNREACHABLE_SUBJECT),
    allowedHosts,
  };
}

/** A business writes to the people around it; every further country is named, since premium numbers abroad are a known fraud. */
function ownCountries(all: readonly { organization: { whatsappNumber: string | null } }[]): readonly string[] {
  const numbers = all.flatMap(({ organization }) => organization.whatsappNumber ?? []);
  return [...new Set(numbers.flatMap((number) => phoneCountry(number) ?? []))];
}

function warningsOf(
  { organizations, sms, sessionMarginSeconds }: Filled,
  given: Parsed,
  source: OptionSource,
): readonly string[] {
  const warnings: string[] = [];
  const warn = (option: string, message: string) => void warnings.push(`${source.nameOf(option)} ${message}`);
  if (sessionMarginSeconds < ADVISED_MARGIN_SECONDS) {
    warn('sessionMarginSeconds', `is below ${ADVISED_MARGIN_SECONDS}: a slow send may end after its session.`);
  }
  for (const [index, one] of organizations.entries()) {
    const path = given.organization ? 'organization' : `organizations[${index}]`;
    const ofProviders = given.providers ? 'providers' : `${path}.providers`;
    const { organization, secretKeys, publishableKey, adminKey, whatsapp } = one;
    const keys: [string, string, string | null][] = [
      ...secretKeys.map((key): [string, string, string] => ['secretKey', 'sk_', key]),
      ['publishableKey', 'pk_', publishableKey],
      ['adminKey', 'ak_', adminKey],
    ];
    for (const [name, prefix, key] of keys) {
      if (key === null) continue;
      if (!key.startsWith(prefix))
        warn(`${path}.${name}`, `should begin with "${prefix}", so that a leaked key is recognised.`);
      if (key.length < ADVISED_KEY_LENGTH)
        warn(`${path}.${name}`, `is short: use at least ${ADVISED_KEY_LENGTH} random characters.`);
    }
    if (whatsapp?.kind === 'meta' && /\D/.test(whatsapp.phoneNumberId)) {
      warn(`${ofProviders}.meta.phoneNumberId`, 'is not made of digits, as those of Meta are.');
    }
    const { whatsappNumber } = organization;
    if (whatsapp?.kind === 'twilio' && whatsappNumber !== null && whatsapp.whatsappFrom !== whatsappNumber) {
      const message = "is another number than the organization's: messages to that one do not come here.";
      warn(`${ofProviders}.twilio.whatsappFrom`, message);
    }
  }
  if (sms.enabled && sms.allowedCountries.length === 0) {
    warn('sms.allowedCountries', 'names no country, so that no SMS will be sent.');
  }
  return warnings;
}
