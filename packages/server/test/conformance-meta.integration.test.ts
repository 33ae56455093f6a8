import type { AdminUnshownMessages } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFixture } from '../src/providers/meta/fixtures/read-fixture.js';
import { KIT_PUBLIC_URL } from '../src/providers/testing/provider-kit.js';
import { openMetaWorld, type MetaWorld } from './meta-world.js';
import { countRows } from './row-counts.js';
import { ADMIN, type World } from './test-world.js';

const USER_ID = 'SA.13491208655302741918';

let meta: MetaWorld;
let world: World;
beforeAll(async () => {
  meta = await openMetaWorld();
  world = meta.world;
});
afterAll(() => meta?.close());

const receive = (body: string) => meta.receive(body);
const text = (fields: object) => meta.text(fields);
const value = (fields: object) => meta.value(fields);
const sent = () => meta.sent();
/** Place of the request that was answered with this id. */
const serialOf = (id: string | undefined): number => Number(id?.split('-').at(-1)) - 1;

const activePhones = async (): Promise<(string | null)[]> => {
  const rows = await world.database.query<{ phone: string | null }>(
    `SELECT phone_number AS phone FROM whatsapp_optin.whatsapp_sessions WHERE is_active`,
    [],
  );
  return rows.map(({ phone }) => phone);
};

describe('Meta’s handshake', () => {
  it.each([
    ['placeholder-verify-token', 200],
    ['another', 403],
    ['', 400],
  ])('with the token %j is answered %i', async (token, status) => {
    const query = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.challenge': '1158201444',
      'hub.verify_token': token,
    });
    const response = await world.app.fetch(new Request(`${KIT_PUBLIC_URL}/api/webhooks/meta?${query}`));
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(
      status === 200 ? /^text\/plain/ : /^application\/problem\+json/,
    );
    expect((await response.text()) === '1158201444').toBe(status === 200);
  });
});

describe('a customer without a phone', () => {
  it('opts in by the code, is written to by the user id, and the statuses report its outcome and its price', async () => {
    await world.createTicket('m-1', { number: 'M001' });
    const optIn = await world.createOptIn({ ticketId: 'm-1' });
    expect(await receive(text({ from_user_id: USER_ID, id: 'wamid.in-1', text: { body: optIn.message } }))).toBe(200);
    expect((await world.readOptIn(optIn)).state).toBe('connected');

    const notification = await world.notify({ ticketId: 'm-1', type: 'your_turn' });
    const attempt = notification.attempts.find(({ tier }) => tier === 'whatsapp');
    expect(attempt).toMatchObject({ status: 'accepted' });
    const request = sent()[serialOf(attempt?.providerMessageId)];
    expect(request).toMatchObject({ recipient: USER_ID });
    expect(request?.to).toBeUndefined();

    const status = { id: attempt?.providerMessageId, biz_opaque_callback_data: request?.biz_opaque_callback_data };
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' };
    for (const statuses of [[{ ...status, status: 'read' }], [{ ...status, status: 'delivered', pricing }]]) {
      expect(await receive(value({ statuses }))).toBe(200);
    }
    const [row] = await world.database.query<{ status: string; price_category: string }>(
      `SELECT status, price_category FROM whatsapp_optin.notification_attempts
       WHERE notification_id = $1::uuid AND tier = 'whatsapp'`,
      [notification.id],
    );
    expect(row).toEqual({ status: 'read', price_category: 'service' });
  });

  it('has no open session any more when Meta says that the window is closed', async () => {
    const userId = 'SA.131047';
    await world.createTicket('m-2', { number: 'M002' });
    const optIn = await world.createOptIn({ ticketId: 'm-2' });
    await receive(text({ from_user_id: userId, id: 'wamid.in-2', text: { body: optIn.message } }));
    const { attempts } = await world.notify({ ticketId: 'm-2', type: 'almost_your_turn' });
    const id = attempts.find(({ tier }) => tier === 'whatsapp')?.providerMessageId;
    await receive(
      value({ statuses: [{ id, status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] }] }),
    );
    const again = await world.notify({ ticketId: 'm-2', type: 'almost_your_turn' });
    expect(again.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'skipped',
      reason: 'no_active_session',
    });
  });
});

describe('a changed number', () => {
  it('takes the session along, once, however often it is reported', async () => {
    await receive(text({ from: '966500000801', id: 'wamid.in-3' }));
    const system = { type: 'user_changed_number', wa_id: '966500000802' };
    const notice = text({ from: '966500000801', id: 'wamid.in-4', type: 'system', text: undefined, system });
    expect([await receive(notice), await receive(notice)]).toEqual([200, 200]);
    const phones = (await activePhones()).filter((phone) => phone?.startsWith('+9665000008'));
    expect(phones).toEqual(['+966500000802']);
  });
});

describe('an order', () => {
  it('is a message of the customer, with its words', async () => {
    const order = { catalog_id: '1', text: 'Two, please', product_items: [] };
    await receive(text({ from: '966500000811', id: 'wamid.order', type: 'order', text: undefined, order }));
    expect(await activePhones()).toContain('+966500000811');
  });
});

describe('what opens nothing', () => {
  it.each([
    'reaction',
    'edit',
    'revoke',
    'unsupported',
    'request-welcome',
    'group-text',
    'own-number',
    'echo-business-app',
    'echo-message-echoes',
    'user-preferences-stop',
    'standby',
    'call',
    'account-update',
    'account-error',
    'status-delivered',
    'without-phone-number-id',
    'page-object',
  ])('%s is answered 200 and touches nobody', async (name) => {
    const before = await countRows(world.database);
    expect(await receive(readFixture(name))).toBe(200);
    const after = await countRows(world.database);
    for (const table of ['contacts', 'whatsapp_sessions', 'whatsapp_inbound_messages', 'consents', 'owed_replies']) {
      expect([table, after[table]]).toEqual([table, before[table]]);
    }
  });

  it('of a customer is listed for staff, and what they sent is not shown', async () => {
    const list = async () => {
      const response = await world.request('GET', '/api/admin/inbound-messages/unshown', { key: ADMIN });
      expect(response.status).toBe(200);
      return (await response.json()) as AdminUnshownMessages;
    };
    const before = await list();
    const product = {
      type: 'interactive',
      text: undefined,
      interactive: { type: 'product', product: { title: 'secret' } },
    };
    await receive(text({ from: '966500000812', id: 'wamid.product', ...product }));
    await receive(value({ statuses: [{ id: 'wamid.x', status: 'a new one', timestamp: '1785578400' }] }));
    const after = await list();
    expect(after.items[0]).toMatchObject({ provider: 'meta', why: 'unknown_type' });
    // The notices of the vendor are not among them.
    expect(after.count).toBe(before.count + 1);
    expect(JSON.stringify(after)).not.toContain('secret');
    expect([...new Set(after.items.map(({ why }) => why))].sort()).toEqual(
      expect.arrayContaining(['edit', 'revoke', 'unknown_type', 'unsupported']),
    );
  });

  it('keeps, for nobody, what came for a number that nobody here has', async () => {
    expect(await receive(readFixture('other-number-status'))).toBe(200);
    const rows = await world.database.query<{ organization_id: string; why: string }>(
      `SELECT organization_id, why FROM whatsapp_optin.kept_events WHERE why = 'other_instance'`,
      [],
    );
    expect(rows).toEqual([{ organization_id: '', why: 'other_instance' }]);
  });
});

describe('a large body', () => {
  it.each([
    ['of 2.9 MB is read', 2_900_000, 200],
    ['over 3 MiB is refused', 3 * 1024 * 1024 + 1, 413],
  ])('%s', async (_name, length, status) => {
    const body = text({ from: '966500000810', id: `wamid.large-${length}` });
    expect(await receive(body + ' '.repeat(length - body.length))).toBe(status);
  });
});
