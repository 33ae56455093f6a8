import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSimulator, type Simulator } from '@whatsapp-optin/simulator';
import type { NotificationDocument, NotifyRequest, OptInCreated, OptInStatus } from '@whatsapp-optin/sdk/contract';
import pg from 'pg';
import type { TestOverrides } from '../src/composition/compose.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import { UNCOUNTED } from '../src/http/admission.js';
import type { WhatsAppOptIn } from '../src/index.js';
import type { WhatsAppOptInOptions } from '../src/config/options.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { createTypedClient, dataOf } from './openapi/typed-client.js';

export const ENGINE = process.env['TEST_ENGINE'] ?? 'pglite';
export const COMPANY = '+966500000000';
export const SECRET = 'sk_test_secret_key_of_all_the_tests';
export const PUBLISHABLE = 'pk_test_publishable_key_of_the_tests';
export const ADMIN = 'ak_test_admin_key_of_the_tests';
export const ORIGIN = 'https://clinic.example';
export const WEBHOOK_TOKEN = 'webhook-token-of-the-tests';
const TWILIO = { accountSid: 'AC00000000000000000000000000000000', authToken: 'twilio-token-of-the-tests' };

/** Tests ask for more at once than a busy machine answers in time. */
export const ADMIT_ALL: Required<TestOverrides>['createAdmission'] = () => ({
  enter: async () => UNCOUNTED,
  close: () => undefined,
});

/** The whole server on a database of its own, with the simulator as its vendors, over real HTTP on the vendors' side. */
export interface World {
  app: WhatsAppOptIn;
  database: Database;
  simulator: Simulator;
  request(
    method: string,
    path: string,
    init?: { key?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Response>;
  createTicket(ticketId: string, fields?: Record<string, unknown>): Promise<void>;
  createOptIn(body: Record<string, unknown>, key?: string): Promise<OptInCreated>;
  readOptIn(optIn: OptInCreated): Promise<OptInStatus>;
  notify(request: NotifyRequest): Promise<NotificationDocument>;
  /** Posts UltraMsg's own event to the webhook, as the vendor would. @returns the HTTP status. */
  receive(message: TestMessage): Promise<number>;
  /** What WhatsApp texts the vendor accepted for this phone, oldest first. */
  textsTo(phone: string): string[];
  close(): Promise<void>;
}

export interface TestMessage {
  from: string;
  text: string;
  /** Seconds before now. @default 0 */
  ageSeconds?: number;
  id?: string;
  fields?: Record<string, unknown>;
  token?: string;
}

export type WorldChanges = Partial<WhatsAppOptInOptions>;

/** @param changes - of the options; a function of the address of the vendors where they name one. */
export async function openWorld(
  changes: WorldChanges | ((vendors: string) => WorldChanges) = {},
  overrides: TestOverrides = {},
): Promise<World> {
  const { url, drop } = await createDatabase();
  const simulator = createSimulator({ twilio: TWILIO });
  const vendors = await simulator.listen();
  let opened: Database | undefined;
  const options: WhatsAppOptInOptions = {
    database: url,
    organization: {
      id: 'clinic',
      name: 'Al Noor Clinic',
      whatsappNumber: COMPANY,
      timeZone: 'Asia/Riyadh',
      secretKey: SECRET,
      publishableKey: PUBLISHABLE,
      adminKey: ADMIN,
    },
    providers: {
      ultramsg: { instanceId: '1150', token: 'simulator-token', baseUrl: vendors, webhookToken: WEBHOOK_TOKEN },
    },
    sms: { enabled: true, ...TWILIO, fromNumber: '+15550000000', baseUrl: vendors, allowedCountries: ['SA'] },
    push: { allowedHosts: [new URL(vendors).host], vapidSubject: 'mailto:test@clinic.example' },
    publicUrl: 'https://optin.clinic.example',
    allowedOrigins: [ORIGIN],
    logLevel: 'silent',
    ...(typeof changes === 'function' ? changes(vendors) : changes),
  };
  const app = createWhatsAppOptIn(options, {
    createAdmission: ADMIT_ALL,
    ...overrides,
    async openDatabase(input) {
      const next = await (overrides.openDatabase ?? openPooled)(input);
      // The first one is the server's own; a replica comes after it.
      opened ??= next;
      return next;
    },
  });
  await app.start();
  if (opened === undefined) throw new Error('The server did not open its database.');
  const database = opened;

  const request: World['request'] = async (method, path, { key, body, headers = {} } = {}) => {
    const init: RequestInit = {
      method,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    return app.fetch(new Request(`https://optin.clinic.example${path}`, init));
  };
  const api = createTypedClient(app, SECRET);
  const json = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };

  return {
    app,
    database,
    simulator,
    request,
    async createTicket(ticketId, fields = {}) {
      const body = { number: 'A001', ...fields };
      await json(await request('PUT', `/api/tickets/${encodeURIComponent(ticketId)}`, { key: SECRET, body }));
    },
    async createOptIn(body, key = SECRET) {
      return json(await request('POST', '/api/opt-ins', { key, body, headers: { origin: ORIGIN } }));
    },
    async readOptIn(optIn) {
      const headers = { authorization: `Bearer ${optIn.clientToken}` };
      return dataOf(await api.GET('/api/opt-ins/{id}', { params: { path: { id: optIn.id } }, headers }));
    },
    async notify(body) {
      return dataOf(await api.POST('/api/notifications', { body }));
    },
    async receive(message) {
      const token = message.token ?? WEBHOOK_TOKEN;
      const response = await request('POST', `/api/webhooks/ultramsg/inbound?token=${token}`, {
        body: ultramsgEvent(message),
      });
      return response.status;
    },
    textsTo: (phone) =>
      simulator.ledger
        .entries()
        .flatMap((entry) =>
          entry.kind === 'whatsapp_send' && entry.accepted && entry.phone === phone ? [entry.text] : [],
        ),
    async close() {
      await app.close();
      await simulator.close();
      await drop();
    },
  };
}

/** As a server that is configured for the pooler of the run, where there is one. */
const openPooled: typeof openDatabase = (input) => {
  const { TEST_DATABASE_URL: server = '', TEST_POOLER_URL: pooler } = process.env;
  const isBehind = pooler !== undefined && new URL(input.database).host === new URL(server).host;
  if (!isBehind || input.directUrl !== undefined) return openDatabase(input);
  const url = new URL(pooler);
  url.pathname = new URL(input.database).pathname;
  return openDatabase({ ...input, database: url.href, directUrl: input.database });
};

let serial = 0;

/** UltraMsg's event for a text that a person wrote to the company. */
export function ultramsgEvent({ from, text, ageSeconds = 0, id, fields = {} }: TestMessage): Record<string, unknown> {
  const digits = from.replace('+', '');
  return {
    event_type: 'message_received',
    instanceId: '1150',
    id: '',
    referenceId: '',
    data: {
      id: id ?? `false_${digits}@c.us_3EB0${(serial += 1).toString(16).toUpperCase().padStart(16, '0')}`,
      from: `${digits}@c.us`,
      to: `${COMPANY.slice(1)}@c.us`,
      author: '',
      pushname: 'Sara',
      ack: '',
      type: 'chat',
      body: text,
      media: '',
      fromMe: false,
      self: false,
      time: Math.floor(Date.now() / 1000) - ageSeconds,
      ...fields,
    },
  };
}

/** Asks again until `read` gives something true; fails after thirty seconds, naming what was waited for. */
export async function eventually<T>(
  what: string,
  read: () => Promise<T> | T,
): Promise<Exclude<T, null | undefined | false>> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await read();
    if (value) return value as Exclude<T, null | undefined | false>;
    if (Date.now() > deadline) throw new Error(`Waited thirty seconds in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A database of its own with every table laid: a folder for PGlite, else made and dropped on the server of the run. */
export function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return createFrom(process.env['TEST_DATABASE_PREPARED']);
}

/** The same without a single table, as the first start of a server finds it. */
export function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return createFrom(undefined);
}

async function createFrom(prepared: string | undefined): Promise<{ url: string; drop(): Promise<void> }> {
  if (ENGINE === 'pglite') {
    const folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-'));
    if (prepared) await cp(path.join(prepared, 'data'), path.join(folder, 'data'), { recursive: true });
    return { url: folder, drop: () => rm(folder, { recursive: true, force: true }) };
  }
  const base = process.env['TEST_DATABASE_URL'];
  if (!base) throw new Error('TEST_DATABASE_URL is missing; the integration tests on PostgreSQL need a server.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}${prepared ? ` TEMPLATE ${prepared}` : ''}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}
