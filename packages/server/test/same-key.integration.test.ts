import type {
  NotificationBatchDocument,
  NotificationDocument,
  TicketCalledDocument,
} from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../src/storage/database.js';
import { openDatabase } from '../src/storage/open-database.js';
import { SECRET, eventually, openWorld, type World } from './test-world.js';

/** Statements of this text lose their connection, so many times. */
let broken = { text: '', times: 0 };

function losingConnections(database: Database): Database {
  return {
    ...database,
    async query(text, values) {
      if (broken.times > 0 && text.includes(broken.text)) {
        broken.times -= 1;
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      }
      return database.query(text, values);
    },
  };
}

/** What the vendors have answered is stored by it. */
const RECORD = 'COALESCE(answer.provider_message_id';
const CLAIM = `'whatsapp', number, 'claimed'`;

let world: World;
beforeAll(async () => {
  world = await openWorld({}, { openDatabase: async (input) => losingConnections(await openDatabase(input)) });
});
afterAll(async () => {
  await world?.close();
});
beforeEach(() => {
  broken = { text: '', times: 0 };
});

const phoneOf = (number: number): string => `+9665000035${String(number).padStart(2, '0')}`;
async function connect(ticketId: string, number: number, fields: Record<string, unknown> = {}): Promise<void> {
  await world.createTicket(ticketId, { number: `K${number}`, phone: phoneOf(number), ...fields });
  await world.receive({ from: phoneOf(number), text: 'hello' });
  await eventually('the welcome', () => world.textsTo(phoneOf(number)).length === 1);
}
const post = (path: string, body: unknown, key: string) =>
  world.request('POST', path, { key: SECRET, body, headers: { 'idempotency-key': key } });
const textsAfterWelcome = (number: number): string[] => world.textsTo(phoneOf(number)).slice(1);
const isKept = async (route: string): Promise<boolean> => {
  const rows = await world.database.query(
    `SELECT FROM whatsapp_optin.idempotency_keys WHERE route = $1::text AND http_status IS NOT NULL`,
    [route],
  );
  return rows.length > 0;
};
/** As after the two minutes of a lease: the run that nobody finished goes on. */
const endLeases = () =>
  world.database.query(
    `UPDATE whatsapp_optin.notification_logs SET due_at = clock_timestamp() WHERE NOT settled AND due_at IS NOT NULL`,
  );

describe('a request whose connection to the database breaks after the vendor took the message', () => {
  it('sends once under its key, and answers with the same notification until that is settled', async () => {
    await connect('k-1', 1);
    const request = { ticketId: 'k-1', type: 'position_update', params: { position: 3 } };
    broken = { text: RECORD, times: 1 };
    expect((await post('/api/notifications', request, 'one')).status).toBe(503);
    const again = await post('/api/notifications', request, 'one');
    expect(again.status).toBe(200);
    const underWay = (await again.json()) as NotificationDocument;
    expect(underWay).toMatchObject({ success: false, settled: false });
    expect(textsAfterWelcome(1)).toHaveLength(1);
    // It is not the answer yet.
    expect(await isKept('POST /api/notifications')).toBe(false);

    await endLeases();
    await eventually('the run to end', async () => (await world.app.notifications.get(underWay.id))?.settled === true);
    const last: unknown = await (await post('/api/notifications', request, 'one')).json();
    // Whether the vendor took it is unknown to us: the document says so.
    expect(last).toMatchObject({ id: underWay.id, settled: true, success: false, reason: 'unknown_outcome' });
    expect(last).toMatchObject({ note: expect.stringContaining('may have taken') as string });
    expect(last).toMatchObject({
      attempts: [{ tier: 'push' }, { tier: 'whatsapp', status: 'unknown' }, { tier: 'sms' }],
    });
    const replayed = await post('/api/notifications', request, 'one');
    expect([replayed.headers.get('idempotency-replayed'), await replayed.json()]).toEqual(['true', last]);
    expect(textsAfterWelcome(1)).toHaveLength(1);
    expect((await post('/api/notifications', { ...request, type: 'ticket_created' }, 'one')).status).toBe(422);
  });

  it('sends each of a batch once', async () => {
    await connect('k-2', 2);
    await connect('k-3', 3);
    const notifications = ['k-2', 'k-3'].map((ticketId) => ({ ticketId, type: 'ticket_created' }));
    // Together, then each by itself.
    broken = { text: RECORD, times: 3 };
    expect((await post('/api/notifications/batch', { notifications }, 'batch')).status).toBe(503);
    const again = await post('/api/notifications/batch', { notifications }, 'batch');
    expect(again.status).toBe(200);
    expect(((await again.json()) as NotificationBatchDocument).notifications).toHaveLength(2);
    expect([...textsAfterWelcome(2), ...textsAfterWelcome(3)]).toHaveLength(2);
  });

  it('keeps no answer of a batch in which one failed', async () => {
    await connect('k-4', 4);
    await connect('k-5', 5);
    const notifications = ['k-4', 'k-5'].map((ticketId) => ({ ticketId, type: 'ticket_created' }));
    // The batch fails as a whole, and one of the two again.
    broken = { text: CLAIM, times: 2 };
    const first: unknown = await (await post('/api/notifications/batch', { notifications }, 'partly')).json();
    expect(JSON.stringify(first)).toContain('outcome is unknown');
    const again = await post('/api/notifications/batch', { notifications }, 'partly');
    expect(again.headers.get('idempotency-replayed')).toBeNull();
    expect(JSON.stringify(await again.json())).not.toContain('outcome is unknown');
  });

  it('calls a ticket once', async () => {
    await connect('k-6', 6, { departmentName: 'keys' });
    await connect('k-7', 7, { departmentName: 'keys' });
    broken = { text: RECORD, times: 1 };
    expect((await post('/api/tickets/k-6/call', { almost: 1 }, 'call')).status).toBe(503);
    const again = await post('/api/tickets/k-6/call', { almost: 1 }, 'call');
    expect(((await again.json()) as TicketCalledDocument).called).toMatchObject({ ticketId: 'k-6', settled: false });
    await endLeases();
    await eventually('the call to end', async () => {
      const answer = await post('/api/tickets/k-6/call', { almost: 1 }, 'call');
      return answer.ok && ((await answer.json()) as TicketCalledDocument).called.settled;
    });
    expect([textsAfterWelcome(6), textsAfterWelcome(7)].map((texts) => texts.length)).toEqual([1, 1]);
  });
});

describe('a key', () => {
  it('is free after a refusal', async () => {
    const refused = await post('/api/notifications', { ticketId: 'k-none', type: 'your_turn' }, 'free');
    expect(refused.status).toBe(404);
    await connect('k-8', 8);
    expect((await post('/api/notifications', { ticketId: 'k-8', type: 'ticket_created' }, 'free')).status).toBe(200);
  });

  it('stays with its notification though its ticket is gone by the repetition', async () => {
    await connect('k-9', 9);
    const request = { ticketId: 'k-9', type: 'ticket_created' };
    broken = { text: RECORD, times: 1 };
    expect((await post('/api/notifications', request, 'gone')).status).toBe(503);
    await world.database.query(`DELETE FROM whatsapp_optin.tickets WHERE id = 'k-9'`);
    expect((await post('/api/notifications', request, 'gone')).status).toBe(200);
    await world.createTicket('k-9', { number: 'K9', phone: phoneOf(9) });
    expect((await post('/api/notifications', request, 'gone')).status).toBe(200);
    expect(textsAfterWelcome(9)).toHaveLength(1);
  });
});
