import { createSimulator, SIMULATOR_DEFAULTS, type Simulator, type WhatsAppVendor } from '@whatsapp-optin/simulator';
import type { NotificationDocument, NotifyRequest, OptInCreated, OptInStatus } from '@whatsapp-optin/sdk/contract';
import { serve } from '../src/adapters/node.js';
import type { TestOverrides } from '../src/composition/compose.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { WhatsAppOptIn } from '../src/index.js';
import { RATE_LIMITS } from '../src/providers/rate-limiter.js';
import type { ProvidersOptions, WhatsAppOptInOptions } from '../src/config/options.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { countRows } from './row-counts.js';
import { ADMIN, ADMIT_ALL, COMPANY, createDatabase, ORIGIN, PUBLISHABLE, SECRET, WEBHOOK_TOKEN } from './test-world.js';

/** No wait for a rate limit, which has tests of its own. */
export const QUICK_RATE_LIMITS = { ...RATE_LIMITS, meta: RATE_LIMITS.ultramsg, twilio: RATE_LIMITS.ultramsg };

export const SMS_NUMBER = '+15005550006';
const TWILIO = { ...SIMULATOR_DEFAULTS.twilio, authToken: 'twilio-token-of-the-tests', whatsappNumber: COMPANY };

/** The server on a port of its own, its vendors on another: each webhook and each send is a real request. */
export interface VendorWorld {
  /** Another one after `restart`. */
  readonly app: WhatsAppOptIn;
  readonly database: Database;
  readonly simulator: Simulator;
  /** Of the server, as vendors reach it. */
  readonly url: string;
  request(method: string, path: string, init?: { key?: string; body?: unknown }): Promise<Response>;
  json<T>(method: string, path: string, init?: { key?: string; body?: unknown }): Promise<T>;
  createTicket(ticketId: string, fields?: Record<string, unknown>): Promise<void>;
  createOptIn(ticketId: string): Promise<OptInCreated>;
  readOptIn(optIn: OptInCreated): Promise<OptInStatus>;
  notify(request: NotifyRequest): Promise<NotificationDocument>;
  /** Opts a person in by their own message. */
  connect(ticketId: string, phone: string, options?: { hidesPhone?: boolean }): Promise<void>;
  /** Rows of each table, without those of jobs. */
  countRows(): Promise<Record<string, number>>;
  /** WhatsApp texts that went out to this phone, oldest first. */
  textsTo(phone: string): string[];
  smsTo(phone: string): string[];
  /** Ends the process of the server, as far as a test can, and begins another on the same database. */
  restart(overrides?: TestOverrides): Promise<void>;
  close(): Promise<void>;
}

export function providersOf(vendor: WhatsAppVendor, vendors: string): ProvidersOptions {
  const { meta } = SIMULATOR_DEFAULTS;
  switch (vendor) {
    case 'ultramsg':
      return {
        ultramsg: {
          instanceId: '1150',
          token: 'simulator-token',
          baseUrl: vendors,
          webhookToken: WEBHOOK_TOKEN,
          verifyInbound: true,
        },
      };
    case 'meta': {
      const { phoneNumberId, accessToken, appSecret, verifyToken } = meta;
      return { meta: { phoneNumberId, accessToken, appSecret, verifyToken, graphBaseUrl: vendors } };
    }
    case 'twilio': {
      const { accountSid, authToken } = TWILIO;
      return { twilio: { accountSid, authToken, whatsappFrom: COMPANY, baseUrl: vendors } };
    }
  }
}

const WEBHOOK_PATHS: Record<WhatsAppVendor, string> = {
  ultramsg: '/api/webhooks/ultramsg/inbound',
  meta: '/api/webhooks/meta',
  twilio: '/api/webhooks/twilio/whatsapp',
};

export async function openVendorWorld(
  vendor: WhatsAppVendor,
  changes: (vendors: string) => Partial<WhatsAppOptInOptions> = () => ({}),
  firstOverrides: TestOverrides = {},
): Promise<VendorWorld> {
  const { url: databaseUrl, drop } = await createDatabase();
  let app: WhatsAppOptIn | null = null;
  let database: Database | null = null;
  const starting = () => Promise.resolve(new Response(null, { status: 503 }));
  const fetchApp: { fetch: WhatsAppOptIn['fetch'] } = {
    fetch: (request, info) => app?.fetch(request, info) ?? starting(),
  };
  const server = await serve(fetchApp, { port: 0, host: '127.0.0.1' });
  const simulator = createSimulator({
    whatsapp: vendor,
    twilio: TWILIO,
    webhook: {
      url: `${server.url}${WEBHOOK_PATHS[vendor]}`,
      token: WEBHOOK_TOKEN,
      smsUrl: `${server.url}/api/webhooks/twilio/sms`,
      acks: true,
      retryDelaysMs: [50, 200, 1000],
    },
  });
  const vendors = await simulator.listen();

  const start = async (overrides: TestOverrides): Promise<void> => {
    const { accountSid, authToken } = TWILIO;
    app = createWhatsAppOptIn(
      {
        database: databaseUrl,
        organization: {
          id: 'clinic',
          name: 'Al Noor Clinic',
          whatsappNumber: COMPANY,
          timeZone: 'Asia/Riyadh',
          secretKey: SECRET,
          publishableKey: PUBLISHABLE,
          adminKey: ADMIN,
        },
        providers: providersOf(vendor, vendors),
        sms: {
          enabled: true,
          accountSid,
          authToken,
          fromNumber: SMS_NUMBER,
          baseUrl: vendors,
          allowedCountries: ['SA'],
        },
        push: { allowedHosts: [new URL(vendors).host], vapidSubject: 'mailto:test@clinic.example' },
        publicUrl: server.url,
        allowedOrigins: [ORIGIN],
        logLevel: 'silent',
        ...changes(vendors),
      },
      {
        createAdmission: ADMIT_ALL,
        openDatabase: async (input) => (database = await openDatabase(input)),
        rateLimits: QUICK_RATE_LIMITS,
        ...overrides,
      },
    );
    await app.start();
  };
  await start(firstOverrides);

  const world: VendorWorld = {
    get app() {
      if (app === null) throw new Error('The server does not run.');
      return app;
    },
    get database() {
      if (database === null) throw new Error('The server did not open its database.');
      return database;
    },
    simulator,
    url: server.url,
    request: (method, path, { key, body } = {}) =>
      fetch(`${server.url}${path}`, {
        method,
        headers: {
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    async json<T>(...input: Parameters<VendorWorld['request']>): Promise<T> {
      const response = await world.request(...input);
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
    async createTicket(ticketId, fields = {}) {
      await world.json('PUT', `/api/tickets/${ticketId}`, { key: SECRET, body: { number: 'A001', ...fields } });
    },
    createOptIn: (ticketId) => world.json('POST', '/api/opt-ins', { key: SECRET, body: { ticketId } }),
    readOptIn: ({ id, clientToken }) => world.json('GET', `/api/opt-ins/${id}`, { key: clientToken }),
    notify: (body) => world.json('POST', '/api/notifications', { key: SECRET, body }),
    async connect(ticketId, phone, { hidesPhone } = {}) {
      await world.createTicket(ticketId, hidesPhone ? {} : { phone });
      const optIn = await world.createOptIn(ticketId);
      await simulator.sendFromPhone({ from: phone, text: optIn.message, name: 'Sara', hidesPhone }).delivery;
      while ((await world.readOptIn(optIn)).state !== 'connected')
        await new Promise((resolve) => setTimeout(resolve, 25));
    },
    countRows: () => countRows(world.database),
    textsTo: (phone) =>
      simulator.ledger
        .entries('whatsapp_send')
        .flatMap((entry) => (entry.accepted && entry.phone === phone ? [entry.text] : [])),
    smsTo: (phone) =>
      simulator.ledger
        .entries('sms_send')
        .flatMap((entry) => (entry.accepted && entry.phone === phone ? [entry.text] : [])),
    async restart(overrides = {}) {
      const last = app;
      app = null;
      await last?.close();
      await start(overrides);
    },
    async close() {
      await simulator.close();
      await app?.close();
      await server.close(0);
      await drop();
    },
  };
  return world;
}
