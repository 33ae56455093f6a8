import { randomBytes } from 'node:crypto';
import { parseEnv } from 'node:util';

export const PROVIDERS = ['simulator', 'ultramsg', 'meta', 'twilio'] as const;
/** Who carries WhatsApp at first; the simulator stands in for UltraMsg. */
export type InitProvider = (typeof PROVIDERS)[number];

/** What the simulator expects, as its own defaults say. */
export const SIMULATED = { ULTRAMSG_INSTANCE_ID: '1150', ULTRAMSG_TOKEN: 'simulator-token' } as const;

const key = (prefix: string): string => `${prefix}_${randomBytes(24).toString('base64url')}`;

/** Variables of a vendor; blank ones come from its own pages, as docs/providers.md says. */
const OF_PROVIDER: Readonly<Record<InitProvider, () => Record<string, string>>> = {
  simulator: () => ({
    WHATSAPP_COMPANY_NUMBER: '+966500000000',
    ...SIMULATED,
    ULTRAMSG_WEBHOOK_TOKEN: randomBytes(24).toString('base64url'),
  }),
  ultramsg: () => ({
    WHATSAPP_COMPANY_NUMBER: '',
    WHATSAPP_PROVIDER: 'ultramsg',
    ULTRAMSG_INSTANCE_ID: '',
    ULTRAMSG_TOKEN: '',
    ULTRAMSG_WEBHOOK_TOKEN: randomBytes(24).toString('base64url'),
  }),
  meta: () => ({
    WHATSAPP_COMPANY_NUMBER: '',
    WHATSAPP_PROVIDER: 'meta',
    META_PHONE_NUMBER_ID: '',
    META_ACCESS_TOKEN: '',
    META_APP_SECRET: '',
    META_VERIFY_TOKEN: randomBytes(24).toString('base64url'),
  }),
  twilio: () => ({
    WHATSAPP_COMPANY_NUMBER: '',
    WHATSAPP_PROVIDER: 'twilio',
    TWILIO_ACCOUNT_SID: '',
    TWILIO_AUTH_TOKEN: '',
    TWILIO_WHATSAPP_FROM: '',
  }),
};

/** A first set of variables with new keys; a blank value is the user's to fill in. */
export function firstVariables(
  provider: InitProvider,
  { basePath, origin }: { basePath: string; origin: string },
): Record<string, string> {
  return {
    ORGANIZATION_NAME: 'Acme Clinic',
    SECRET_KEY: key('sk'),
    PUBLISHABLE_KEY: key('pk'),
    ADMIN_KEY: key('ak'),
    ALLOWED_ORIGINS: origin,
    ...(basePath !== '' && { BASE_PATH: basePath }),
    ...OF_PROVIDER[provider](),
  };
}

export interface EnvFile {
  text: string;
  /** Names of the variables that were added. */
  added: string[];
  /** Names of those that stand there without a value; nothing starts before they have one. */
  blank: string[];
}

/**
 * Adds the variables that the file lacks. A line that is there stays as it is, also a blank one.
 *
 * @param existing - the file's text; `''` where there is none.
 */
export function mergeEnvFile(existing: string, variables: Readonly<Record<string, string>>): EnvFile {
  const present = new Map(Object.entries(parseEnv(existing)));
  const added = Object.entries(variables).filter(([name]) => !present.has(name));
  const lines = added.map(([name, value]) => `${name}=${value}`);
  const gap = existing === '' || existing.endsWith('\n') ? '' : '\n';
  const text = lines.length === 0 ? existing : `${existing}${gap}${lines.join('\n')}\n`;
  const all = { ...Object.fromEntries(added), ...Object.fromEntries(present) };
  const blank = Object.keys(variables).filter((name) => (all[name] ?? '') === '');
  return { text, added: added.map(([name]) => name), blank };
}
