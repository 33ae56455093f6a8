import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { createSimulator, type Simulator } from '@whatsapp-optin/simulator';
import { createWhatsAppOptIn } from '../../src/create-whatsapp-optin.js';
import type { WhatsAppOptIn } from '../../src/index.js';
import type { ChainCheck } from '../../src/consents/consent-ledger.js';
import type { JobName } from '../../src/jobs/job-engine.js';
import { createConsentLedger } from '../../src/storage/consent-ledger.js';
import type { Database } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { wrapPglite } from '../../src/storage/pglite-database.js';
import { findPgliteSnapshot } from '../../src/storage/pglite-snapshot.js';
import { ADMIT_ALL, ENGINE, createDatabase } from '../test-world.js';
import { createFactReader, type FactsOfAll } from './facts.js';
import {
  INSTANCES,
  ORGANIZATIONS,
  SMS_DAILY_LIMIT,
  WEBHOOK_TOKENS,
  adminKeyOf,
  publishableKeyOf,
  secretKeyOf,
  type OrganizationId,
} from './organizations.js';
import { createTimeTravel } from './time-travel.js';

const TWILIO = { accountSid: 'AC00000000000000000000000000000000', authToken: 'twilio-token-of-the-model' };

/** One request to a vendor, as the vendor saw it; `atMs` by the witness's own clock, which travels with the model. */
export interface WitnessedSend {
  channel: 'whatsapp' | 'sms' | 'push';
  atMs: number;
  phone: string | null;
  organizationId: OrganizationId | null;
  /** Our attempt, where the vendor gets it. */
  attemptId: string | null;
  accepted: boolean;
}

/** The whole server, its job engine in the hands of the test, and the witness. */
export interface ModelWorld {
  readonly app: WhatsAppOptIn;
  readonly simulator: Simulator;
  readonly database: Database;
  /** Requests to vendors since `begin`. */
  readonly sends: readonly WitnessedSend[];
  nowMs(): number;
  /** Forgets everybody, and begins at the real time. */
  begin(): Promise<void>;
  advance(ms: number): Promise<void>;
  work(name: JobName): Promise<void>;
  restart(): Promise<void>;
  request(method: string, path: string, key: string, body?: unknown): Promise<Response>;
  /** The path of the customer's own page, from their latest welcome. */
  pageOf(org: OrganizationId, phone: string): string | undefined;
  /** A form of the customer's own page. */
  submit(path: string, form: Record<string, string>): Promise<Response>;
  facts(): Promise<FactsOfAll>;
  /** An SMS of before its receiver was erased belongs to no row any more. */
  forgetSmsTo(phone: string): void;
  /** Tables in which this stands anywhere in a row of the organization. */
  tablesThatHold(org: OrganizationId, text: string): Promise<string[]>;
  /** Seals what is not sealed, and reads the chain from its beginning. */
  checkChain(org: OrganizationId): Promise<ChainCheck>;
  close(): Promise<void>;
}

const ORIGIN = 'https://clinic.example';
const PUBLIC_URL = 'https://optin.clinic.example';
const PAGE_PATH = /https:\/\/optin\.clinic\.example(\/m\/[\w-]+)/;

export async function openModelWorld(): Promise<ModelWorld> {
  let offsetMs = 0;
  const nowMs = (): number => Date.now() + offsetMs;
  const instances = ORGANIZATIONS.map((id) => ({ ...INSTANCES[id], token: `simulator-token-of-${id}` }));
  const simulator = createSimulator({ instances, twilio: TWILIO, now: nowMs });
  const vendors = await simulator.listen();
  const { database, url, drop } = await openModelDatabase();
  let work: Record<JobName, () => Promise<unknown>> | null = null;

  const start = async (): Promise<WhatsAppOptIn> => {
    const app = createWhatsAppOptIn(
      {
        database: url,
        organizations: ORGANIZATIONS.map((id, index) => ({
          id,
          name: `Clinic ${id.toUpperCase()}`,
          whatsappNumber: INSTANCES[id].number,
          timeZone: zoneAtNoon(),
          secretKey: secretKeyOf(id),
          publishableKey: publishableKeyOf(id),
          adminKey: adminKeyOf(id),
          providers: {
            ultramsg: {
              instanceId: INSTANCES[id].instanceId,
              token: instances[index]?.token ?? '',
              baseUrl: vendors,
              webhookToken: WEBHOOK_TOKENS[id],
              verifyInbound: false,
            },
          },
        })),
        sms: {
          enabled: true,
          ...TWILIO,
          fromNumber: '+15550000000',
          baseUrl: vendors,
          allowedCountries: ['SA'],
          dailyLimit: SMS_DAILY_LIMIT,
        },
        push: { allowedHosts: [new URL(vendors).host], vapidSubject: 'mailto:test@clinic.example' },
        publicUrl: PUBLIC_URL,
        allowedOrigins: [ORIGIN],
        logLevel: 'silent',
      },
      {
        createAdmission: ADMIT_ALL,
        openDatabase: async () => ({ ...database, close: async () => undefined }),
        startJobs: async (parts) => {
          work = parts.work;
          return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
        },
      },
    );
    await app.start();
    return app;
  };

  let app = await start();
  const travel = await createTimeTravel(database, url);
  const readFacts = createFactReader(database);
  let sends: WitnessedSend[] = [];
  const pages = new Map<string, string>();
  const organizationOf = new Map(ORGANIZATIONS.map((id) => [INSTANCES[id].instanceId, id]));
  simulator.ledger.subscribe((entry) => {
    const atMs = Date.parse(entry.at);
    const seen = { atMs, organizationId: null, attemptId: null };
    if (entry.kind === 'whatsapp_send') {
      const { phone, accepted, referenceId, instanceId } = entry;
      const organizationId = organizationOf.get(instanceId) ?? null;
      const page = PAGE_PATH.exec(entry.text)?.[1];
      if (page !== undefined) pages.set(`${organizationId} ${phone}`, page);
      sends.push({ ...seen, channel: 'whatsapp', phone, accepted, organizationId, attemptId: referenceId });
    }
    if (entry.kind === 'sms_send') {
      sends.push({ ...seen, channel: 'sms', phone: entry.phone, accepted: entry.accepted });
    }
    if (entry.kind === 'push_send') {
      sends.push({ ...seen, channel: 'push', phone: entry.phone, accepted: entry.accepted });
    }
  });

  return {
    get app() {
      return app;
    },
    simulator,
    database,
    get sends() {
      return sends;
    },
    nowMs,
    async begin() {
      await travel.forget();
      simulator.behaviours.clear();
      sends = [];
      pages.clear();
      offsetMs = 0;
    },
    async advance(ms) {
      await travel.advance(ms);
      offsetMs += ms;
    },
    async work(name) {
      await work?.[name]();
    },
    async restart() {
      await app.close();
      app = await start();
    },
    async request(method, path, key, body) {
      const headers = {
        ...(key !== '' && { authorization: `Bearer ${key}` }),
        origin: ORIGIN,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      return app.fetch(new Request(`${PUBLIC_URL}${path}`, init));
    },
    pageOf: (org, phone) => pages.get(`${org} ${phone}`),
    async submit(path, form) {
      const body = new URLSearchParams(form);
      return app.fetch(new Request(`${PUBLIC_URL}${path}`, { method: 'POST', body }));
    },
    facts: () => readFacts(offsetMs),
    forgetSmsTo(phone) {
      sends = sends.map((send) => (send.channel === 'sms' && send.phone === phone ? { ...send, phone: null } : send));
    },
    tablesThatHold: (org, text) => travel.tablesThatHold(org, text),
    async checkChain(org) {
      const ledger = createConsentLedger(database);
      await ledger.sealAll();
      return ledger.verify(org);
    },
    async close() {
      await app.close();
      await simulator.close();
      await travel.close();
      await database.close();
      await drop();
    },
  };
}

/** A database that outlives the server's restarts; the embedded one lies in memory, where a run has no use for a disk. */
async function openModelDatabase(): Promise<{ database: Database; url: string; drop(): Promise<void> }> {
  const schema = 'whatsapp_optin';
  if (ENGINE === 'pglite') {
    const snapshot = findPgliteSnapshot();
    const dump = snapshot === null ? {} : { loadDataDir: new Blob([await readFile(snapshot)]) };
    const database = wrapPglite(await PGlite.create(dump), { schema, unlock: async () => undefined });
    return { database, url: 'memory', drop: async () => undefined };
  }
  const { url, drop } = await createDatabase();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  return { database: await openDatabase({ database: url, schema, log }), url, drop };
}

/** A zone where it is noon now, so that no run sees a day end: the daily limit is counted by the organization's day. */
function zoneAtNoon(): string {
  const hoursEast = 12 - new Date().getUTCHours();
  if (hoursEast === 0) return 'UTC';
  return `Etc/GMT${hoursEast > 0 ? '-' : '+'}${Math.abs(hoursEast)}`;
}
