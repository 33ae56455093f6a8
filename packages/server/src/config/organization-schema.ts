import { MESSAGE_STYLES } from '@whatsapp-optin/sdk/contract';
import { choice, FIELDS, group, requiredSecrets, requiredText, text, whole } from './fields.js';
import { atLeast, LOCALE, PHONE, TIME_ZONE } from './readers.js';
import { providers } from './vendor-schemas.js';

const PREFIXES = ['sk_', 'pk_', 'ak_', 'ct_'] as const;

/** A key of another kind in this place would give browsers what only servers may have, or lock the owner out. */
function key(prefix: (typeof PREFIXES)[number], minLength = 1) {
  const length = atLeast(minLength);
  const foreignIn = (given: string) => PREFIXES.find((other) => other !== prefix && given.startsWith(other));
  const isVisible = (given: string) => /^[\x21-\x7e]+$/.test(given);
  return {
    read: (given: string) => (isVisible(given) && foreignIn(given) === undefined ? length.read(given) : null),
    must: (given: string) => {
      const foreign = foreignIn(given);
      if (!isVisible(given)) return 'must be visible ASCII characters without spaces';
      if (foreign === undefined) return length.must;
      return `begins with "${foreign}", which marks another kind of key; it should begin with "${prefix}"`;
    },
  };
}

/** A text of at most so many characters. */
const atMost = (length: number) => ({
  read: (given: string) => (given.length <= length ? given : null),
  must: `may have at most ${length} characters`,
});

export const organization = group('OrganizationOptions', 'Organization', {
  id: text({
    default: 'default',
    env: 'ORGANIZATION_ID',
    help: 'Its id in paths, tokens and the database.',
    ...atMost(128),
  }),
  name: requiredText({
    env: 'ORGANIZATION_NAME',
    help: 'The name that customers know the business by.',
    missing: 'the name that customers know the business by',
    serve: { default: 'Customer service' },
    ...atMost(200),
  }),
  whatsappNumber: text({
    env: 'WHATSAPP_COMPANY_NUMBER',
    serve: { isRequired: true },
    help: 'The WhatsApp number of the business, with its country code. Setting it enables WhatsApp.',
    ...PHONE,
    default: null,
  }),
  messageStyle: choice({
    help: 'Style of the pre-written message.',
    values: MESSAGE_STYLES,
    type: 'MessageStyle',
    default: 'branded',
  }),
  defaultLocale: text({
    env: 'DEFAULT_LOCALE',
    help: 'Language of customers whose own is not known, as a BCP 47 tag.',
    ...LOCALE,
    default: 'en',
  }),
  timeZone: text({
    env: 'TIME_ZONE',
    help: 'IANA time zone of the times in messages to customers, and of the days that are counted.',
    ...TIME_ZONE,
    default: 'UTC',
  }),
  secretKey: requiredSecrets({
    env: 'SECRET_KEY',
    help: 'Key of your own servers, `sk_…`, of at least 32 characters. It also seals secrets in the database. During a rotation: the new one, then the old one.',
    missing: 'make one, for example "sk_" and the output of "openssl rand -base64 32"',
    ...key('sk_', 32),
  }),
  publishableKey: text({
    env: 'PUBLISHABLE_KEY',
    help: 'Key of pages, `pk_…`, which may be seen by everybody.',
    ...key('pk_'),
    default: null,
  }),
  adminKey: text({
    env: 'ADMIN_KEY',
    help: 'Key of a manager for the dashboard and its API, `ak_…`, of at least 24 characters.',
    secret: true,
    serve: { isRequired: true },
    ...key('ak_', 24),
    default: null,
  }),
  providers: providers.optional().register(FIELDS, whole('ProvidersOptions', 'The vendor of this organization.')),
});
