import { describe, expect, it } from 'vitest';
import { optionsFromEnvironment } from './environment.js';
import type { Environment } from './environment-reader.js';
import { OptionsError } from './option-checks.js';
import { resolveOptions } from './resolve-options.js';

const REQUIRED: Environment = {
  SECRET_KEY: 'sk_000000000000000000000000',
  ADMIN_KEY: 'ak_000000000000000000000000',
  WHATSAPP_COMPANY_NUMBER: '+966500000000',
  ULTRAMSG_INSTANCE_ID: 'instance1150',
  ULTRAMSG_TOKEN: 'token',
  ULTRAMSG_WEBHOOK_TOKEN: 'webhook-token',
};

const META: Environment = {
  META_PHONE_NUMBER_ID: '106540352242922',
  META_ACCESS_TOKEN: 'token',
  META_APP_SECRET: 'new, old',
  META_VERIFY_TOKEN: 'verify-token',
};
const TWILIO: Environment = {
  TWILIO_ACCOUNT_SID: 'AC0',
  TWILIO_AUTH_TOKEN: 't',
  TWILIO_WHATSAPP_FROM: 'whatsapp:+966500000000',
};

function wrongVariables(env: Environment): string[] {
  try {
    optionsFromEnvironment(env);
  } catch (error) {
    if (error instanceof OptionsError) return error.problems.map(({ option }) => option);
    throw error;
  }
  return [];
}

describe('optionsFromEnvironment', () => {
  it('is content with what is required', () => {
    const { options, server, warnings } = optionsFromEnvironment(REQUIRED);
    expect([server, warnings]).toEqual([{ port: 4000, host: null }, []]);
    const resolved = resolveOptions(options);
    expect(resolved.publicUrl).toBe('http://localhost:4000');
    expect(resolved.organizations[0]).toMatchObject({
      organization: { id: 'default', whatsappEnabled: true },
      whatsapp: {
        kind: 'ultramsg',
        instanceId: 'instance1150',
        webhookToken: ['webhook-token'],
        webhookEnabled: true,
        verifyInbound: true,
      },
    });
  });

  it('names all that is missing in one message', () => {
    expect(wrongVariables({})).toEqual([
      'ADMIN_KEY',
      'WHATSAPP_COMPANY_NUMBER',
      'SECRET_KEY',
      'ULTRAMSG_INSTANCE_ID',
      'ULTRAMSG_TOKEN',
    ]);
    expect(() => optionsFromEnvironment({})).toThrow('5 variables are missing or wrong');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '4000a'],
    ['BASE_PATH', 'whatsapp'],
    ['PUBLIC_URL', 'clinic'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['WHATSAPP_COMPANY_NUMBER', 'abc'],
    ['WHATSAPP_PROVIDER', 'carrier-pigeon'],
    ['DEFAULT_LOCALE', '!!'],
    ['TIME_ZONE', 'Mars/Base'],
    ['WHATSAPP_SESSION_DURATION_HOURS', '25'],
    ['WHATSAPP_SESSION_MARGIN_SECONDS', 'two'],
    ['SECRET_KEY', 'pk_000000000000000000000000'],
    ['ALLOWED_ORIGINS', '*'],
    ['TRUSTED_PROXIES', 'nginx'],
    ['ULTRAMSG_BASE_URL', 'localhost'],
    ['ULTRAMSG_WEBHOOK_ENABLED', 'yes please'],
    ['ULTRAMSG_VERIFY_INBOUND', 'perhaps'],
    ['SMS_ENABLED', 'maybe'],
    ['SMS_PROVIDER', 'carrier-pigeon'],
    ['SMS_ALLOWED_COUNTRIES', 'Arabia'],
    ['SMS_DAILY_LIMIT', '-1'],
    ['SMS_CENTS_PER_SEGMENT', 'cheap'],
    ['VAPID_SUBJECT', 'me'],
    ['PUSH_ALLOWED_HOSTS', 'https://x'],
    ['MESSAGE_RETENTION_DAYS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by its name', (variable, value) => {
    expect(wrongVariables({ ...REQUIRED, [variable]: value })).toEqual([variable]);
  });

  it.each([
    ['meta', ['META_PHONE_NUMBER_ID', 'META_ACCESS_TOKEN']],
    ['twilio', ['TWILIO_WHATSAPP_FROM', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']],
  ])('needs what %s needs, once it is chosen', (vendor, variables) => {
    expect(wrongVariables({ ...REQUIRED, WHATSAPP_PROVIDER: vendor })).toEqual(variables);
  });

  it('chooses the vendor whose variables are set', () => {
    const { ULTRAMSG_INSTANCE_ID: _id, ULTRAMSG_TOKEN: _token, ...rest } = REQUIRED;
    const whatsappOf = (env: Environment) =>
      resolveOptions(optionsFromEnvironment({ ...rest, ...env }).options).organizations[0]?.whatsapp;
    expect(whatsappOf(META)).toMatchObject({ kind: 'meta', graphVersion: 'v26.0', appSecret: ['new', 'old'] });
    expect(whatsappOf(TWILIO)).toMatchObject({ kind: 'twilio', whatsappFrom: '+966500000000', authToken: ['t'] });
    expect(wrongVariables({ ...rest, ...META, ...TWILIO })).toEqual(['WHATSAPP_PROVIDER']);
  });

  it('stays with UltraMsg where several are set, and says so', () => {
    const { options, warnings } = optionsFromEnvironment({ ...REQUIRED, ...META });
    expect([options.providers?.meta, warnings]).toEqual([undefined, [expect.stringContaining('WHATSAPP_PROVIDER')]]);
  });

  it('warns of a Meta account that no webhook can reach', () => {
    const env = { ...REQUIRED, ...META, WHATSAPP_PROVIDER: 'meta', META_APP_SECRET: '', META_VERIFY_TOKEN: '' };
    const names = optionsFromEnvironment(env).warnings.map((warning) => warning.split(' ')[0]);
    expect(names).toEqual(['META_APP_SECRET', 'META_VERIFY_TOKEN']);
  });

  it('reads messages back from UltraMsg itself, and from a stand-in only when told to', () => {
    const verifyInbound = (env: Environment) => {
      const { options } = optionsFromEnvironment({ ...REQUIRED, ...env });
      const whatsapp = resolveOptions(options).organizations[0]?.whatsapp;
      return whatsapp?.kind === 'ultramsg' && whatsapp.verifyInbound;
    };
    const standIn = { ULTRAMSG_BASE_URL: 'http://localhost:4001' };
    expect(verifyInbound({ ULTRAMSG_BASE_URL: 'https://api.ultramsg.com/' })).toBe(true);
    expect(verifyInbound(standIn)).toBe(false);
    expect(verifyInbound({ ULTRAMSG_BASE_URL: 'https://ultramsg.com.example' })).toBe(false);
    expect(verifyInbound({ ...standIn, ULTRAMSG_VERIFY_INBOUND: 'true' })).toBe(true);
    expect(verifyInbound({ ULTRAMSG_VERIFY_INBOUND: 'false' })).toBe(false);
  });

  it('sends SMS through Amazon SNS', () => {
    const sns = { SMS_ENABLED: 'true', SMS_PROVIDER: 'sns' };
    expect(wrongVariables({ ...REQUIRED, ...sns })).toEqual(['AWS_REGION']);
    const { options } = optionsFromEnvironment({
      ...REQUIRED,
      ...sns,
      AWS_REGION: 'eu-west-1',
      SMS_FROM_NUMBER: 'Clinic',
    });
    expect(resolveOptions(options).sms.account).toEqual({
      kind: 'sns',
      region: 'eu-west-1',
      endpoint: undefined,
      senderId: 'Clinic',
    });
  });

  it("needs the account once SMS is on, and takes Twilio's own variables for it", () => {
    const env = { ...REQUIRED, SMS_ENABLED: 'true' };
    expect(wrongVariables(env)).toEqual(['SMS_ACCOUNT_SID', 'SMS_AUTH_TOKEN', 'SMS_FROM_NUMBER']);
    const twilio = { TWILIO_ACCOUNT_SID: 'AC0', TWILIO_AUTH_TOKEN: 't', SMS_FROM_NUMBER: '+966500000000' };
    expect(optionsFromEnvironment({ ...env, ...twilio }).options.sms).toMatchObject({
      accountSid: 'AC0',
      authToken: ['t'],
    });
  });

  it('reads every kind of value', () => {
    const env = {
      ...REQUIRED,
      PORT: '0',
      HOST: '127.0.0.1',
      BASE_PATH: '/wa/',
      DATA_DIR: './data',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
      TRUSTED_PROXIES: '1',
      STOP_WORDS: 'genug, ya basta',
      SMS_CRITICAL_ONLY: 'false',
      SMS_ALLOWED_COUNTRIES: 'sa,AE',
    };
    const { options, server } = optionsFromEnvironment(env);
    expect(server).toEqual({ port: 0, host: '127.0.0.1' });
    expect(resolveOptions(options)).toMatchObject({
      basePath: '/wa',
      database: './data',
      allowedOrigins: ['https://a.example', 'https://b.example'],
      trustedProxies: ['1'],
      keywords: { stop: ['genug', 'ya basta'] },
      sms: { criticalOnly: false, allowedCountries: ['SA', 'AE'] },
    });
  });

  it('warns of what works and is not as it seems', () => {
    const env = {
      ...REQUIRED,
      ULTRAMSG_WEBHOOK_TOKEN: '',
      DATABASE_URL: 'postgres://x/y',
      DATA_DIR: 'd',
    };
    const { warnings } = optionsFromEnvironment(env);
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual(['ULTRAMSG_WEBHOOK_TOKEN', 'DATA_DIR']);
  });
});
