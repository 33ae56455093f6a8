import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACES } from '../src/providers/pace.js';
import { eventually, openWorld, type World } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

describe('one person, at Meta', () => {
  let world: VendorWorld;
  beforeAll(async () => {
    world = await openVendorWorld('meta');
  });
  afterAll(async () => {
    await world?.close();
  });

  it('is written to no faster than Meta allows; what is refused for it is tried again', async () => {
    const phone = '+966500002701';
    await world.connect('p-1', phone);
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const allowed = (PACES.meta.perPerson?.messages ?? 0) - 1;
    for (let sent = 0; sent < allowed; sent += 1) {
      expect(await world.notify({ ticketId: 'p-1', type: 'position_update' })).toMatchObject({ success: true });
    }
    const refused = await world.notify({ ticketId: 'p-1', type: 'position_update' });
    expect(refused).toMatchObject({ success: false, settled: false });
    expect(refused.attempts.find(({ tier }) => tier === 'whatsapp')).toMatchObject({
      status: 'failed',
      reason: 'provider_unavailable',
      errorCode: 'queue_full',
    });
    expect(world.textsTo(phone)).toHaveLength(1 + allowed);
  });
});

describe('a send that waits for its turn', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('is refused by a STOP that comes meanwhile, and waits for a vendor that hangs no longer than it may', async () => {
    const welcomed = async (ticketId: string, phone: string): Promise<void> => {
      await world.createTicket(ticketId, { phone });
      await world.receive({ from: phone, text: 'hello' });
      await eventually('the welcome', () => world.textsTo(phone).length === 1);
    };
    const others = Array.from({ length: PACES.ultramsg.concurrency }, (_, index) => `+9665000028${10 + index}`);
    await Promise.all([...others, '+966500002801'].map((phone) => welcomed(`q-${phone}`, phone)));
    for (const phone of others) world.simulator.behaviours.set('ultramsg', { mode: 'hang' }, phone);
    const hanging = others.map((phone) => world.notify({ ticketId: `q-${phone}`, type: 'position_update' }));
    const called = () => world.simulator.ledger.entries('whatsapp_send').filter(({ accepted }) => !accepted).length;
    await eventually('every call to hang', () => called() === others.length);

    const waiting = world.notify({ ticketId: 'q-+966500002801', type: 'position_update' });
    await eventually('the walk to begin', async () => {
      const begun = await world.database.query(
        `SELECT id FROM whatsapp_optin.notification_logs WHERE ticket_id = 'q-+966500002801' AND kind = 'ticket'`,
      );
      return begun.length > 0;
    });
    await world.receive({ from: '+966500002801', text: 'STOP' });
    expect(await waiting).toMatchObject({ success: false, reason: 'opted_out' });
    await world.simulator.close();
    await Promise.all(hanging);
  });
});
