import type { NotificationBatchDocument, NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotificationRefusedError } from '../src/index.js';
import { ADMIN, SECRET, openWorld, type World } from './test-world.js';

const PATH = '/api/notifications/batch';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (let person = 0; person < 5; person += 1) {
    const phone = phoneOf(person);
    await world.createTicket(`m-${person}`, { phone });
    await world.receive({ from: phone, text: 'hello' });
  }
});
afterAll(() => world?.close());

const phoneOf = (person: number): string => `+9665000058${String(person).padStart(2, '0')}`;
const noticeTo = (person: number, message: string) => ({ ticketId: `m-${person}`, type: 'critical' as const, message });
const textsOf = (person: number, message: string) => world.textsTo(phoneOf(person)).filter((text) => text === message);
const post = (notifications: unknown, headers: Record<string, string> = {}, key = SECRET) =>
  world.request('POST', PATH, { key, body: { notifications }, headers });
const answerOf = async (response: Response): Promise<NotificationBatchDocument['notifications']> => {
  expect(response.status).toBe(200);
  return ((await response.json()) as NotificationBatchDocument).notifications;
};

describe('POST /api/notifications/batch', () => {
  it('answers with the document of each, in order, as it can be read again', async () => {
    const people = [3, 0, 4, 1];
    const answers = await answerOf(await post(people.map((person) => noticeTo(person, `Room ${person}`))));
    expect(answers).toHaveLength(4);
    for (const [at, person] of people.entries()) {
      expect(answers[at]).toMatchObject({ success: true, method: 'whatsapp_fallback', deliveredTo: phoneOf(person) });
      expect(textsOf(person, `Room ${person}`)).toHaveLength(1);
      expect(await world.app.notifications.get((answers[at] as NotificationDocument).id)).toEqual(answers[at]);
    }
  });

  it('answers with a problem in the place of one that is refused, and sends the others', async () => {
    const answers = await answerOf(
      await post([
        noticeTo(0, 'Still sent'),
        { ticketId: 'nobody', type: 'your_turn' },
        noticeTo(1, 'x'.repeat(5000)),
        noticeTo(0, 'Sent as well'),
      ]),
    );
    expect(answers).toMatchObject([
      { success: true },
      { status: 404, code: 'NOT_FOUND', field: 'ticketId' },
      { status: 422, code: 'MESSAGE_TOO_LONG', field: 'message' },
      { success: true },
    ]);
    expect([...textsOf(0, 'Still sent'), ...textsOf(0, 'Sent as well')]).toHaveLength(2);
  });

  it('refuses all where one is wrong in shape, and names it', async () => {
    const response = await post([noticeTo(0, 'Never sent'), { ticketId: 'm-1', type: 'your_tern' }]);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field: 'notifications.1.type' });
    expect(textsOf(0, 'Never sent')).toEqual([]);
  });

  it.each([
    ['none', []],
    ['more than 500', Array.from({ length: 501 }, () => ({ ticketId: 'm-1', type: 'your_turn' }))],
  ])('takes 1 to 500, not %s', async (_name, notifications) => {
    const response = await post(notifications);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field: 'notifications' });
  });

  it('is done once an Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'batch-1' };
    const notifications = [noticeTo(2, 'Once'), { ticketId: 'nobody', type: 'your_turn' }, noticeTo(2, 'Once more')];
    const first = await answerOf(await post(notifications, headers));
    const again = await post(notifications, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await answerOf(again)).toEqual(first);
    expect(textsOf(2, 'Once')).toHaveLength(1);
    expect((await post([noticeTo(2, 'Other')], headers)).status).toBe(422);
  });

  it('sends nothing twice where its first answer was lost', async () => {
    const headers = { 'idempotency-key': 'batch-2' };
    const notifications = [noticeTo(3, 'Sent before'), noticeTo(4, 'Sent before, too')];
    const first = await answerOf(await post(notifications, headers));
    // As a process leaves it that died before it answered.
    await world.database.query(
      `UPDATE whatsapp_optin.idempotency_keys SET http_status = NULL, body = NULL,
              claimed_at = clock_timestamp() - interval '2 minutes' WHERE $1::boolean`,
      [true],
    );
    expect(await answerOf(await post(notifications, headers))).toEqual(first);
    expect([...textsOf(3, 'Sent before'), ...textsOf(4, 'Sent before, too')]).toHaveLength(2);
  });

  it('is for the secret key alone', async () => {
    expect((await post([noticeTo(0, 'No')], {}, ADMIN)).status).toBe(403);
  });
});

describe('notifyMany', () => {
  it('gives documents in order, and the error of a refused one in its place', async () => {
    const [first, second, third] = await world.app.notifications.notifyMany([
      noticeTo(1, 'In code'),
      { ticketId: 'nobody', type: 'your_turn' },
      noticeTo(2, 'In code'),
    ]);
    expect(first).toMatchObject({ success: true, deliveredTo: phoneOf(1) });
    expect(second).toBeInstanceOf(NotificationRefusedError);
    expect(second).toMatchObject({ code: 'UNKNOWN_TICKET' });
    expect(third).toMatchObject({ success: true, deliveredTo: phoneOf(2) });
  });

  it('gives nothing for nothing', async () => {
    expect(await world.app.notifications.notifyMany([])).toEqual([]);
  });
});
