import { SIMULATOR_DEFAULTS } from '@whatsapp-optin/simulator';
import { runCli } from '../src/cli/run-cli.js';
import type { Environment } from '../src/config/environment.js';
import { COMPANY } from './test-world.js';

/** A secret that nobody guesses, for every setting that is one. */
export const RANDOM = '3f9c1b7ae20d5846b1e7c09a4d62f815c07be394';

const { meta, twilio } = SIMULATOR_DEFAULTS;

/** The environment of a server at each vendor's stand-in. */
export function vendorEnvironments(input: { database: string; publicUrl?: string | undefined; vendors: string }) {
  const { database, publicUrl, vendors } = input;
  const common: Environment = {
    SECRET_KEY: `sk_${RANDOM}`,
    ADMIN_KEY: `ak_${RANDOM}0`,
    WHATSAPP_COMPANY_NUMBER: COMPANY,
    DATABASE_URL: database,
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'silent',
  };
  return {
    ultramsg: {
      ...common,
      ULTRAMSG_INSTANCE_ID: '1150',
      ULTRAMSG_TOKEN: 'simulator-token',
      ULTRAMSG_BASE_URL: vendors,
      ULTRAMSG_WEBHOOK_TOKEN: RANDOM,
    },
    meta: {
      ...common,
      META_PHONE_NUMBER_ID: meta.phoneNumberId,
      META_ACCESS_TOKEN: meta.accessToken,
      META_APP_SECRET: meta.appSecret,
      META_VERIFY_TOKEN: RANDOM,
      META_GRAPH_BASE_URL: vendors,
    },
    twilio: {
      ...common,
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_WHATSAPP_FROM: COMPANY,
      TWILIO_BASE_URL: vendors,
    },
  } satisfies Record<string, Environment>;
}

/** `whatsapp-optin …` in this process, with all that it prints. */
export async function runCommand(env: Environment, ...args: string[]): Promise<{ exitCode: number; text: string }> {
  const printed: string[] = [];
  const write = (text: string) => void printed.push(text);
  const exitCode = await runCli(args, { env, out: write, err: write, stop: new AbortController().signal });
  return { exitCode, text: printed.join('\n') };
}
