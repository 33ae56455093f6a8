import { MESSAGE_STYLES } from '@whatsapp-optin/sdk/contract';
import type { OptionChecks } from './option-checks.js';
import type { OrganizationOptions, ProvidersOptions } from './options.js';
import { resolvePhone } from './resolve-phone.js';
import { resolveWhatsApp } from './resolve-whatsapp.js';
import type { ResolvedOrganization } from './resolved-options.js';

const DEFAULTS = Object.freeze({
  id: 'default',
  messageStyle: 'branded',
  defaultLocale: 'en',
  timeZone: 'UTC',
} as const);

const MAX_ID_LENGTH = 128;
const MAX_NAME_LENGTH = 200;
/** Keys that people make up are shorter; a generated one has 32 symbols and more. */
const ADVISED_KEY_LENGTH = 24;

/** `path` is `organization` or `organizations[0]`; `sharedProviders` serve where the organization has none of its own. */
export function resolveOrganization(
  checks: OptionChecks,
  path: string,
  options: OrganizationOptions,
  sharedProviders: ProvidersOptions | undefined,
): ResolvedOrganization {
  const at = (name: string) => `${path}.${name}`;
  const id = checks.text(at('id'), options.id) ?? DEFAULTS.id;
  if (id.length > MAX_ID_LENGTH) checks.wrong(at('id'), `may have at most ${MAX_ID_LENGTH} characters.`);
  const name = checks.required(at('name'), options.name, 'the name that customers know the business by.');
  if (name.length > MAX_NAME_LENGTH) checks.wrong(at('name'), `may have at most ${MAX_NAME_LENGTH} characters.`);
  const whatsappNumber = resolvePhone(checks, at('whatsappNumber'), options.whatsappNumber);
  const providers = options.providers ?? sharedProviders;
  const providersPath = options.providers ? at('providers') : 'providers';

  return {
    organization: {
      id,
      name,
      whatsappNumber,
      whatsappEnabled: whatsappNumber !== null,
      messageStyle: checks.oneOf(at('messageStyle'), options.messageStyle, MESSAGE_STYLES, DEFAULTS.messageStyle),
      defaultLocale: resolveLocale(checks, at('defaultLocale'), options.defaultLocale),
      timeZone: resolveTimeZone(checks, at('timeZone'), options.timeZone),
    },
    secretKey:
      resolveKey(checks, at('secretKey'), 'sk_', options.secretKey) ??
      missingSecretKey(checks, at('secretKey'), options),
    publishableKey: resolveKey(checks, at('publishableKey'), 'pk_', options.publishableKey),
    adminKey: resolveKey(checks, at('adminKey'), 'ak_', options.adminKey),
    whatsapp: resolveWhatsApp(checks, providersPath, providers ?? {}, whatsappNumber),
  };
}

function missingSecretKey(checks: OptionChecks, path: string, { secretKey }: OrganizationOptions): string {
  // A key that is there and wrong was told of already.
  const isBlank = secretKey === undefined || (typeof secretKey === 'string' && secretKey.trim() === '');
  return isBlank
    ? checks.required(path, undefined, `make one, for example "sk_" and the output of "openssl rand -hex 24".`)
    : '';
}

/** A key of another kind in this place would give browsers what only servers may have, or lock the owner out. */
function resolveKey(checks: OptionChecks, path: string, prefix: string, value: unknown): string | null {
  const key = checks.text(path, value);
  if (key === null) return null;
  const foreign = ['sk_', 'pk_', 'ak_', 'ct_'].find((other) => other !== prefix && key.startsWith(other));
  if (foreign !== undefined)
    checks.wrong(path, `begins with "${foreign}", which marks another kind of key; it should begin with "${prefix}".`);
  else if (/[^\x21-\x7e]/.test(key)) checks.wrong(path, 'must be visible ASCII characters without spaces.');
  else if (!key.startsWith(prefix))
    checks.warn(path, `should begin with "${prefix}", so that a leaked key is recognised.`);
  if (key.length < ADVISED_KEY_LENGTH)
    checks.warn(path, `is short: use at least ${ADVISED_KEY_LENGTH} random characters.`);
  return key;
}

function resolveLocale(checks: OptionChecks, path: string, value: unknown): string {
  const tag = checks.text(path, value);
  if (tag === null) return DEFAULTS.defaultLocale;
  try {
    const [found] = Intl.PluralRules.supportedLocalesOf(tag);
    if (found !== undefined) return found;
  } catch {
    // Not a tag at all; told below.
  }
  checks.wrong(path, 'must be a BCP 47 tag of a known language, for example "en" or "ar".');
  return DEFAULTS.defaultLocale;
}

function resolveTimeZone(checks: OptionChecks, path: string, value: unknown): string {
  const zone = checks.text(path, value);
  if (zone === null) return DEFAULTS.timeZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    checks.wrong(path, 'must be an IANA time zone, for example "Asia/Riyadh".');
    return DEFAULTS.timeZone;
  }
}
