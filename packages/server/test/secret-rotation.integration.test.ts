import { createHmac, hkdfSync } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { WhatsAppOptInOptions } from '../src/config/options.js';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { WhatsAppOptIn } from '../src/index.js';
import { startVendorServer } from '../src/providers/testing/vendor-server.js';
import { generateVapidKeys } from '../src/providers/web-push/vapid-keys.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { ADMIN, COMPANY, WEBHOOK_TOKEN, createDatabase, eventually, ultramsgEvent } from './test-world.js';

const OLD = 'sk_old'.padEnd(40, 'o');
const NEXT = 'sk_new'.padEnd(40, 'n');
const PHONE = '+966500006001';
const SMS = {
  enabled: true,
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'twilio-token-of-the-tests',
  fromNumber: '+15550000000',
  allowedCountries: ['SA'],
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function createFolder(): Promise<string> {
  const { url, drop } = await createDatabase();
  closing.push(drop);
  return url;
}

interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A server on this database; `close` lets the next one open it. */
async function start(url: string, secretKey: string | readonly string[], further: Partial<WhatsAppOptInOptions> = {}) {
  let database: Database | undefined;
  const organization = { id: 'clinic', name: 'Clinic', whatsappNumber: COMPANY, adminKey: ADMIN, secretKey };
  const app: WhatsAppOptIn = createWhatsAppOptIn(
    { database: url, organization, sms: SMS, logLevel: 'silent', ...further },
    { openDatabase: async (input) => (database = await openDatabase(input)) },
  );
  closing.push(() => app.close());
  await app.start();
  const call = async (method: string, path: string, key: string, { body, headers = {} }: Sent = {}) => {
    const init = {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const response = await app.fetch(new Request(`https://optin.example${path}`, init));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const rows = <Row extends object>(sql: string) =>
    (database as Database).query<Row & Record<string, unknown>>(sql, []);
  return { app, call, rows };
}

type Server = Awaited<ReturnType<typeof start>>;

async function erase({ call }: Server, key: string): Promise<void> {
  await call('PUT', '/api/tickets/t-1', key, { body: { number: 'A1', phone: PHONE } });
  expect((await call('DELETE', `/api/contacts/${PHONE}`, ADMIN)).status).toBe(200);
}

async function isBlocked({ call }: Server, key: string): Promise<boolean> {
  await call('PUT', '/api/tickets/t-2', key, { body: { number: 'A2', phone: PHONE } });
  const { body } = await call('POST', '/api/notifications/explain', key, {
    body: { ticketId: 't-2', type: 'your_turn' },
  });
  return JSON.stringify(body).includes('opted_out');
}

it('blocks, push keys and tokens outlive a change of SECRET_KEY, and the old key opens nothing afterwards', async () => {
  const url = await createFolder();
  const first = await start(url, OLD);
  await erase(first, OLD);
  const { body: push } = await first.call('GET', '/api/push/public-key', OLD);
  await first.call('PUT', '/api/tickets/t-9', OLD, { body: { number: 'A9' } });
  const ticketToken = await first.app.tickets.createToken('t-9');
  await first.app.close();

  const both = await start(url, [NEXT, OLD]);
  expect(await isBlocked(both, NEXT)).toBe(true);
  expect((await both.call('GET', '/api/push/public-key', OLD)).body).toEqual(push);
  expect((await both.call('POST', '/api/opt-ins', NEXT, { body: { ticketToken } })).status).toBe(201);
  expect(await both.rows('SELECT 1 FROM whatsapp_optin.organization_roots')).toHaveLength(2);
  await both.app.close();

  const last = await start(url, NEXT);
  expect(await isBlocked(last, NEXT)).toBe(true);
  expect((await last.call('GET', '/api/push/public-key', NEXT)).body).toEqual(push);
  expect((await last.call('GET', '/api/push/public-key', OLD)).status).toBe(401);
  expect((await last.call('POST', '/api/opt-ins', NEXT, { body: { ticketToken } })).status).toBe(401);
  expect(await last.rows('SELECT 1 FROM whatsapp_optin.organization_roots')).toHaveLength(1);
  await last.app.close();

  await expect(start(url, OLD)).rejects.toThrow(/name both, the new one first: SECRET_KEY=new,old/);
});

it('a copy of the database holds no private push key, no clientToken and no secret key', async () => {
  const server = await start(await createFolder(), OLD);
  const idempotent = { 'idempotency-key': 'once-1' };
  const made = await server.call('POST', '/api/opt-ins', OLD, { body: {}, headers: idempotent });
  expect((await server.call('POST', '/api/opt-ins', OLD, { body: {}, headers: idempotent })).body).toEqual(made.body);
  const kept = await server.rows<{ body: string }>('SELECT body FROM whatsapp_optin.idempotency_keys');
  const keys = await server.rows<{ private_key: string }>('SELECT private_key FROM whatsapp_optin.vapid_keys');
  const roots = await server.rows('SELECT * FROM whatsapp_optin.organization_roots');
  const dump = JSON.stringify([kept, keys, roots]);
  expect([kept.length, keys.length, roots.length]).toEqual([1, 1, 1]);
  for (const secret of [made.body['clientToken'], made.body['code'], OLD, OLD.slice(3)])
    expect(dump).not.toContain(secret);
  expect(keys[0]?.private_key).toMatch(/^sealed:v1:/);
});

it('what a former version kept in clear is sealed at the next start, and its blocks stay', async () => {
  const url = await createFolder();
  const former = await start(url, OLD);
  const idempotent = { 'idempotency-key': 'old-1' };
  const { body: made } = await former.call('POST', '/api/opt-ins', OLD, { body: {}, headers: idempotent });
  // As the former version leaves it: no root, no seal, phones hashed by the secret key.
  const { publicKey, privateKey } = generateVapidKeys();
  const key = Buffer.from(hkdfSync('sha256', OLD, 'clinic', 'whatsapp-optin erased phones', 32));
  const hash = createHmac('sha256', key).update(PHONE).digest('hex');
  for (const sql of [
    `DELETE FROM whatsapp_optin.organization_roots`,
    `UPDATE whatsapp_optin.organizations SET phones_hashed_by_secret_key = true`,
    `UPDATE whatsapp_optin.idempotency_keys SET body = '${JSON.stringify(made).replaceAll("'", "''")}'`,
    `UPDATE whatsapp_optin.vapid_keys SET public_key = '${publicKey}', private_key = '${privateKey}'`,
    `INSERT INTO whatsapp_optin.erased_phones (organization_id, phone_hash) VALUES ('clinic', decode('${hash}', 'hex'))`,
  ]) {
    await former.rows(sql);
  }
  await former.app.close();

  const next = await start(url, [NEXT, OLD]);
  expect(await isBlocked(next, NEXT)).toBe(true);
  expect((await next.call('GET', '/api/push/public-key', NEXT)).body).toMatchObject({ publicKey });
  expect((await next.call('POST', '/api/opt-ins', NEXT, { body: {}, headers: idempotent })).body).toEqual(made);
  const kept = await next.rows(
    `SELECT body FROM whatsapp_optin.idempotency_keys UNION ALL SELECT private_key FROM whatsapp_optin.vapid_keys`,
  );
  expect(kept.map(({ body }) => String(body).slice(0, 10))).toEqual(['sealed:v1:', 'sealed:v1:']);
  await next.app.close();
  expect(await isBlocked(await start(url, NEXT), NEXT)).toBe(true);
});

it('the link in a welcome opens the customer’s page after the key behind it has changed', async () => {
  const url = await createFolder();
  const vendor = await startVendorServer();
  closing.push(async () => vendor[Symbol.asyncDispose]());
  vendor.behave((response) => response.end(JSON.stringify({ sent: 'true', message: 'ok', id: 1 })));
  const ultramsg = { instanceId: '1150', token: 'token', baseUrl: vendor.baseUrl, webhookToken: WEBHOOK_TOKEN };
  const further = { publicUrl: 'https://optin.example', providers: { ultramsg } };
  const first = await start(url, OLD, further);
  const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKEN}`;
  await first.call('POST', path, '', { body: ultramsgEvent({ from: PHONE, text: 'hello' }) });
  const link = await eventually('the welcome', () => {
    const texts = vendor.received.map(({ body }) => decodeURIComponent(body.replaceAll('+', ' ')));
    return texts.map((text) => /https:\/\/optin\.example\/m\/[\w-]+/.exec(text)?.[0]).find(Boolean);
  });
  const statusOf = async ({ app }: Server) => (await app.fetch(new Request(link))).status;
  expect(await statusOf(first)).toBe(200);
  await first.app.close();
  for (const key of [[NEXT, OLD], NEXT]) {
    const next = await start(url, key, further);
    expect([key, await statusOf(next)]).toEqual([key, 200]);
    await next.app.close();
  }
});
