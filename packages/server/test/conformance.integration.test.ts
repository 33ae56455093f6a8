import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWhatsAppOptIn } from '../src/create-whatsapp-optin.js';
import type { KitMessage, KitWebhook, ProviderKit } from '../src/providers/testing/provider-kit.js';
import { startVendorServer, type VendorServer } from '../src/providers/testing/vendor-server.js';
import type { WebhookRequest } from '../src/providers/whatsapp-provider.js';
import { post, PROVIDER_KITS } from './provider-kits.js';
import { countRows } from './row-counts.js';
import { ADMIN, createDatabase, eventually, openWorld, PUBLISHABLE, SECRET, type World } from './test-world.js';

const HOUR_MS = 60 * 60 * 1000;

type SessionRow = {
  phone: string | null;
  expires_at: Date;
};

const sessionsOf = (world: World) =>
  world.database.query<SessionRow>(
    `SELECT phone_number AS phone, expires_at FROM whatsapp_optin.whatsapp_sessions WHERE is_active`,
    [],
  );

const messageCount = async (world: World) => {
  const counts = await countRows(world.database);
  return counts['whatsapp_inbound_messages'] ?? 0;
};

describe.each(PROVIDER_KITS)('$name, through the whole server', (kit) => {
  const [secret, otherSecret] = kit.secrets;
  let vendor: VendorServer;
  let world: World;
  let serial = 0;

  beforeAll(async () => {
    vendor = await startVendorServer();
    vendor.behave(kit.accepted[0]?.answer ?? (() => undefined));
    world = await openWorld({ providers: kit.providersOptions({ secrets: [secret], baseUrl: vendor.baseUrl }) });
  });
  afterAll(async () => {
    await world?.close();
    await vendor[Symbol.asyncDispose]();
  });

  const message = (changes: Partial<KitMessage> = {}): KitMessage => {
    serial += 1;
    const from = `+96650001${String(serial).padStart(4, '0')}`;
    return { id: `C${serial}`, from, text: 'hello', sentAtMs: Math.floor(Date.now() / 1000) * 1000, ...changes };
  };
  const signed = (webhook: KitWebhook): WebhookRequest => kit.sign(kit.buildWebhook(webhook), secret);
  const receive = async (webhook: KitWebhook): Promise<number> => (await post(world, signed(webhook))).status;
  const sessionOf = async (phone: string | null) =>
    (await sessionsOf(world)).find((row) => row.phone === phone) ?? null;

  it.each<[string, (request: WebhookRequest) => WebhookRequest]>([
    ['without a proof', (request) => kit.withProof(request, null)],
    ['with an empty proof', (request) => kit.withProof(request, '')],
    ['with a truncated proof', (request) => kit.withProof(request, kit.readProof(request).slice(0, -1))],
    ['with a longer proof', (request) => kit.withProof(request, `${kit.readProof(request)}0`)],
    ['with a proof in upper case', (request) => kit.withProof(request, kit.readProof(request).toUpperCase())],
    ['of another organization', (request) => kit.sign(kit.withProof(request, null), otherSecret)],
    ...(kit.webhooks.signed
      ? [
          [
            'with a changed byte',
            (request) => ({ ...request, rawBody: request.rawBody.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) }),
          ] satisfies [string, (request: WebhookRequest) => WebhookRequest],
        ]
      : []),
  ])('answers 401 to a webhook %s, and writes no row', async (_name, forge) => {
    const before = await countRows(world.database);
    const response = await post(world, forge(signed({ messages: [message()] })));
    expect(response.status).toBe(401);
    expect(await countRows(world.database)).toEqual(before);
  });

  it('opens one session for a message that is delivered ten times at once', async () => {
    const one = message();
    const before = await messageCount(world);
    const statuses = await Promise.all(Array.from({ length: 10 }, () => receive({ messages: [one] })));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await messageCount(world)).toBe(before + 1);
    expect((await sessionsOf(world)).filter(({ phone }) => phone === one.from)).toHaveLength(1);
  });

  it('opens a session for each message of a batch, whatever stands beside it', async () => {
    const messages = Array.from({ length: kit.webhooks.batches ? 25 : 1 }, () => message());
    expect(await receive({ messages, withMalformed: kit.webhooks.batches })).toBe(200);
    const phones = new Set((await sessionsOf(world)).map(({ phone }) => phone));
    expect(messages.filter(({ from }) => !phones.has(from))).toEqual([]);
  });

  it('has a session of no phone for a person whom the vendor names without one', async () => {
    expect(await receive({ messages: [message({ from: null })] })).toBe(200);
    expect(await sessionOf(null)).not.toBeNull();
  });

  it('answers 200 to a message for another business number, and touches nobody', async () => {
    const one = message();
    const before = await countRows(world.database);
    expect(await receive({ messages: [one], tenant: 'other' })).toBe(200);
    const after = await countRows(world.database);
    for (const table of ['contacts', 'whatsapp_sessions', 'whatsapp_inbound_messages', 'consents']) {
      expect([table, after[table]]).toEqual([table, before[table]]);
    }
  });

  if (kit.webhooks.timed) {
    it('opens what is left of the window for a message that comes late', async () => {
      const one = message({ sentAtMs: Math.floor(Date.now() / 1000) * 1000 - 23 * HOUR_MS });
      expect(await receive({ messages: [one] })).toBe(200);
      expect((await sessionOf(one.from))?.expires_at).toEqual(new Date(one.sentAtMs + 24 * HOUR_MS));
    });

    it('keeps a message that comes after its window has closed, and opens nothing', async () => {
      const one = message({ sentAtMs: Math.floor(Date.now() / 1000) * 1000 - 25 * HOUR_MS });
      const before = await messageCount(world);
      expect(await receive({ messages: [one] })).toBe(200);
      expect(await messageCount(world)).toBe(before + 1);
      expect(await sessionOf(one.from)).toBeNull();
    });

    it('opens no longer window for a message from the future', async () => {
      const one = message({ sentAtMs: Date.now() + 10 * HOUR_MS });
      expect(await receive({ messages: [one] })).toBe(200);
      expect((await sessionOf(one.from))?.expires_at.getTime()).toBeLessThanOrEqual(Date.now() + 24 * HOUR_MS);
    });

    it('has the same session at the end, in whatever order its messages come', async () => {
      const now = Math.floor(Date.now() / 1000) * 1000;
      const newest = message({ sentAtMs: now });
      const older = [3, 1, 2].map((hours) => message({ from: newest.from, sentAtMs: now - hours * HOUR_MS }));
      for (const one of [older[0], newest, ...older.slice(1)]) if (one) await receive({ messages: [one] });
      expect((await sessionOf(newest.from))?.expires_at).toEqual(new Date(now + 24 * HOUR_MS));
    });
  }

  it('opens nothing again when a webhook is replayed after its session has ended', async () => {
    const request = signed({ messages: [message()] });
    await post(world, request);
    await world.database.query(
      `UPDATE whatsapp_optin.whatsapp_sessions SET is_active = false, expires_at = clock_timestamp() - interval '1 day'`,
      [],
    );
    expect((await post(world, request)).status).toBe(200);
    expect(await sessionsOf(world)).toEqual([]);
  });
});

describe.each(PROVIDER_KITS)('$name', (kit) => {
  if (kit.webhooks.secretIsRequired) {
    it('without a secret does not start', () => {
      const providers = kit.providersOptions({ secrets: [] });
      const organization = {
        id: 'clinic',
        name: 'Al Noor Clinic',
        whatsappNumber: kit.businessNumber,
        secretKey: SECRET,
      };
      expect(() => createWhatsAppOptIn({ organization, providers })).toThrow(/ is missing/);
    });
  } else {
    it('without a secret answers 503, and writes no row', async () => {
      const world = await openWorld({ providers: kit.providersOptions({ secrets: [] }) });
      try {
        const before = await countRows(world.database);
        const unsigned = kit.buildWebhook({
          messages: [{ id: 'N1', from: '+966500000001', text: 'hi', sentAtMs: Date.now() }],
        });
        const statuses = await Promise.all(
          [unsigned, kit.sign(unsigned, ''), kit.sign(unsigned, kit.secrets[0])].map(
            async (request) => (await post(world, request)).status,
          ),
        );
        expect(statuses).toEqual([503, 503, 503]);
        expect(await countRows(world.database)).toEqual(before);
      } finally {
        await world.close();
      }
    });
  }

  it('welcomes each customer once, though the server ends right after its 200', async () => {
    const vendor = await startVendorServer();
    vendor.behave(kit.accepted[0]?.answer ?? (() => undefined));
    const { url, drop } = await createDatabase();
    const open = () => createServer(kit, url, vendor.baseUrl);
    try {
      const first = open();
      await first.start();
      const requests = Array.from({ length: 12 }, (_, index) => {
        const from = `+9665000200${String(index).padStart(2, '0')}`;
        const one = { id: `K${index}`, from, text: 'hello', sentAtMs: Date.now() };
        return kit.sign(kit.buildWebhook({ messages: [one] }), kit.secrets[0]);
      });
      const statuses = await Promise.all(requests.map(async (request) => (await post({ app: first }, request)).status));
      await first.close();
      expect(new Set(statuses)).toEqual(new Set([200]));

      const second = open();
      await second.start();
      const welcomed = () => vendor.received.flatMap(({ body }) => /9665000200\d\d/.exec(body) ?? []);
      await eventually('twelve welcomes', () => new Set(welcomed()).size === 12);
      await second.close();
      expect(welcomed()).toHaveLength(12);
    } finally {
      await vendor[Symbol.asyncDispose]();
      await drop();
    }
  });
});

function createServer(kit: ProviderKit, database: string, baseUrl: string) {
  return createWhatsAppOptIn({
    database,
    organization: {
      id: 'clinic',
      name: 'Al Noor Clinic',
      whatsappNumber: kit.businessNumber,
      secretKey: SECRET,
      publishableKey: PUBLISHABLE,
      adminKey: ADMIN,
    },
    providers: kit.providersOptions({ secrets: [kit.secrets[0]], baseUrl }),
    publicUrl: 'https://optin.clinic.example',
    logLevel: 'silent',
  });
}
