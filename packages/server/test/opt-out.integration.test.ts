import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world?.close();
});

let serial = 400;
async function connect(): Promise<{ phone: string; ticketId: string }> {
  serial += 1;
  const phone = `+966500000${serial}`;
  const ticketId = `stop-${serial}`;
  await world.createTicket(ticketId, { number: `B${serial}`, phone });
  const optIn = await world.createOptIn({ ticketId });
  await world.receive({ from: phone, text: optIn.message });
  await eventually('the welcome', () => world.textsTo(phone).length === 1);
  return { phone, ticketId };
}
const smsTo = (phone: string) =>
  world.simulator.ledger.entries().filter((entry) => entry.kind === 'sms_send' && entry.phone === phone);

describe('STOP', () => {
  it.each(['STOP', 'stop.', ' Stop! ', 'إيقاف', 'ايقاف', 'إيقـــاف', 'إيقاف 🙏'])(
    '%j ends the session and forbids both paid tiers',
    async (word) => {
      const { phone, ticketId } = await connect();
      await world.receive({ from: phone, text: word });
      expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
      const notification = await world.notify({ ticketId, type: 'your_turn' });
      expect(notification).toMatchObject({ success: false, method: 'none', reason: 'opted_out' });
      expect(notification.attempts.map(({ tier, reason }) => [tier, reason])).toEqual([
        ['push', 'no_push_subscription'],
        ['whatsapp', 'opted_out'],
        ['sms', 'opted_out'],
      ]);
      expect(smsTo(phone)).toEqual([]);
    },
  );

  it('is confirmed once, however often it is said', async () => {
    const { phone } = await connect();
    await world.receive({ from: phone, text: 'STOP' });
    await eventually('the confirmation', () => world.textsTo(phone).length === 2);
    await world.receive({ from: phone, text: 'STOP' });
    await world.receive({ from: phone, text: 'stop' });
    const [row] = await world.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity
         ON identity.organization_id = reply.organization_id AND identity.contact_id = reply.contact_id
       WHERE identity.value = $1 AND reply.kind = 'opt_out_confirmation'`,
      [phone],
    );
    expect(row?.count).toBe(1);
  });

  it('holds against further messages: they are kept and open nothing', async () => {
    const { phone, ticketId } = await connect();
    await world.receive({ from: phone, text: 'STOP' });
    await world.receive({ from: phone, text: 'Is the doctor in?' });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    expect(await world.notify({ ticketId, type: 'your_turn' })).toMatchObject({ reason: 'opted_out' });
  });

  it('holds against an older opt-in that arrives late', async () => {
    const { phone, ticketId } = await connect();
    const optIn = await world.createOptIn({ ticketId });
    await world.receive({ from: phone, text: 'STOP' });
    await world.receive({ from: phone, text: optIn.message, ageSeconds: 600 });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
  });

  it('that arrives late does not undo a newer opt-in', async () => {
    const { phone } = await connect();
    await world.receive({ from: phone, text: 'STOP', ageSeconds: 600 });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
  });

  it('of a phone beside the ticket forbids the SMS to it, though another phone opted in', async () => {
    await world.createTicket('stop-both', { number: 'B499', phone: '+966500000498' });
    await world.receive({ from: '+966500000498', text: 'STOP' });
    world.simulator.behaviours.set('ultramsg', { mode: 'not_connected' }, '+966500000499');
    const optIn = await world.createOptIn({ ticketId: 'stop-both' });
    await world.receive({ from: '+966500000499', text: optIn.message });
    const notification = await world.notify({ ticketId: 'stop-both', type: 'your_turn' });
    expect(notification.attempts.find(({ tier }) => tier === 'sms')).toMatchObject({
      status: 'skipped',
      reason: 'opted_out',
    });
  });

  it.each(['START', 'ابدأ'])('%s opts in again', async (word) => {
    const { phone, ticketId } = await connect();
    await world.receive({ from: phone, text: 'STOP' });
    await world.receive({ from: phone, text: word });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(true);
    expect(await world.notify({ ticketId, type: 'your_turn' })).toMatchObject({ method: 'whatsapp_fallback' });
  });

  it('a fresh code opts in again', async () => {
    const { phone, ticketId } = await connect();
    await world.receive({ from: phone, text: 'STOP' });
    const optIn = await world.createOptIn({ ticketId });
    await world.receive({ from: phone, text: optIn.message });
    expect(await world.notify({ ticketId, type: 'your_turn' })).toMatchObject({ method: 'whatsapp_fallback' });
  });

  it('is in the journal with the message that said it', async () => {
    const { phone } = await connect();
    await world.receive({ from: phone, text: 'STOP' });
    const journal = await world.database.query<{ action: string; method: string; proof: boolean }>(
      `SELECT consent.action, consent.method, consent.inbound_message_id IS NOT NULL AS proof
       FROM whatsapp_optin.consents AS consent
       JOIN whatsapp_optin.contact_identities AS identity
         ON identity.organization_id = consent.organization_id AND identity.contact_id = consent.contact_id
       WHERE identity.value = $1 ORDER BY consent.recorded_at`,
      [phone],
    );
    expect(journal).toEqual([
      { action: 'granted', method: 'opt_in_code', proof: true },
      { action: 'withdrawn', method: 'keyword', proof: true },
    ]);
  });

  it('ends the session for the open page too', async () => {
    const { phone } = await connect();
    const optIn = await world.createOptIn({});
    await world.receive({ from: phone, text: optIn.message });
    await world.receive({ from: phone, text: 'STOP' });
    expect(await world.readOptIn(optIn)).not.toHaveProperty('sessionExpiresAt');
  });
});

// One connection cannot wait for itself: the race exists on PostgreSQL alone.
if (ENGINE === 'postgres') {
  describe('STOP against a claim at the same moment', () => {
    it('refuses a claim that waited for the STOP to commit', async () => {
      const { phone, ticketId } = await connect();
      let commit = (): void => undefined;
      const held = new Promise<void>((resolve) => (commit = resolve));
      let lock = (): void => undefined;
      const locked = new Promise<void>((resolve) => (lock = resolve));
      const stopping = world.database.transaction(async (transaction) => {
        await transaction.query(
          `UPDATE whatsapp_optin.contacts AS contact SET opted_out_at = clock_timestamp()
         FROM whatsapp_optin.contact_identities AS identity
         WHERE identity.organization_id = contact.organization_id AND identity.contact_id = contact.id AND identity.value = $1`,
          [phone],
        );
        lock();
        await held;
      });
      await Promise.race([locked, stopping]);
      const notifying = world.notify({ ticketId, type: 'position_update' });
      await eventually('the claim to wait for the lock', async () => {
        const waiting = await world.database.query(
          `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%offered_as text%'`,
        );
        return waiting.length > 0;
      }).finally(commit);
      await stopping;
      expect(await notifying).toMatchObject({ success: false, reason: 'opted_out' });
      expect(world.textsTo(phone)).toHaveLength(1);
    });
  });
}
