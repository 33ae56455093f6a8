import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { createSimulator, SIMULATOR_DEFAULTS } from '@whatsapp-optin/simulator';
import { createWhatsAppOptIn } from '../../src/create-whatsapp-optin.js';
import type { WhatsAppOptIn } from '../../src/index.js';
import type { JobName } from '../../src/jobs/job-engine.js';
import type { Database, Row } from '../../src/storage/database.js';
import { wrapPglite } from '../../src/storage/pglite-database.js';
import { findPgliteSnapshot } from '../../src/storage/pglite-snapshot.js';
import { createTimeTravel } from '../model/time-travel.js';
import { ADMIN, ADMIT_ALL, SECRET } from '../test-world.js';
import { QUICK_RATE_LIMITS } from '../vendor-world.js';
import { FAULT_TWILIO, faultOptions } from './fault-options.js';
import type { Life, Schedule } from './simulated-schedule.js';

const VENDORS = 'http://vendors.example';
const HOST = 'https://optin.clinic.example';

/** A fault in the product that the simulation has to find. `claim-trusts-load`: a claim no longer looks for a STOP. */
export type Plant = 'claim-trusts-load' | null;

/** Deadline of a vendor's call. */
const LONGEST_CALL_MS = 10_000;

const CHECKED_CLAIM =
  /WHERE NOT judged\.busy AND NOT \(judged\.opted_out OR judged\.paused\)\s+AND locked\.ended_at IS NULL AND locked\.expires_at > [^\n]+/;
const ANSWER_OF_CLAIM = /judged\.opted_out,( judged\.paused, judged\.position IN)/;

/** A call of a vendor, just before it answers. */
export interface VendorCall {
  channel: 'whatsapp' | 'sms';
  phone: string;
  text: string;
}

export interface SimulatedServer {
  readonly life: Life;
  readonly app: WhatsAppOptIn;
  work(name: JobName): Promise<unknown>;
}

export interface SimulatedServers {
  readonly servers: readonly SimulatedServer[];
  /** The one database, past the schedule. */
  readonly database: Database;
  /** With the staff's key where something is deleted. @param route - such as `PUT /api/tickets/t-1` */
  request(server: SimulatedServer, route: string, body?: unknown): Promise<Response>;
  /** The process ends at once, wherever it is; another one starts in its place. */
  kill(index: number): Promise<void>;
  /** As if so much time had passed, by the clocks of the database and of both processes. */
  advance(ms: number): Promise<void>;
  /** Every row but the organization's is gone. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Two servers in this process on one PGlite. Each statement, each transaction and each call of a vendor is an effect of the
 * schedule; nothing of them goes over a network. A vendor may accept, refuse, fail, or accept and lose its answer.
 */
export async function openSimulatedServers(
  schedule: Schedule,
  { plant, onCall }: { plant: Plant; onCall(call: VendorCall): Promise<void> },
): Promise<SimulatedServers> {
  const snapshot = findPgliteSnapshot();
  const dump = snapshot === null ? {} : { loadDataDir: new Blob([await readFile(snapshot)]) };
  const schema = 'whatsapp_optin';
  const database = wrapPglite(await PGlite.create(dump), { schema, unlock: async () => undefined });
  const simulator = createSimulator({
    instances: [{ ...SIMULATOR_DEFAULTS.instances[0]!, instanceId: '1150', token: 'simulator-token' }],
    twilio: FAULT_TWILIO,
  });
  const realFetch = globalThis.fetch;
  let aheadMs = 0;
  const clocks = { monotonicMs: () => performance.now() + aheadMs, wallMs: () => Date.now() + aheadMs };

  const plantIn = (text: string): string =>
    plant === null
      ? text
      : text.replace(CHECKED_CLAIM, 'WHERE NOT judged.busy').replace(ANSWER_OF_CLAIM, 'false AS opted_out,$1');

  function scheduled(life: Life): Database {
    const view: Database = {
      ...database,
      query: <T extends Row>(text: string, values?: readonly unknown[]) =>
        schedule.wait(life, () => database.query<T>(plantIn(text), values)),
      transaction: (work, options) => schedule.wait(life, () => database.transaction(work, options)),
      withTimeout: () => view,
      listen: async () => async () => undefined,
      close: async () => undefined,
    };
    return view;
  }

  const callVendor = async (request: Request): Promise<Response> => {
    const body = new URLSearchParams(await request.clone().text());
    const isSms = new URL(request.url).pathname.includes('/2010-04-01/');
    const [phone, text] = isSms ? [body.get('To'), body.get('Body')] : [body.get('to'), body.get('body')];
    if (request.method !== 'POST' || phone === null || text === null) return simulator.fetch(request);
    const chance = schedule.random();
    if (chance < 0.1) return Response.json({ error: 'unavailable' }, { status: 503 });
    await onCall({ channel: isSms ? 'sms' : 'whatsapp', phone, text });
    const answer = await simulator.fetch(request);
    if (chance < 0.2) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    return answer;
  };

  async function start(): Promise<SimulatedServer> {
    const life: Life = { isDead: false, isFree: true };
    let work: Record<JobName, (stopping?: AbortSignal) => Promise<unknown>> | null = null;
    globalThis.fetch = (input, init) => {
      const beganAtMs = aheadMs;
      // A call that was under way while the clock jumped has met its deadline.
      const isLate = (): boolean => aheadMs - beganAtMs > LONGEST_CALL_MS;
      return schedule.wait(life, async () => {
        if (isLate()) throw new DOMException('The operation timed out.', 'TimeoutError');
        return callVendor(new Request(input, init));
      });
    };
    const app = createWhatsAppOptIn(faultOptions({ database: 'memory', vendors: VENDORS }), {
      clocks,
      createAdmission: ADMIT_ALL,
      rateLimits: QUICK_RATE_LIMITS,
      openDatabase: async () => scheduled(life),
      async startJobs(parts) {
        work = parts.work;
        return { wake: () => undefined, wakeAfter: () => undefined, stop: async () => undefined };
      },
    });
    await app.start();
    life.isFree = false;
    globalThis.fetch = realFetch;
    return { life, app, work: async (name) => work?.[name]() };
  }

  const servers = [await start(), await start()];
  const travel = await createTimeTravel(database, 'memory');

  return {
    servers,
    database,
    async request(server, route, body) {
      const [method = '', path = ''] = route.split(' ');
      const key = method === 'DELETE' ? ADMIN : SECRET;
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      return server.app.fetch(new Request(`${HOST}${path}`, init));
    },
    async kill(index) {
      const server = servers[index];
      if (server === undefined) throw new Error(`There is no server ${index}.`);
      schedule.kill(server.life);
      servers[index] = await start();
    },
    async advance(ms) {
      await travel.advance(ms);
      aheadMs += ms;
    },
    forget: () => travel.forget(),
    async close() {
      for (const { life, app } of servers) {
        // What waits for its turn waits for ever: such a server dies.
        if (schedule.waiting > 0) schedule.kill(life);
        else life.isFree = true;
        if (!life.isDead) await app.close();
      }
      await travel.close();
      await simulator.close();
      await database.close();
    },
  };
}
