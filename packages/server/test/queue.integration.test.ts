import type { AdminQueue, AdminQueueTicket, AuditLogPage, TicketCalledDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OTHER_ADMIN, openAdminWorld, phoneOf, ticketOf, type AdminWorld } from './admin-world.js';

let world: AdminWorld;
beforeAll(async () => {
  world = await openAdminWorld();
});
afterAll(async () => {
  await world?.close();
});

const queueOf = (departmentName: string): Promise<AdminQueue> =>
  world.get(`/api/admin/tickets?departmentName=${departmentName}`);
const numbersOf = ({ items }: AdminQueue): string[] => items.map(({ number, status }) => `${number} ${status}`);
const ticket = (serial: number, fields: object): Promise<unknown> =>
  world.createTicket(ticketOf(serial), { number: `Q-${serial}`, ...fields });

it('shows who waits and who is called, how a call reaches them, and their last notification', async () => {
  await world.connect(1, { name: 'Nora' });
  await ticket(1, { departmentName: 'eyes', phone: phoneOf(1), customerName: 'Nora' });
  await ticket(2, { departmentName: 'eyes', phone: phoneOf(2) });
  await ticket(3, { departmentName: 'eyes' });
  await ticket(4, { departmentName: 'eyes', status: 'served' });
  await ticket(5, { departmentName: 'ears' });

  const before = await queueOf('eyes');
  expect(numbersOf(before)).toEqual(['Q-1 waiting', 'Q-2 waiting', 'Q-3 waiting']);
  expect(before).toMatchObject({ waiting: 3, called: 0, departments: ['ears', 'eyes'] });
  const [nora, unknown, nobody] = before.items as [AdminQueueTicket, AdminQueueTicket, AdminQueueTicket];
  expect(nora).toMatchObject({
    holder: { name: 'Nora', maskedPhone: expect.stringMatching(/^\+966•+\d\d$/) as string },
    reach: { method: 'whatsapp_fallback', reason: null },
    notice: null,
    action: null,
  });
  expect(unknown).toMatchObject({
    holder: { contactId: null },
    reach: { method: 'sms_fallback', reason: 'no_active_session' },
  });
  expect(nobody.reach?.method).toBe('push_only');

  const called = await world.send('POST', `/api/admin/tickets/${ticketOf(1)}/call`, { almost: 1 });
  expect(called.status).toBe(200);
  const after = await queueOf('eyes');
  expect(numbersOf(after)).toEqual(['Q-1 called', 'Q-2 waiting', 'Q-3 waiting']);
  expect(after).toMatchObject({ waiting: 2, called: 1 });
  expect(after.items[0]?.notice).toMatchObject({ type: 'your_turn', success: true, method: 'whatsapp_fallback' });
  expect(after.items[1]?.notice).toMatchObject({ type: 'almost_your_turn', success: false });
});

it('counts the waiting beyond those that it lists', async () => {
  for (const serial of [11, 12, 13]) await ticket(serial, { departmentName: 'skin' });
  const queue = await world.get<AdminQueue>('/api/admin/tickets?departmentName=skin&limit=2');
  expect([numbersOf(queue), queue.waiting]).toEqual([['Q-11 waiting', 'Q-12 waiting'], 3]);
});

it('calls a waiting ticket once, where two of staff call it', async () => {
  await ticket(21, { departmentName: 'heart' });
  const answers = await Promise.all(
    [1, 2].map(() => world.send('POST', `/api/admin/tickets/${ticketOf(21)}/call`, { onlyWaiting: true })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({ code: 'TICKET_CALLED' });
  const audit = await world.get<AuditLogPage>('/api/admin/audit-log?action=ticket.called');
  expect(audit.items.filter(({ target }) => target === ticketOf(21))).toHaveLength(1);
});

it('is closed to another organization and to who may only read', async () => {
  expect(numbersOf(await world.get<AdminQueue>('/api/admin/tickets', OTHER_ADMIN))).toEqual([]);
  expect((await world.send('POST', `/api/admin/tickets/${ticketOf(21)}/call`, {}, OTHER_ADMIN)).status).toBe(404);
  const made = await world.send('POST', '/api/admin/keys', { name: 'Screen', role: 'viewer' });
  const { key } = (await made.json()) as { key: string };
  expect((await world.send('POST', `/api/admin/tickets/${ticketOf(21)}/call`, {}, key)).status).toBe(403);
  expect((await world.get<AdminQueue>('/api/admin/tickets', key)).called).toBeGreaterThan(0);
});

it('leaves out what was left open yesterday, and calls nobody of it to come soon', async () => {
  for (const serial of [91, 92, 93]) await ticket(serial, { departmentName: 'yesterday' });
  await world.database.query(
    `UPDATE whatsapp_optin.tickets SET updated_at = updated_at - interval '25 hours' WHERE id = $1::text`,
    [ticketOf(92)],
  );
  expect(numbersOf(await queueOf('yesterday'))).toEqual(['Q-91 waiting', 'Q-93 waiting']);
  const answer = await world.send('POST', `/api/admin/tickets/${ticketOf(91)}/call`, { almost: 2 });
  const { almost } = (await answer.json()) as TicketCalledDocument;
  expect(almost.map(({ ticketId }) => ticketId)).toEqual([ticketOf(93)]);
});
