import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketCalledDocument } from '@whatsapp-optin/sdk/contract';
import { openWorld, SECRET, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const call = (ticketId: string, body?: unknown, key?: string): Promise<Response> =>
  world.request('POST', `/api/tickets/${ticketId}/call`, {
    key: SECRET,
    ...(body !== undefined && { body }),
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
const answerOf = async (response: Response): Promise<TicketCalledDocument> => {
  expect(response.status).toBe(200);
  return (await response.json()) as TicketCalledDocument;
};
const statusOf = async (ticketId: string) => (await world.app.tickets.find('clinic', ticketId))?.status;
const phoneOf = (index: number): string => `+9665000031${String(index).padStart(2, '0')}`;

/** Tickets of one department, in their order; each of their people has written. */
async function queue(department: string, count: number, first: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${department}-${index + 1}`);
  for (const [index, id] of ids.entries()) {
    const phone = phoneOf(first + index);
    await world.createTicket(id, { number: id, phone, departmentName: department });
    await world.receive({ from: phone, text: 'hello' });
  }
  return ids;
}

describe('calling a ticket', () => {
  it('sends your_turn to it and almost_your_turn to the next of its department alone', async () => {
    const [first, second, third, fourth] = await queue('dental', 4, 0);
    await queue('eyes', 1, 10);
    const { called, almost } = await answerOf(await call(first!));
    expect(called).toMatchObject({ ticketId: first, success: true, method: 'whatsapp_fallback' });
    expect(almost.map(({ ticketId, success }) => [ticketId, success])).toEqual([
      [second, true],
      [third, true],
    ]);
    expect(await Promise.all([first, second, third, fourth].map((id) => statusOf(id!)))).toEqual([
      'called',
      'waiting',
      'waiting',
      'waiting',
    ]);
    // A welcome may leave after the notice.
    expect(world.textsTo(phoneOf(0)).join()).toContain("It's your turn!");
    expect(world.textsTo(phoneOf(1)).join()).toContain("it's almost your turn");
    expect(world.textsTo(phoneOf(3)).join()).not.toContain('almost');
  });

  it('calls a ticket again on a second call, and says almost_your_turn once to each', async () => {
    const [first, second] = await queue('skin', 2, 20);
    const before = await answerOf(await call(first!, { almost: 1 }));
    const after = await answerOf(await call(first!, { almost: 1 }));
    expect(after.called.id).not.toBe(before.called.id);
    expect(after.almost).toEqual([expect.objectContaining({ ticketId: second, id: before.almost[0]?.id })]);
    const turns = (phone: string, words: string) => world.textsTo(phone).filter((text) => text.includes(words)).length;
    expect(turns(phoneOf(20), "It's your turn!")).toBe(2);
    expect(turns(phoneOf(21), "it's almost your turn")).toBe(1);
  });

  it('does nothing twice under one Idempotency-Key, and nothing for two calls at once to the next', async () => {
    const [first, second, third] = await queue('heart', 3, 30);
    const one = await answerOf(await call(first!, { almost: 0 }, 'key-1'));
    const other = await answerOf(await call(first!, { almost: 0 }, 'key-1'));
    expect(other).toEqual(one);
    expect((await call(first!, { almost: 1 }, 'key-1')).status).toBe(422);
    // The key is of one ticket.
    expect((await answerOf(await call(second!, { almost: 0 }, 'key-1'))).called.ticketId).toBe(second);

    const both = await Promise.all(
      [call(first!, { almost: 1 }), call(second!, { almost: 1 })].map(async (answer) => answerOf(await answer)),
    );
    expect(new Set(both.map(({ almost }) => almost[0]?.id)).size).toBe(1);
    expect(world.textsTo(phoneOf(32)).filter((text) => text.includes('almost'))).toHaveLength(1);
    expect(both[0]?.almost[0]?.ticketId).toBe(third);
  });

  it('says almost_your_turn again where the first reached nobody', async () => {
    await world.createTicket('ear-1', { number: 'E1', departmentName: 'ear' });
    await world.createTicket('ear-2', { number: 'E2', phone: phoneOf(41), departmentName: 'ear' });
    const before = await answerOf(await call('ear-1'));
    expect(before.almost[0]).toMatchObject({ ticketId: 'ear-2', success: false });
    await world.receive({ from: phoneOf(41), text: 'hello' });
    const after = await answerOf(await call('ear-1'));
    expect(after.almost[0]).toMatchObject({ ticketId: 'ear-2', success: true });
  });

  it('refuses what it cannot call, and changes nothing then', async () => {
    expect((await call('nobody')).status).toBe(404);
    for (const status of ['served', 'cancelled', 'left']) {
      await world.createTicket(`closed-${status}`, { number: 'C1', status });
      const answer = await call(`closed-${status}`);
      expect([answer.status, await answer.json()]).toEqual([409, expect.objectContaining({ code: 'TICKET_CLOSED' })]);
      expect(await statusOf(`closed-${status}`)).toBe(status);
    }
    for (const almost of [-1, 11, 1.5, '2']) expect((await call('ear-1', { almost })).status).toBe(422);
    expect((await world.request('POST', '/api/tickets/ear-1/call')).status).toBe(401);
  });

  it('is a method of the server, too', async () => {
    await queue('knee', 2, 50);
    const { called, almost } = await world.app.tickets.call('knee-1', { almost: 1 });
    expect([called.ticketId, almost.map(({ ticketId }) => ticketId)]).toEqual(['knee-1', ['knee-2']]);
    await expect(world.app.tickets.call('closed-left')).rejects.toMatchObject({ code: 'TICKET_CLOSED' });
  });
});
