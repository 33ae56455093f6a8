import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { createSimulator, inboundEvent, type Simulator } from '@whatsapp-optin/simulator';
import { startPostgres } from '../scripts/postgres.mjs';
import { ServerProcess } from './models/server-process.js';

const COMPANY = '+966500000000';
const TOKEN = 'webhook-token-of-the-crash-test';
const KILLS = 4;
const SENDERS = 8;

test.setTimeout(240_000);

const ENGINES = {
  async postgres() {
    const server = await startPostgres();
    return { environment: { DATABASE_URL: server.url }, stop: () => server.stop() };
  },
  async pglite() {
    const folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-optin-crash-'));
    return { environment: { DATA_DIR: folder }, stop: () => rm(folder, { recursive: true, force: true }) };
  },
};

for (const [engine, open] of Object.entries(ENGINES)) {
  test(`every acknowledged message is there after kill -9 under load: ${engine}`, async () => {
    const database = await open();
    const simulator = createSimulator();
    const server = await ServerProcess.create({
      ...database.environment,
      SECRET_KEY: 'sk_test_secret_key_of_the_crash_test',
      ADMIN_KEY: 'ak_test_admin_key_of_the_crash_test',
      WHATSAPP_COMPANY_NUMBER: COMPANY,
      ULTRAMSG_INSTANCE_ID: '1150',
      ULTRAMSG_TOKEN: 'simulator-token',
      ULTRAMSG_BASE_URL: await simulator.listen(),
      ULTRAMSG_WEBHOOK_TOKEN: TOKEN,
    });
    try {
      const acknowledged: string[] = [];
      let serial = 0;
      for (let round = 0; round < KILLS; round += 1) {
        await server.start();
        const target = acknowledged.length + 60;
        let killed = false;
        const senders = Array.from({ length: SENDERS }, async () => {
          while (!killed) {
            serial += 1;
            const phone = `+96650${String(serial).padStart(7, '0')}`;
            if (await post(server, phone)) acknowledged.push(phone);
          }
        });
        while (acknowledged.length < target) await new Promise((resolve) => setTimeout(resolve, 5));
        await server.kill();
        killed = true;
        await Promise.all(senders);
      }

      await server.start();
      const lost: string[] = [];
      for (const phone of acknowledged) if (!(await hasSession(server, phone))) lost.push(phone);
      expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 60);
      expect(lost, `lost of ${acknowledged.length} acknowledged`).toEqual([]);
      expectNothingUnasked(simulator, serial);
      expect(await server.stop()).toBe(0);
    } finally {
      await server.kill();
      await simulator.close();
      await database.stop();
    }
  });
}

/** @returns whether the server answered 200: it must keep the message then. */
async function post(server: ServerProcess, phone: string): Promise<boolean> {
  const event = inboundEvent({ from: phone, to: COMPANY, body: 'hello', time: Math.floor(Date.now() / 1000) });
  const answer = await fetch(`${server.url}/api/webhooks/ultramsg/inbound?token=${TOKEN}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  }).catch(() => null);
  return answer?.status === 200;
}

async function hasSession(server: ServerProcess, phone: string): Promise<boolean> {
  const answer = await fetch(`${server.url}/api/sessions/${encodeURIComponent(phone)}`, {
    headers: { authorization: 'Bearer sk_test_secret_key_of_the_crash_test' },
  });
  return ((await answer.json()) as { hasActiveSession: boolean }).hasActiveSession;
}

/** Reads the simulator's ledger: at most one welcome to each phone, and none to a phone that did not write. */
function expectNothingUnasked(simulator: Simulator, writers: number): void {
  const sends = simulator.ledger.entries().filter((entry) => entry.kind === 'whatsapp_send');
  const byPhone = new Map<string, number>();
  for (const { phone } of sends) byPhone.set(phone, (byPhone.get(phone) ?? 0) + 1);
  expect([...byPhone].filter(([, count]) => count > 1)).toEqual([]);
  const strangers = [...byPhone.keys()].filter((phone) => Number(phone.slice(6)) > writers);
  expect(strangers).toEqual([]);
  expect(sends.length).toBeGreaterThan(0);
}
