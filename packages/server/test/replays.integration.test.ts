import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  KIT_PUBLIC_URL,
  postTo,
  withBody,
  withHeader,
  type ProviderKit,
} from '../src/providers/testing/provider-kit.js';
import { startVendorServer, type VendorServer } from '../src/providers/testing/vendor-server.js';
import type { WebhookRequest } from '../src/providers/whatsapp-provider.js';
import { TWILIO_KIT } from '../src/providers/twilio/testing/twilio-kit.js';
import { post, PROVIDER_KITS } from './provider-kits.js';
import { createDraw, drawReplay, signForm } from './replays.js';
import { ADMIN, openWorld, type World } from './test-world.js';

const REPLAYS: Readonly<Record<string, number>> = { twilio: 4_000, meta: 600, ultramsg: 600 };
const SEED = 20261130;
const FRESH_SEED = Date.now() % 2 ** 31;
const CHUNK = 100;
const FORM = 'application/x-www-form-urlencoded; charset=UTF-8';

async function openWorldOf(kit: ProviderKit, vendor: VendorServer): Promise<World> {
  vendor.behave(kit.accepted[0]?.answer ?? (() => undefined));
  return openWorld({ providers: kit.providersOptions({ secrets: [kit.secrets[0]], baseUrl: vendor.baseUrl }) });
}

const openSessions = async (world: World) =>
  (await world.database.query(`SELECT 1 FROM whatsapp_optin.whatsapp_sessions WHERE is_active`, [])).length;

async function endAllSessions(world: World): Promise<void> {
  const body = { action: 'end', filter: {} };
  const response = await world.request('POST', '/api/admin/sessions/bulk', { key: ADMIN, body });
  expect(response.status).toBe(200);
  expect(await openSessions(world)).toBe(0);
}

describe.each(PROVIDER_KITS)('captured webhooks of $name', (kit) => {
  let vendor: VendorServer;
  let world: World;
  beforeAll(async () => {
    vendor = await startVendorServer();
    world = await openWorldOf(kit, vendor);
  });
  afterAll(async () => {
    await world?.close();
    await vendor[Symbol.asyncDispose]();
  });

  it.each([SEED, FRESH_SEED])('open nothing when they are replayed (seed %i)', async (seed) => {
    const draw = createDraw(seed);
    const sentAtMs = Math.floor(Date.now() / 1000) * 1000;
    const texts = ['Hi, ticket A001', 'START', 'Ok SmsSidSM0 MessageTypetext', 'STOP', 'START'];
    const captured: WebhookRequest[] = [];
    for (const [at, text] of texts.entries()) {
      const message = { id: `R${at}x${seed % 9973}`, from: `+96650009${String(at).padStart(4, '0')}`, text, sentAtMs };
      captured.push(kit.sign(kit.buildWebhook({ messages: [message] }), kit.secrets[0]));
    }
    for (const request of captured) expect((await post(world, request)).status).toBe(200);
    expect(await openSessions(world)).toBeGreaterThan(0);
    await endAllSessions(world);

    let believed = 0;
    const replays = (REPLAYS[kit.name] ?? 600) / 2;
    for (let done = 0; done < replays; done += CHUNK) {
      const requests = Array.from({ length: CHUNK }, (_, at) =>
        drawReplay(kit, captured[(done + at) % captured.length] as WebhookRequest, draw),
      );
      const statuses = await Promise.all(requests.map(async (request) => (await post(world, request)).status));
      believed += statuses.filter((status) => status === 200).length;
    }
    expect(await openSessions(world)).toBe(0);
    // Half of what is drawn is still signed: the test is no test of the signature alone.
    expect(believed).toBeGreaterThan(replays / (kit.name === 'meta' ? 20 : 2));
  });
});

describe('a message that was written to forge another', () => {
  const PATH = '/api/webhooks/twilio/whatsapp';
  const NEW = `SM${'b'.repeat(32)}`;
  const OTHER_NEW = `SM${'c'.repeat(32)}`;
  const JSON_OF_ANOTHER = `{"MessageSid":"${OTHER_NEW}","From":"whatsapp:+966500077777","To":"whatsapp:+966500000000","Body":"START","a":"`;
  let vendor: VendorServer;
  let world: World;
  beforeAll(async () => {
    vendor = await startVendorServer();
    world = await openWorldOf(TWILIO_KIT, vendor);
  });
  afterAll(async () => {
    await world?.close();
    await vendor[Symbol.asyncDispose]();
  });

  /** A genuine webhook whose text the customer chose. */
  async function capture(id: string, text: string): Promise<{ fields: [string, string][]; signature: string }> {
    const message = { id, from: '+966500077001', text, sentAtMs: 0 };
    const request = TWILIO_KIT.buildWebhook({ messages: [message] });
    const fields = [...new URLSearchParams(new TextDecoder().decode(request.rawBody))] as [string, string][];
    const signature = signForm(TWILIO_KIT.secrets[0], KIT_PUBLIC_URL + PATH, fields);
    expect((await post(world, withHeader(request, 'x-twilio-signature', signature))).status).toBe(200);
    return { fields, signature };
  }

  async function replay(body: string, signature: string): Promise<number> {
    const request = withBody(postTo(PATH, FORM, ''), new TextEncoder().encode(body));
    return (await post(world, withHeader(request, 'x-twilio-signature', signature))).status;
  }

  const tailAfterBody = (fields: [string, string][]) =>
    fields
      .filter(([name]) => name > 'Body')
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flat()
      .join('');
  const before = (fields: [string, string][]) => fields.filter(([name]) => name < 'Body');

  it('as fields of a form opens nothing', async () => {
    const forged: [string, string][] = [
      ['From', 'whatsapp:+966500077777'],
      ['MessageSid', NEW],
      ['SmsStatus', 'received'],
      ['To', 'whatsapp:+966500000000'],
      ['WaId', '966500077777'],
    ];
    const { fields, signature } = await capture('F1', `x${forged.flat().join('')}Z`);
    await endAllSessions(world);
    const rest: [string, string] = ['Z', tailAfterBody(fields)];
    const body = new URLSearchParams([...before(fields), ['Body', 'x'], ...forged, rest]).toString();
    expect(await replay(body, signature)).toBe(200);
    expect(await openSessions(world)).toBe(0);
  });

  it('as JSON in the place of a form opens nothing', async () => {
    // A plus sign of the form is a space of the text.
    const text = `x${JSON_OF_ANOTHER.replaceAll('+', ' ')}|"}~`;
    const { fields, signature } = await capture('F2', text);
    await endAllSessions(world);
    const own = before(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const rest = ['Body=x', `~=${encodeURIComponent(tailAfterBody(fields))}`, '|"}'];
    const body = [JSON_OF_ANOTHER, ...own, ...rest].join('&');
    expect(JSON.parse(body)).toMatchObject({ MessageSid: OTHER_NEW });
    expect(await replay(body, signature)).toBe(200);
    expect(await openSessions(world)).toBe(0);
  });
});
