import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES, type PolicyOverrides } from '../notifications/policy.js';
import { describeOptions } from './described-options.js';
import { optionsSchema } from './options-schema.js';
import { OptionsError } from './options-error.js';
import type { OrganizationOptions, WhatsAppOptInOptions } from './options.js';
import { resolveOptions } from './resolve-options.js';
import { isSchemaName } from '../storage/schema-name.js';

const ORGANIZATION: OrganizationOptions = { name: 'Acme Clinic', secretKey: 'sk_0000000000000000000000000000000000' };
const TWILIO = { enabled: true, accountSid: 'AC0', authToken: 'secret', fromNumber: '+966500000000' };

const META = { phoneNumberId: '106540352242922', accessToken: 'token' };
const TWILIO_WHATSAPP = { accountSid: 'AC0', authToken: 'secret', whatsappFrom: '+966500000000' };

function refusalOf(options: WhatsAppOptInOptions): OptionsError {
  try {
    resolveOptions(options);
  } catch (error) {
    if (error instanceof OptionsError) return error;
    throw error;
  }
  return expect.fail('Nothing was refused.');
}

describe('resolveOptions', () => {
  it('fills in every default', () => {
    expect(resolveOptions({ organization: ORGANIZATION })).toEqual({
      database: './.whatsapp-optin',
      schema: 'whatsapp_optin',
      databasePoolSize: 16,
      databaseWaitSeconds: 60,
      organizations: [
        {
          organization: {
            id: 'default',
            name: 'Acme Clinic',
            whatsappNumber: null,
            whatsappEnabled: false,
            messageStyle: 'branded',
            defaultLocale: 'en',
            timeZone: 'UTC',
          },
          secretKeys: [ORGANIZATION.secretKey],
          publishableKey: null,
          adminKey: null,
          whatsapp: null,
        },
      ],
      push: { vapidKeys: null, vapidSubject: 'mailto:nobody@whatsapp-optin.invalid', allowedHosts: [] },
      sms: {
        enabled: false,
        account: null,
        fallbackEnabled: true,
        basis: 'declared',
        criticalOnly: true,
        allowedCountries: [],
        dailyLimit: 100,
        centsPerSegment: null,
      },
      delivery: DEFAULT_POLICIES,
      publicUrl: 'http://localhost:4000',
      basePath: '',
      allowedOrigins: [],
      webhookAllowedHosts: [],
      trustedProxies: [],
      sessionDurationHours: 24,
      sessionMarginSeconds: 120,
      optInLifetimeMinutes: 60,
      keywords: { stop: [], start: [] },
      messageRetentionDays: 90,
      notificationRetentionDays: 1_460,
      renewalLeadMinutes: 45,
      logLevel: 'info',
      log: null,
      warnings: [],
    });
  });

  it('enables WhatsApp by the number, in whatever form, and lets SMS into its country', () => {
    const options = { organization: { ...ORGANIZATION, whatsappNumber: '00966 50 000 0000' }, sms: TWILIO };
    const { organizations, sms } = resolveOptions(options);
    expect(organizations[0]?.organization).toMatchObject({ whatsappNumber: '+966500000000', whatsappEnabled: true });
    expect(sms).toMatchObject({ enabled: true, allowedCountries: ['SA'] });
  });

  it('brings addresses into one form', () => {
    const options = {
      basePath: '/whatsapp/',
      publicUrl: 'https://clinic.example/whatsapp/',
      allowedOrigins: ['https://clinic.example/'],
    };
    expect(resolveOptions({ organization: ORGANIZATION, ...options })).toMatchObject({
      basePath: '/whatsapp',
      publicUrl: 'https://clinic.example/whatsapp',
      allowedOrigins: ['https://clinic.example'],
    });
  });

  it('gives push services the public address as the contact, where it has TLS', () => {
    const publicUrl = 'https://clinic.example/wa';
    expect(resolveOptions({ organization: ORGANIZATION, publicUrl }).push).toMatchObject({ vapidSubject: publicUrl });
  });

  it("takes the host's own push sender as it is", () => {
    const push = () => Promise.resolve({ success: true, deliveredCount: 1 });
    expect(resolveOptions({ organization: ORGANIZATION, push }).push).toBe(push);
  });

  it('takes keys without a prefix and a short publishable one, and warns', () => {
    const { warnings } = resolveOptions({
      organization: { ...ORGANIZATION, secretKey: 'x'.repeat(32), publishableKey: 'pk_1' },
    });
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual([
      'organization.secretKey',
      'organization.publishableKey',
    ]);
  });

  it('takes two secret keys while they change, the one that signs first', () => {
    const [next, old] = ['sk_next', 'sk_old'].map((name) => name.padEnd(32, '0'));
    const [one] = resolveOptions({
      organization: { ...ORGANIZATION, secretKey: [next ?? '', old ?? ''] },
    }).organizations;
    expect(one?.secretKeys).toEqual([next, old]);
  });

  it.each<[string, Partial<WhatsAppOptInOptions>]>([
    ['organization', { organization: undefined }],
    ['databaseDirectUrl', { databaseDirectUrl: 'mysql://db.example/clinic' }],
    ['databaseDirectUrl', { databaseDirectUrl: './folder' }],
    ['databaseReplicaUrl', { databaseReplicaUrl: './folder' }],
    ['databaseReplicaUrl', { databaseReplicaUrl: 'postgres://replica.example/clinic' }],
    ['organizations', { organizations: [ORGANIZATION] }],
    ['organization.name', { organization: { ...ORGANIZATION, name: ' ' } }],
    ['organization.secretKey', { organization: { ...ORGANIZATION, secretKey: '' } }],
    ['organization.secretKey', { organization: { ...ORGANIZATION, secretKey: `sk_${'0'.repeat(28)}` } }],
    [
      'organization.secretKey',
      { organization: { ...ORGANIZATION, secretKey: [ORGANIZATION.secretKey, 'sk_1'].flat() } },
    ],
    ['organization.adminKey', { organization: { ...ORGANIZATION, adminKey: `ak_${'0'.repeat(20)}` } }],
    [
      'providers.ultramsg.webhookToken',
      { providers: { ultramsg: { instanceId: '1150', token: 't', webhookToken: 'x'.repeat(15) } } },
    ],
    [
      'organization.publishableKey',
      { organization: { ...ORGANIZATION, publishableKey: 'sk_0000000000000000000000000000000000' } },
    ],
    ['organization.adminKey', { organization: { ...ORGANIZATION, adminKey: 'ak_with space' } }],
    ['organization.whatsappNumber', { organization: { ...ORGANIZATION, whatsappNumber: '12' } }],
    ['organization.defaultLocale', { organization: { ...ORGANIZATION, defaultLocale: 'xx' } }],
    ['organization.timeZone', { organization: { ...ORGANIZATION, timeZone: 'Mars/Base' } }],
    ['organization.messageStyle', { organization: { ...ORGANIZATION, messageStyle: 'rude' as 'brief' } }],
    ['providers.ultramsg.instanceId', { providers: { ultramsg: { instanceId: '', token: 't' } } }],
    ['providers.ultramsg.token', { providers: { ultramsg: { instanceId: '1150', token: '' } } }],
    ['providers.ultramsg.baseUrl', { providers: { ultramsg: { instanceId: '1150', token: 't', baseUrl: 'ftp://x' } } }],
    ['providers', { providers: { ultramsg: { instanceId: '1150', token: 't' }, meta: META } }],
    ['providers.meta.phoneNumberId', { providers: { meta: { ...META, phoneNumberId: '+966 5' } } }],
    ['providers.meta.graphVersion', { providers: { meta: { ...META, graphVersion: '26' } } }],
    ['providers.meta.appSecret', { providers: { meta: { ...META, appSecret: [1 as unknown as string] } } }],
    ['providers.twilio.authToken', { providers: { twilio: { ...TWILIO_WHATSAPP, authToken: [] } } }],
    ['providers.twilio.whatsappFrom', { providers: { twilio: { ...TWILIO_WHATSAPP, whatsappFrom: 'Clinic' } } }],
    ['sms.awsRegion', { sms: { enabled: true, provider: 'sns' } }],
    [
      'sms.fromNumber',
      { sms: { enabled: true, provider: 'sns', awsRegion: 'eu-west-1', fromNumber: 'far too long a name' } },
    ],
    ['delivery.shout', { delivery: { shout: {} } as PolicyOverrides }],
    ['delivery.your_turn.deadlineSeconds', { delivery: { your_turn: { deadlineSeconds: 0 } } }],
    ['delivery.your_turn.tiers.fax', { delivery: { your_turn: { tiers: { fax: {} } as object } } }],
    [
      'delivery.your_turn.tiers.push.successStatus',
      { delivery: { your_turn: { tiers: { push: { successStatus: 'read' as 'sent', fallbackAfterSeconds: 1 } } } } },
    ],
    ['database', { database: 'mysql://localhost/x' }],
    ['schema', { schema: 'x; drop' }],
    ['basePath', { basePath: 'whatsapp' }],
    ['publicUrl', { publicUrl: 'clinic.example' }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['allowedOrigins', { allowedOrigins: ['https://clinic.example/page'] }],
    ['trustedProxies', { trustedProxies: ['nginx'] }],
    ['sessionDurationHours', { sessionDurationHours: 25 }],
    ['sessionDurationHours', { sessionDurationHours: Number.NaN }],
    ['sessionMarginSeconds', { sessionMarginSeconds: -1 }],
    ['messageRetentionDays', { messageRetentionDays: 1.5 }],
    ['logLevel', { logLevel: 'loud' as 'info' }],
    ['sms.accountSid', { sms: { ...TWILIO, accountSid: undefined } }],
    ['sms.allowedCountries', { sms: { allowedCountries: ['Saudi Arabia'] } }],
    ['push.vapidPrivateKey', { push: { vapidPublicKey: Buffer.alloc(65).toString('base64url') } }],
    [
      'push.vapidPublicKey',
      { push: { vapidPublicKey: 'short', vapidPrivateKey: Buffer.alloc(32).toString('base64url') } },
    ],
    ['push.vapidSubject', { push: { vapidSubject: 'it@clinic.example' } }],
    ['push.allowedHosts', { push: { allowedHosts: ['https://push.example'] } }],
  ])('refuses a wrong %s', (option, wrong) => {
    const { problems } = refusalOf({ organization: ORGANIZATION, ...wrong });
    expect(problems.map((problem) => problem.option)).toEqual([option]);
  });

  it('reports everything at once and quotes no secret', () => {
    const error = refusalOf({ organization: { name: '', secretKey: 'pk_hush-hush' }, sessionDurationHours: 0 });
    expect(error.problems.map(({ option }) => option)).toEqual([
      'organization.name',
      'organization.secretKey',
      'sessionDurationHours',
    ]);
    expect(error.message).toContain('3 options are missing or wrong');
    expect(error.message).not.toContain('hush');
  });

  it('refuses two organizations with one id or one key', () => {
    const { problems } = refusalOf({ organizations: [ORGANIZATION, ORGANIZATION] });
    expect(problems.map(({ message }) => message)).toEqual([
      'shares its id with another organization.',
      'shares its keys with another organization.',
    ]);
  });

  it('gives each organization its own providers', () => {
    const ultramsg = { instanceId: '1150', token: 't' };
    const one = { ...ORGANIZATION, id: 'one', providers: { ultramsg } };
    const two = { ...ORGANIZATION, id: 'two', secretKey: 'sk_11111111111111111111111111111111' };
    const { organizations } = resolveOptions({ organizations: [one, two] });
    expect(organizations.map(({ whatsapp }) => whatsapp?.kind)).toEqual(['ultramsg', undefined]);
  });

  it("puts the host's own policies in the place of the built-in ones", () => {
    const push = { successStatus: 'accepted', fallbackAfterSeconds: 0 } as const;
    const { delivery } = resolveOptions({
      organization: ORGANIZATION,
      delivery: { your_turn: { deadlineSeconds: 120, tiers: { push } } },
    });
    expect(delivery).toEqual({
      ...DEFAULT_POLICIES,
      your_turn: { deadlineSeconds: 120, tiers: { ...DEFAULT_POLICIES.your_turn.tiers, push } },
    });
  });

  it('takes a schema name that the database takes too, and none that is longer', () => {
    const schema = 'a'.repeat(63);
    expect(resolveOptions({ organization: ORGANIZATION, schema }).schema).toBe(schema);
    expect(refusalOf({ organization: ORGANIZATION, schema: `${schema}a` }).problems).toHaveLength(1);
    expect([schema, `${schema}a`, 'pg_x', '1x', 'X'].map(isSchemaName)).toEqual([true, false, false, false, false]);
  });

  it("keeps the operator's own name of a time zone", () => {
    const organization = { ...ORGANIZATION, timeZone: 'Asia/Kolkata' };
    expect(resolveOptions({ organization }).organizations[0]?.organization.timeZone).toBe('Asia/Kolkata');
  });

  it('warns of a sender at Twilio that is not the number on the page', () => {
    const organization = { ...ORGANIZATION, whatsappNumber: '+966500000001' };
    const { warnings } = resolveOptions({ organization, providers: { twilio: TWILIO_WHATSAPP } });
    expect(warnings).toEqual([expect.stringContaining('providers.twilio.whatsappFrom')]);
  });
});

/** The lines of the refusal of options that types would refuse too. */
const linesFor = (options: object) =>
  refusalOf({ organization: ORGANIZATION, ...options }).problems.map(({ option, message }) => `${option} ${message}`);

describe('a misspelt option', () => {
  it.each([
    [{ sesionMarginSeconds: 60 }, 'sesionMarginSeconds is not known: did you mean "sessionMarginSeconds"?'],
    [{ publicURL: 'https://clinic.example' }, 'publicURL is not known: did you mean "publicUrl"?'],
    [{ sms: { enable: true } }, 'sms.enable is not known: did you mean "enabled"?'],
    [
      { organization: { ...ORGANIZATION, whatsappNumbr: '+966500000000' } },
      'organization.whatsappNumbr is not known: did you mean "whatsappNumber"?',
    ],
    [
      { organization: undefined, organizations: [{ ...ORGANIZATION, nmae: 'x' }] },
      'organizations[0].nmae is not known: known here are ',
    ],
    [
      { providers: { ultramsg: { instanceId: '1150', token: 't', webhokToken: 'x' } } },
      'providers.ultramsg.webhokToken is not known: did you mean "webhookToken"?',
    ],
    [{ push: { vapidSubjekt: 'x' } }, 'push.vapidSubjekt is not known: did you mean "vapidSubject"?'],
    [{ delivery: { your_turns: {} } }, 'delivery.your_turns is not known: did you mean "your_turn"?'],
    [{ whatsappNumber: '+966500000000' }, 'whatsappNumber is not known here: it belongs into "organization".'],
    [{ shout: true }, 'shout is not known: known here are database, databaseDirectUrl, '],
  ])('is named with what was meant: %j', (options, line) => {
    expect(linesFor(options)).toEqual([expect.stringContaining(line)]);
  });
});

describe('one error', () => {
  it('names faults of single options, of several together, and of spelling', () => {
    const names = linesFor({
      sessionDurationHours: 25,
      sms: { enabled: true, dailyLimit: -1, acountSid: 'x' },
      push: { vapidPublicKey: Buffer.alloc(65).toString('base64url'), allowedHosts: ['https://x'] },
      organizations: [{ name: '', secretKey: 'sk_1' }],
      databse: 'x',
    }).map((line) => line.split(' ')[0]);
    expect(names.sort()).toEqual([
      ...['databse', 'organizations', 'organizations[0].name', 'organizations[0].secretKey', 'push.allowedHosts'],
      'push.vapidPrivateKey',
      ...['sessionDurationHours', 'sms.accountSid', 'sms.acountSid', 'sms.authToken', 'sms.dailyLimit'],
      'sms.fromNumber',
    ]);
  });

  it.each([
    [{ sessionDurationHours: 25 }, 'sessionDurationHours must be a whole number from 1 to 24, not 25.'],
    [{ sms: { enabled: 'yes' } }, 'sms.enabled must be true or false, not "yes".'],
    [{ allowedOrigins: ['https://a.example', '*'] }, /^allowedOrigins must be whole origins .*, not "\*"\.$/],
    [{ organization: { ...ORGANIZATION, timeZone: 'Mars/Base' } }, /, not "Mars\/Base"\.$/],
    [{ database: 'postgres://me:p#w@host/x' }, /^database must be .* escape # and @ in its password as %23 and %40\.$/],
  ])('says what was found, what is right and what to do: %j', (options, line) => {
    expect(linesFor(options)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  it.each<[object]>([
    [{ organization: { ...ORGANIZATION, adminKey: 'sk_hush' } }],
    [{ organization: { ...ORGANIZATION, whatsappNumber: 'hush' } }],
    [{ organization: { ...ORGANIZATION, timeZone: 'sk_hush_0000000000000000' } }],
    [{ database: 'mysql://hush' }],
    [{ publicUrl: 'https://me:hush@clinic.example' }],
    [{ providers: { ultramsg: { instanceId: 'hush hush', token: 't' } } }],
  ])('quotes no secret and no phone: %j', (options) => {
    expect(linesFor(options)).toHaveLength(1);
    expect(linesFor(options).join()).not.toContain('hush');
  });

  it.each([undefined, null, 5, []])('is thrown for %j in the place of the options', (options) => {
    expect(() => resolveOptions(options as unknown as WhatsAppOptInOptions)).toThrow(OptionsError);
  });
});

describe('an odd value', () => {
  const ODD = [
    null,
    0,
    -1,
    Number.NaN,
    1e21,
    '',
    ' ',
    'x',
    '\0',
    [],
    [null],
    [[]],
    {},
    { length: 1 },
    true,
    Symbol('odd'),
    () => 1,
  ];
  const base = (): Record<string, unknown> => ({
    organization: { ...ORGANIZATION },
    providers: {},
    sms: { ...TWILIO },
    push: {},
    keywords: {},
  });

  it.each(describeOptions(optionsSchema).options.map(({ path }) => path.replaceAll('[]', '[0]')))(
    'at %s is taken or refused, and never breaks the check',
    (path) => {
      for (const provider of ['twilio', 'sns']) {
        for (const odd of ODD) {
          const options = base();
          Object.assign(options['sms'] as object, { provider });
          const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
          const last = steps.pop() ?? '';
          const home = steps.reduce<Record<string, unknown>>((group, step) => (group[step] ??= {}) as never, options);
          home[last] = odd;
          try {
            resolveOptions(options);
          } catch (error) {
            expect(error).toBeInstanceOf(OptionsError);
          }
        }
      }
    },
  );
});
