import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, PUBLISHABLE, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

const STRANGER = '+966500000666';

describe('a stranger who guesses', () => {
  it('a ticket number in a browser binds nothing: the notices of that ticket do not reach them', async () => {
    await world.createTicket('guessed', { number: 'A001', phone: '+966500000201' });
    const optIn = await world.createOptIn({ ticketNumber: 'A001', ticketId: 'guessed' }, PUBLISHABLE);
    await world.receive({ from: STRANGER, text: optIn.message });
    expect((await world.readOptIn(optIn)).state).toBe('connected');

    const notification = await world.notify({ ticketId: 'guessed', type: 'position_update' });

    expect(notification).toMatchObject({ success: false, method: 'none', reason: 'no_active_session' });
    const own = await eventually('the welcome', () => world.textsTo(STRANGER).length > 0 && world.textsTo(STRANGER));
    expect(own).toHaveLength(1);
  });

  it('a browser that holds a token of the host binds the ticket that the token names, and no other', async () => {
    await world.createTicket('signed', { number: 'A002' });
    await world.createTicket('other', { number: 'A003' });
    const ticketToken = await world.app.tickets.createToken('signed');
    const optIn = await world.createOptIn({ ticketToken }, PUBLISHABLE);
    await world.receive({ from: '+966500000202', text: optIn.message });

    expect(await world.notify({ ticketId: 'signed', type: 'your_turn' })).toMatchObject({
      method: 'whatsapp_fallback',
    });
    expect(await world.notify({ ticketId: 'other', type: 'your_turn' })).toMatchObject({ success: false });
    const refused = await world.request('POST', '/api/opt-ins', {
      key: PUBLISHABLE,
      body: { ticketToken, ticketId: 'other' },
      headers: { origin: ORIGIN },
    });
    expect(refused.status).toBe(401);
  });

  it('the code of a ticket that has its person connects to no second one', async () => {
    await world.createTicket('taken', { number: 'A004' });
    const first = await world.createOptIn({ ticketId: 'taken' });
    const second = await world.createOptIn({ ticketId: 'taken' });
    await world.receive({ from: '+966500000203', text: first.message });
    await world.receive({ from: STRANGER, text: second.message });

    expect((await world.readOptIn(second)).state).toBe('idle');
    const notification = await world.notify({ ticketId: 'taken', type: 'your_turn' });
    expect(notification).toMatchObject({ deliveredTo: '+966500000203' });
  });

  it.each([{ ticketId: 'once' }, {}])('a code serves once, with %j', async (body) => {
    await world.createTicket('once', { number: 'A005' });
    const optIn = await world.createOptIn(body);
    await world.receive({ from: '+966500000204', text: optIn.message });
    await world.receive({ from: STRANGER, text: optIn.message });
    const [row] = await world.database.query<{ phone: string }>(
      `SELECT identity.value AS phone FROM whatsapp_optin.opt_ins AS opt_in
       JOIN whatsapp_optin.contact_identities AS identity
         ON identity.organization_id = opt_in.organization_id AND identity.contact_id = opt_in.contact_id AND identity.kind = 'e164'
       WHERE opt_in.id = $1::uuid`,
      [optIn.id],
    );
    expect(row?.phone).toBe('+966500000204');
  });

  it('a lapsed code opens the session of its sender and binds nothing', async () => {
    await world.createTicket('lapsed', { number: 'A006' });
    const optIn = await world.createOptIn({ ticketId: 'lapsed' });
    await world.database.query(
      `UPDATE whatsapp_optin.opt_ins SET expires_at = clock_timestamp() - interval '1 minute' WHERE id = $1::uuid`,
      [optIn.id],
    );
    await world.receive({ from: '+966500000205', text: optIn.message });
    expect((await world.readOptIn(optIn)).state).toBe('expired');
    expect(await world.app.sessions.hasActiveSession('+966500000205')).toBe(true);
    expect(await world.notify({ ticketId: 'lapsed', type: 'position_update' })).toMatchObject({ success: false });
  });

  it('of fifty phones with one code, one wins', async () => {
    await world.createTicket('raced', { number: 'A007' });
    const optIn = await world.createOptIn({ ticketId: 'raced' });
    const phones = Array.from({ length: 50 }, (_, index) => `+9665000009${String(index).padStart(2, '0')}`);
    await Promise.all(phones.map((from) => world.receive({ from, text: optIn.message })));
    const bound = await world.database.query(
      `SELECT DISTINCT contact_id FROM whatsapp_optin.whatsapp_inbound_messages WHERE opt_in_id = $1::uuid`,
      [optIn.id],
    );
    expect(bound).toHaveLength(1);
  });

  it("another's clientToken reads nothing", async () => {
    const mine = await world.createOptIn({});
    const theirs = await world.createOptIn({});
    const response = await world.request('GET', `/api/opt-ins/${theirs.id}`, { key: mine.clientToken });
    expect(response.status).toBe(401);
  });
});
