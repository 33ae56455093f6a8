import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clocks } from '../src/notifications/send-claimed.js';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { ADMIN, SECRET, eventually, openWorld, type World } from './test-world.js';
import { noteFault } from './faults/note-fault.js';

/** So long the answer of each claim is on its way, by both clocks. */
let heldMs = 0;
let passedMs = 0;
const clocks: Clocks = { monotonicMs: () => performance.now() + passedMs, wallMs: () => Date.now() + passedMs };

const isClaim = (text: string): boolean =>
  text.includes('INSERT INTO whatsapp_optin.notification_attempts') && text.includes(`'claimed'`);

function holdingClaims(database: Database): Database {
  return {
    ...database,
    async query(text, values) {
      const rows = await database.query<never>(text, values);
      if (isClaim(text)) passedMs += heldMs;
      return rows;
    },
  };
}

let world: World;
beforeAll(async () => {
  world = await openWorld({}, { clocks, openDatabase: async (input) => holdingClaims(await openDatabase(input)) });
});
afterAll(async () => {
  await world?.close();
});
beforeEach(() => {
  heldMs = 0;
});

const callsTo = (phone: string) =>
  world.simulator.ledger
    .entries()
    .filter((entry) => 'phone' in entry && entry.phone === phone && /_send$/.test(entry.kind));
const attemptsOf = (notificationId: string) =>
  world.database.query(
    `SELECT tier, status, reason FROM whatsapp_optin.notification_attempts WHERE notification_id = $1::uuid
     ORDER BY at, tier`,
    [notificationId],
  );

describe('a claim whose answer came 200 s late', () => {
  it('sends nothing by WhatsApp, says why, and is made again where the notice is still worth it', async () => {
    const phone = '+966500003901';
    await world.createTicket('ca-1', { number: 'C1', phone });
    await world.receive({ from: phone, text: 'hello' });
    await eventually('the welcome', () => callsTo(phone).length === 1);
    heldMs = 200_000;
    const first = await world.notify({ ticketId: 'ca-1', type: 'position_update' });
    expect(callsTo(phone)).toHaveLength(1);
    expect(first).toMatchObject({ success: false, method: 'none', reason: 'expired', settled: false });
    expect(await attemptsOf(first.id)).toContainEqual({ tier: 'whatsapp', status: 'failed', reason: 'expired' });
    heldMs = 0;
    await eventually('the next claim', () => callsTo(phone).length === 2);
  });

  it('sends no SMS', async () => {
    const phone = '+966500003902';
    await world.createTicket('ca-2', { number: 'C2', phone });
    heldMs = 200_000;
    const { id } = await world.notify({ ticketId: 'ca-2', type: 'critical' });
    expect(callsTo(phone)).toEqual([]);
    expect(await attemptsOf(id)).toContainEqual({ tier: 'sms', status: 'failed', reason: 'expired' });
  });

  it('sends no push', async () => {
    await world.createTicket('ca-3', { number: 'C3' });
    const { subscription } = world.simulator.push.issueSubscription();
    await world.request('POST', '/api/push/subscriptions', { key: SECRET, body: { ticketId: 'ca-3', subscription } });
    heldMs = 200_000;
    const { id } = await world.notify({ ticketId: 'ca-3', type: 'position_update' });
    expect(world.simulator.ledger.entries('push_send')).toEqual([]);
    expect(await attemptsOf(id)).toContainEqual({ tier: 'push', status: 'failed', reason: 'expired' });
  });

  it('sends no welcome until a claim is young', async () => {
    const phone = '+966500003904';
    heldMs = 200_000;
    await world.receive({ from: phone, text: 'hello' });
    const tried = () =>
      world.database.query(
        `SELECT attempt.status, attempt.reason FROM whatsapp_optin.notification_attempts AS attempt
         JOIN whatsapp_optin.owed_replies AS reply
           ON reply.organization_id = attempt.organization_id AND reply.id = attempt.notification_id
         JOIN whatsapp_optin.contact_identities AS identity
           ON identity.organization_id = reply.organization_id AND identity.contact_id = reply.contact_id
         WHERE identity.value = $1::text AND attempt.status = 'failed'`,
        [phone],
      );
    await eventually('the try', async () => (await tried()).length > 0);
    expect(await tried()).toContainEqual({ status: 'failed', reason: 'expired' });
    expect(callsTo(phone)).toEqual([]);
    heldMs = 0;
    await eventually('the welcome', () => callsTo(phone).length === 1);
  });

  it('sends no answer of staff', async () => {
    const phone = '+966500003905';
    await world.receive({ from: phone, text: 'are you open?', id: 'ca-5' });
    await eventually('the welcome', () => callsTo(phone).length === 1);
    const [message] = await world.database.query<{ id: string }>(
      `SELECT id FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1::text`,
      [phone],
    );
    heldMs = 200_000;
    const path = `/api/admin/inbound-messages/${message?.id}/reply`;
    const answer = await world.request('POST', path, { key: ADMIN, body: { text: 'Until six.' } });
    expect(await answer.json()).toMatchObject({ success: false, reason: 'expired', settled: true });
    expect(callsTo(phone)).toHaveLength(1);
    noteFault({
      ...{ fault: 'a claim is answered 200 s late', tried: 'WhatsApp, SMS, push, a welcome, an answer of staff' },
      ...{ lost: null, twice: null, late: 0, recoveredInMs: null },
    });
  });
});
