import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionsFromEnvironment } from './environment.js';
import type { Environment } from './environment.js';
import { OptionsError } from './options-error.js';
import { resolveOptions } from './resolve-options.js';

const REQUIRED: Environment = {
  SECRET_KEY: 'sk_0000000000000000000000000000000000',
  ADMIN_KEY: 'ak_0000000000000000000000000000000000',
  WHATSAPP_COMPANY_NUMBER: '+966500000000',
  ULTRAMSG_INSTANCE_ID: 'instance1150',
  ULTRAMSG_TOKEN: 'token',
  ULTRAMSG_WEBHOOK_TOKEN: 'webhook-token-of-the-tests',
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
    expect([server, warnings]).toEqual([{ port: 4000, host: null, shutdownDelayMs: 0 }, []]);
    const resolved = resolveOptions(options);
    expect(resolved.publicUrl).toBe('http://localhost:4000');
    expect(resolved.organizations[0]).toMatchObject({
      organization: { id: 'default', whatsappEnabled: true },
      whatsapp: {
        kind: 'ultramsg',
        instanceId: 'instance1150',
        webhookToken: ['webhook-token-of-the-tests'],
        webhookEnabled: true,
        verifyInbound: true,
      },
    });
  });

  it('names all that is missing in one message', () => {
    expect(wrongVariables({})).toEqual(['WHATSAPP_PROVIDER', 'WHATSAPP_COMPANY_NUMBER', 'SECRET_KEY', 'ADMIN_KEY']);
    expect(() => optionsFromEnvironment({})).toThrow('4 variables are missing or wrong');
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
    ['TIME_ZONE', '+03:00'],
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

  it('reads messages back from UltraMsg itself, and from a stand-in only when asked to', () => {
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

  it.each([
    ['AWS_REGION', '1'],
    ['AWS_ENDPOINT_URL_SNS', 'elsewhere'],
  ])('refuses %s=%s where SNS carries SMS, and nowhere else', (variable, value) => {
    expect(wrongVariables({ ...REQUIRED, [variable]: value })).toEqual([]);
    const sns = { SMS_ENABLED: 'true', SMS_PROVIDER: 'sns', AWS_REGION: 'eu-west-1' };
    expect(wrongVariables({ ...REQUIRED, ...sns, [variable]: value })).toEqual([variable]);
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
    expect(server).toEqual({ port: 0, host: '127.0.0.1', shutdownDelayMs: 0 });
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

describe('a misspelt variable', () => {
  const messagesFor = (env: Environment): string[] => {
    try {
      return [...optionsFromEnvironment({ ...REQUIRED, ...env }).warnings];
    } catch (error) {
      if (error instanceof OptionsError) return error.problems.map(({ option, message }) => `${option} ${message}`);
      throw error;
    }
  };

  it.each([
    ['ALOWED_ORIGINS', 'ALLOWED_ORIGINS'],
    ['TRUSTED_PROXY', 'TRUSTED_PROXIES'],
    ['SMS_ENABLE', 'SMS_ENABLED'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['WHATSAPP_SESION_DURATION_HOUR', 'WHATSAPP_SESSION_DURATION_HOURS'],
    ['META_APP_SERCET', 'META_APP_SECRET'],
    ['log_level', 'LOG_LEVEL'],
    ['SECRET_KEY_FIL', 'SECRET_KEY_FILE'],
  ])('is refused: %s, for %s', (variable, meant) => {
    expect(messagesFor({ [variable]: 'x' })).toEqual([
      expect.stringContaining(`${variable} is not known: did you mean ${meant}?`),
    ]);
  });

  it('is named beside the one that is missing for it', () => {
    const { SECRET_KEY, ...rest } = REQUIRED;
    expect(wrongVariables({ ...rest, SECRET_KEYS: SECRET_KEY })).toEqual(['SECRET_KEY', 'SECRET_KEYS']);
  });

  it.each(['https://clinic.example', ''])('belongs to another program where ours is set to "%s"', (ours) => {
    expect(messagesFor({ ALLOWED_ORIGIN: 'x', ALLOWED_ORIGINS: ours })).toEqual([]);
  });

  it('that begins as ours do and is near to none causes a warning', () => {
    expect(messagesFor({ WHATSAPP_SESSION_MARGIN: '60', ULTRAMSG_COLOUR: 'red' })).toEqual([
      'WHATSAPP_SESSION_MARGIN is not known and changes nothing: did you mean WHATSAPP_SESSION_MARGIN_SECONDS?',
      'ULTRAMSG_COLOUR is not known and changes nothing.',
    ]);
  });

  // Names that hosts, orchestrators and other programs set.
  it.each(
    Object.entries({
      shell: 'HOME PATH PWD SHELL TERM LANG LC_ALL USER LOGNAME TZ HOSTNAME HOSTTYPE EDITOR SHLVL TMPDIR XDG_DATA_DIRS',
      node: 'NODE_ENV NODE_OPTIONS npm_config_loglevel npm_package_name INIT_CWD PM2_HOME LOG_FORMAT DEBUG',
      heroku:
        'DYNO PORT DATABASE_URL HEROKU_POSTGRESQL_BLUE_URL DATABASE_CONNECTION_POOL_URL REDIS_URL HEROKU_APP_NAME',
      railway: 'RAILWAY_PUBLIC_DOMAIN RAILWAY_STATIC_URL DATABASE_PUBLIC_URL PGHOST PGPORT PGDATABASE PGUSER',
      render: 'RENDER RENDER_EXTERNAL_URL RENDER_EXTERNAL_HOSTNAME RENDER_SERVICE_NAME IS_PULL_REQUEST',
      fly: 'FLY_APP_NAME FLY_REGION FLY_PUBLIC_IP FLY_ALLOC_ID PRIMARY_REGION',
      vercel: 'VERCEL VERCEL_URL VERCEL_REGION POSTGRES_URL POSTGRES_URL_NON_POOLING DATABASE_URL_UNPOOLED',
      aws: 'AWS_REGION AWS_DEFAULT_REGION AWS_ENDPOINT_URL AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_S3 AWS_ENDPOINT_URL_STS',
      kubernetes:
        'KUBERNETES_SERVICE_HOST KUBERNETES_PORT REDIS_PORT REDIS_SERVICE_PORT POSTGRES_SERVICE_HOST POD_NAME',
      cloudRun: 'K_SERVICE K_REVISION CLOUD_RUN_JOB GOOGLE_CLOUD_PROJECT WEBSITE_HOSTNAME APPSETTING_X',
      twilio: 'TWILIO_API_KEY TWILIO_API_SECRET TWILIO_REGION TWILIO_EDGE TWILIO_PHONE_NUMBER TWILIO_LOG_LEVEL',
      meta: 'META_PIXEL_ID FACEBOOK_APP_SECRET FB_APP_ID',
      others: 'APP_KEY API_KEY JWT_SECRET SESSION_SECRET COOKIE_SECRET SECRET_KEY_BASE DJANGO_SECRET_KEY PUBLIC_KEY',
      urls: 'BASE_URL APP_URL PUBLIC_DIR PUBLIC_PATH SITE_URL REDIS_HOST SMTP_HOST SMTP_PORT MAIL_HOST DB_HOST DB_PORT',
    }),
  )('is none of those of %s', (_host, names) => {
    const env = Object.fromEntries(names.split(' ').map((name) => [name, REQUIRED[name] ?? '1']));
    delete env['DATABASE_URL'];
    const { PORT: _port, ...rest } = env;
    expect(messagesFor(rest)).toEqual([]);
  });
});

describe('a secret in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-secrets-'));
    await writeFile(path.join(folder, 'key'), `${REQUIRED.SECRET_KEY}\n`);
    await writeFile(path.join(folder, 'tokens'), 'new-webhook-token,old-webhook-token\n');
    await writeFile(path.join(folder, 'blank'), '\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const file = (name: string) => path.join(folder, name);
  const { SECRET_KEY: _key, ULTRAMSG_WEBHOOK_TOKEN: _token, ...rest } = REQUIRED;

  it('is read without the line break at its end', () => {
    const env = { ...rest, SECRET_KEY_FILE: file('key'), ULTRAMSG_WEBHOOK_TOKEN_FILE: file('tokens') };
    const { options, warnings } = optionsFromEnvironment(env);
    expect(options.organization?.secretKey).toEqual([REQUIRED.SECRET_KEY]);
    expect(options.providers?.ultramsg?.webhookToken).toEqual(['new-webhook-token', 'old-webhook-token']);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['that is not there', { SECRET_KEY_FILE: '/nowhere/key' }],
    ['that is a folder', { SECRET_KEY_FILE: '/' }],
    [
      'beside the variable itself',
      { SECRET_KEY_FILE: '/nowhere/key', SECRET_KEY: 'sk_0000000000000000000000000000000000' },
    ],
  ])('%s is refused by name, once', (_what, env) => {
    expect(wrongVariables({ ...REQUIRED, SECRET_KEY: undefined, ...env })).toEqual(['SECRET_KEY']);
  });

  it('that is blank is refused, as the same file is for any other secret', () => {
    expect(wrongVariables({ ...REQUIRED, META_APP_SECRET_FILE: file('blank') })).toEqual(['META_APP_SECRET']);
  });

  it('is no way to give what is no secret', () => {
    expect(optionsFromEnvironment({ ...REQUIRED, TIME_ZONE_FILE: file('key') }).options.organization?.timeZone).toBe(
      undefined,
    );
  });
});

describe('what messages of the server call an option', () => {
  it('is the variable in a warning too', () => {
    const { options, source } = optionsFromEnvironment({ ...REQUIRED, PUBLISHABLE_KEY: 'pk_short' });
    expect(resolveOptions(options, source).warnings).toEqual([expect.stringMatching(/^PUBLISHABLE_KEY is short/)]);
  });

  it('is the variable in a refusal of a short secret, which names the remedy', () => {
    const env = { ...REQUIRED, SECRET_KEY: `${REQUIRED.SECRET_KEY},sk_short` };
    expect(() => optionsFromEnvironment(env)).toThrow(/SECRET_KEY is too short: at least 32 .*openssl rand/);
  });

  it.each([
    ['SECRET_KEY', 'sk_', 32],
    ['ADMIN_KEY', 'ak_', 24],
    ['ULTRAMSG_WEBHOOK_TOKEN', '', 16],
  ] as const)('takes a secret of the least length and none that is shorter: %s', (variable, prefix, least) => {
    const ofLength = (length: number) => ({ ...REQUIRED, [variable]: prefix.padEnd(length, 'x') });
    expect(() => optionsFromEnvironment(ofLength(least))).not.toThrow();
    expect(() => optionsFromEnvironment(ofLength(least - 1))).toThrow(
      `${variable} is too short: at least ${least} characters`,
    );
  });

  it('is the variable that was set, and else the first that sets it', () => {
    const { source } = optionsFromEnvironment({ ...REQUIRED, TIME_ZONE: 'Asia/Riyadh', DATA_DIR: './data' });
    expect(['organization.timeZone', 'database', 'sms.accountSid'].map(source.nameOf)).toEqual([
      'TIME_ZONE',
      'DATA_DIR',
      'SMS_ACCOUNT_SID',
    ]);
    expect(['organization.timeZone', 'organization.name', 'sms.dailyLimit'].map(source.isGiven)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
