import type { AdminInboundMessagePage, MessageAction, NotificationDocument } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageActionNotice } from '../src/inbound/message-action-notice.js';
import { ADMIN, eventually } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

const ACTIONS: MessageAction[] = ['on_my_way', 'more_time', 'leave'];

interface Actor {
  world: VendorWorld;
  heard: MessageActionNotice[];
  /** Makes the ticket, lets its person write, and sends `your_turn`. @returns what offered the actions. */
  offer(ticketId: string, phone: string, actions?: MessageAction[], locale?: string): Promise<NotificationDocument>;
  send(phone: string, text: string, payload?: string): Promise<void>;
  statusOf(ticketId: string): Promise<string | undefined>;
  inbox(ticketId: string): Promise<(MessageAction | null)[]>;
}

async function openActor(vendor: 'meta' | 'ultramsg'): Promise<Actor> {
  const world = await openVendorWorld(vendor);
  const heard: MessageActionNotice[] = [];
  world.app.onMessageAction((notice) => void heard.push(notice));
  const statusOf = async (ticketId: string) => (await world.app.tickets.find('clinic', ticketId))?.status;
  return {
    world,
    heard,
    statusOf,
    async offer(ticketId, phone, actions = ACTIONS, locale = 'en') {
      await world.createTicket(ticketId, { number: 'A1', phone, locale });
      await world.connect(ticketId, phone);
      return world.notify({ ticketId, type: 'your_turn', actions });
    },
    async send(phone, text, payload) {
      const { messageId, delivery } = world.simulator.sendFromPhone({ from: phone, text, payload });
      await delivery;
      // UltraMsg's messages are confirmed first.
      await eventually(`${text} ${messageId} to be accepted`, async () => {
        const page = await world.json<AdminInboundMessagePage>('GET', '/api/admin/inbound-messages', { key: ADMIN });
        return page.items[0]?.text === text && page.items.every(({ accepted }) => accepted);
      });
    },
    async inbox(ticketId) {
      const path = `/api/admin/inbound-messages?ticketId=${ticketId}`;
      const page = await world.json<AdminInboundMessagePage>('GET', path, { key: ADMIN });
      return page.items.map(({ action }) => action);
    },
  };
}

function buttonsTo({ world }: Actor, phone: string) {
  const sent = world.simulator.ledger.entries('whatsapp_send').filter((entry) => entry.phone === phone);
  return sent.at(-1)?.buttons ?? [];
}

describe('a tap on a button of Meta’s', () => {
  let actor: Actor;
  beforeAll(async () => {
    actor = await openActor('meta');
  });
  afterAll(async () => {
    await actor?.world.close();
  });

  it('is a message that renews the window, reaches the host once, and frees the slot', async () => {
    const phone = '+966500004001';
    const notice = await actor.offer('tap-1', phone);
    const buttons = buttonsTo(actor, phone);
    expect(buttons.map(({ label }) => label)).toEqual(['On my way', '10 more minutes', 'Leave the queue']);
    const before = await actor.world.app.sessions.getSession(phone);

    await actor.send(phone, buttons[1]!.label, buttons[1]!.id);
    await eventually('the first action', () => actor.heard.length === 1);
    expect(actor.heard[0]).toMatchObject({ action: 'more_time', ticketId: 'tap-1', notificationId: notice.id });
    expect(await actor.statusOf('tap-1')).toBe('waiting');
    const after = await actor.world.app.sessions.getSession(phone);
    expect(Number(after?.expiresAt)).toBeGreaterThanOrEqual(Number(before?.expiresAt));

    await actor.send(phone, buttons[2]!.label, buttons[2]!.id);
    await eventually('the second action', () => actor.heard.length === 2);
    expect(await actor.statusOf('tap-1')).toBe('left');
    expect(actor.heard[1]).toMatchObject({ action: 'leave', ticketId: 'tap-1' });
  });

  it('does nothing twice, and nothing for a ticket that is closed', async () => {
    const phone = '+966500004002';
    await actor.offer('tap-2', phone);
    const [way, more, leave] = buttonsTo(actor, phone);
    actor.heard.length = 0;
    await actor.send(phone, way!.label, way!.id);
    await actor.send(phone, way!.label, way!.id);
    await actor.world.createTicket('tap-2', { number: 'A1', phone, status: 'served' });
    await actor.send(phone, leave!.label, leave!.id);
    await actor.send(phone, more!.label, more!.id);
    await eventually('the action', () => actor.heard.length > 0);
    expect(actor.heard.map(({ action }) => action)).toEqual(['on_my_way']);
    expect(await actor.statusOf('tap-2')).toBe('served');
    expect((await actor.inbox('tap-2')).filter((action) => action === 'on_my_way')).toHaveLength(2);
  });

  it('is a plain message where the payload is not of a button that this person was sent', async () => {
    const [phone, other] = ['+966500004003', '+966500004004'];
    await actor.offer('tap-3', phone, ['on_my_way']);
    const [way] = buttonsTo(actor, phone);
    await actor.offer('tap-4', other);
    const [, , leaveOfOther] = buttonsTo(actor, other);
    actor.heard.length = 0;
    // Of another person, of an action that was not offered, of an attempt that there is not.
    await actor.send(phone, 'Leave the queue', leaveOfOther!.id);
    await actor.send(phone, 'Leave the queue', way!.id.replace('on_my_way', 'leave'));
    await actor.send(phone, 'Leave the queue', 'tap:018f3c1e-0000-7000-8000-000000000000:leave');
    // Buttons were offered, not numbers.
    await actor.send(phone, '1');
    expect([await actor.statusOf('tap-3'), await actor.statusOf('tap-4'), actor.heard]).toEqual([
      'waiting',
      'waiting',
      [],
    ]);
    expect((await actor.inbox('tap-3')).every((action) => action === null)).toBe(true);
  });

  it('is offered where the organization says so, and by no text that has no room', async () => {
    const phone = '+966500004005';
    const put = (actions: unknown) =>
      actor.world.request('PUT', '/api/admin/organization', { key: ADMIN, body: { actions } });
    expect((await put({ your_turn: ['leave', 'leave'] })).status).toBe(422);
    expect((await put({ hello: ['leave'] })).status).toBe(422);
    expect(await (await put({ almost_your_turn: ['more_time', 'leave'] })).json()).toMatchObject({
      actions: { almost_your_turn: ['more_time', 'leave'] },
    });
    await actor.world.createTicket('tap-5', { number: 'A1', phone });
    await actor.world.connect('tap-5', phone);
    await actor.world.notify({ ticketId: 'tap-5', type: 'your_turn' });
    expect(buttonsTo(actor, phone)).toEqual([]);
    await actor.world.notify({ ticketId: 'tap-5', type: 'almost_your_turn' });
    expect(buttonsTo(actor, phone).map(({ label }) => label)).toEqual(['10 more minutes', 'Leave the queue']);
    await actor.world.notify({ ticketId: 'tap-5', type: 'almost_your_turn', message: 'x'.repeat(1_025) });
    expect(buttonsTo(actor, phone)).toEqual([]);
    expect(actor.world.textsTo(phone).at(-1)).toContain('Reply with a number: 1 10 more minutes · 2 Leave the queue');
  });
});

describe('an organization whose queue staff alone clear', () => {
  it('hears of a leave, and the ticket keeps its place', async () => {
    const actor = await openActor('meta');
    try {
      const phone = '+966500004021';
      const body = { leaveFreesTicket: false };
      const saved = await actor.world.request('PUT', '/api/admin/organization', { key: ADMIN, body });
      expect(await saved.json()).toMatchObject(body);
      await actor.offer('stays', phone);
      await actor.send(phone, 'Leave the queue', buttonsTo(actor, phone).at(-1)?.id);
      await eventually('the action', () => actor.heard.length === 1);
      expect(actor.heard[0]).toMatchObject({ action: 'leave', ticketId: 'stays' });
      expect([await actor.statusOf('stays'), await actor.inbox('stays')]).toEqual(['waiting', ['leave', null]]);
    } finally {
      await actor.world.close();
    }
  });
});

describe('a number in answer to a vendor without buttons', () => {
  let actor: Actor;
  beforeAll(async () => {
    actor = await openActor('ultramsg');
  });
  afterAll(async () => {
    await actor?.world.close();
  });

  it('counts in any digits', async () => {
    const phone = '+966500004011';
    await actor.offer('number-1', phone, ACTIONS, 'ar');
    expect(actor.world.textsTo(phone).at(-1)).toContain('\u2068مغادرة الطابور\u2069');
    await actor.send(phone, '٣');
    await eventually('the ticket to be left', async () => (await actor.statusOf('number-1')) === 'left');
    await eventually('the action', () => actor.heard.length === 1);
    expect(actor.heard[0]).toMatchObject({ action: 'leave', ticketId: 'number-1' });
    expect((await actor.inbox('number-1')).filter((action) => action !== null)).toEqual(['leave']);
  });

  it('counts only in answer to the last that was sent, and STOP stays what it is', async () => {
    const phone = '+966500004012';
    await actor.offer('number-2', phone);
    await actor.world.notify({ ticketId: 'number-2', type: 'position_update', params: { position: 1 } });
    actor.heard.length = 0;
    await actor.send(phone, '3');
    await actor.world.notify({ ticketId: 'number-2', type: 'your_turn', actions: ['on_my_way'] });
    await actor.send(phone, '3');
    await actor.send(phone, 'STOP');
    await eventually('the STOP', async () => !(await actor.world.app.sessions.hasActiveSession(phone)));
    expect([await actor.statusOf('number-2'), actor.heard]).toEqual(['waiting', []]);
  });
});
