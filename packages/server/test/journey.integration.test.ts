import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTypedClient, dataOf } from './openapi/typed-client.js';
import { COMPANY, SECRET, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

describe('a customer opts in and is called', () => {
  it('leads from the ticket to the message on the phone', async () => {
    const phone = '+966500000101';
    const api = createTypedClient(world.app, SECRET);
    const ticket = await api.PUT('/api/tickets/{ticketId}', {
      params: { path: { ticketId: 't-101' } },
      body: { number: 'A101', departmentName: 'Room 3' },
    });
    expect(dataOf(ticket)).toMatchObject({ id: 't-101', status: 'waiting', phone: null });
    const body = { ticketId: 't-101', pageUrl: 'https://clinic.example/t/101' };
    const optIn = dataOf(await api.POST('/api/opt-ins', { body }));
    expect(optIn.links.universal).toBe(`https://wa.me/${COMPANY.slice(1)}?text=${encodeURIComponent(optIn.message)}`);
    expect((await world.readOptIn(optIn)).state).toBe('idle');

    expect(await world.receive({ from: phone, text: optIn.message })).toBe(200);

    const status = await world.readOptIn(optIn);
    expect(status.state).toBe('connected');
    expect(Date.parse(status.sessionExpiresAt ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
    const [welcome] = await eventually('the welcome', () => world.textsTo(phone).length > 0 && world.textsTo(phone));
    expect(welcome).toContain('Al Noor Clinic');
    expect(welcome).toContain('https://clinic.example/t/101');
    expect(welcome).toContain('STOP');

    const notification = await world.notify({ ticketId: 't-101', type: 'your_turn' });
    expect(notification).toMatchObject({
      success: true,
      method: 'whatsapp_fallback',
      deliveredTo: phone,
      settled: true,
    });
    expect(notification.attempts.map(({ tier, status: outcome, reason }) => [tier, outcome, reason])).toEqual([
      ['push', 'skipped', 'no_push_subscription'],
      ['whatsapp', 'accepted', undefined],
    ]);
    expect(world.textsTo(phone)).toHaveLength(2);
    expect(await world.app.notifications.get(notification.id)).toEqual(notification);
    const path = { id: notification.id };
    expect(dataOf(await api.GET('/api/notifications/{id}', { params: { path } }))).toEqual(notification);
    const explained = await api.POST('/api/notifications/explain', { body: { ticketId: 't-101', type: 'critical' } });
    expect(dataOf(explained).method).toBe('whatsapp_fallback');
  });

  it('greets once a session, whatever is written after', async () => {
    const phone = '+966500000102';
    await world.receive({ from: phone, text: 'Hello' });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    await world.receive({ from: phone, text: 'Are you open?' });
    await world.receive({ from: phone, text: 'Thanks' });
    const owed = await world.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity
         ON identity.organization_id = reply.organization_id AND identity.contact_id = reply.contact_id
       WHERE identity.value = $1`,
      [phone],
    );
    expect(owed[0]?.count).toBe(1);
  });

  it('updates the stream when the message arrives', async () => {
    const optIn = await world.createOptIn({});
    const ending = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const status of world.app.optIns.watch(optIn.id, optIn.clientToken, ending.signal)) {
        seen.push(status.state);
        if (status.state === 'connected') ending.abort();
      }
    })();
    await eventually('the first state', () => seen.length === 1);
    await world.receive({ from: '+966500000103', text: optIn.message });
    await following;
    expect(seen).toEqual(['idle', 'connected']);
  });

  it('hands each message to the host once', async () => {
    const heard: { phone: string | null; text: string }[] = [];
    const stop = world.app.onInboundMessage(({ phone, text }) => void heard.push({ phone, text }));
    await world.receive({ from: '+966500000104', text: 'Where do I park?', id: 'false_966500000104@c.us_3EB0F00D' });
    await world.receive({ from: '+966500000104', text: 'Where do I park?', id: 'false_966500000104@c.us_3EB0F00D' });
    stop();
    expect(heard).toEqual([{ phone: '+966500000104', text: 'Where do I park?' }]);
  });
});
