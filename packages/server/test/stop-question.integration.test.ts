import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openWorld, type World } from './test-world.js';
import { QUICK_RATE_LIMITS } from './vendor-world.js';

const UNCLEAR = 'stop it maybe';

let world: World;
beforeAll(async () => {
  world = await openWorld({}, { rateLimits: QUICK_RATE_LIMITS });
});
afterAll(() => world?.close());

let serial = 0;
const newPhone = () => `+96650004${String(1000 + (serial += 1))}`;
const expiryOf = async (phone: string) => (await world.app.sessions.getSession(phone))?.expiresAt ?? null;
const flagOf = async (phone: string, text: string) => {
  const [row] = await world.database.query<{ flag: string | null; keyword_rule: string | null }>(
    `SELECT flag, keyword_rule FROM whatsapp_optin.whatsapp_inbound_messages
     WHERE phone_number = $1 AND message_content = $2`,
    [phone, text],
  );
  return row?.flag ?? null;
};

describe('a message that may ask for a stop', () => {
  it('renews nothing, is asked about once in a window, and shown to staff', async () => {
    const phone = newPhone();
    await world.receive({ from: phone, text: 'hello', ageSeconds: 3600 });
    await eventually('the welcome', () => world.textsTo(phone).length === 1);
    const before = await expiryOf(phone);
    await world.receive({ from: phone, text: UNCLEAR });
    await eventually('the question', () => world.textsTo(phone).length === 2);
    expect(world.textsTo(phone)[1]).toContain('STOP');
    expect(await expiryOf(phone)).toEqual(before);
    expect(await flagOf(phone, UNCLEAR)).toBe('near_stop');

    await world.receive({ from: phone, text: `${UNCLEAR} ` });
    await world.receive({ from: phone, text: 'And how long is the queue?' });
    expect(await expiryOf(phone)).not.toEqual(before);
    const asked = await world.database.query(
      `SELECT FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = reply.contact_id
       WHERE identity.value = $1 AND reply.kind = 'stop_question'`,
      [phone],
    );
    expect(asked).toHaveLength(1);
  });

  it('opens no window and is not answered outside one', async () => {
    const phone = newPhone();
    await world.receive({ from: phone, text: UNCLEAR });
    expect(await expiryOf(phone)).toBeNull();
    const owed = await world.database.query(
      `SELECT FROM whatsapp_optin.owed_replies AS reply
       JOIN whatsapp_optin.contact_identities AS identity ON identity.contact_id = reply.contact_id
       WHERE identity.value = $1`,
      [phone],
    );
    expect(owed).toEqual([]);
  });

  it('is not counted by a START that arrives after it and was written before', async () => {
    const phone = newPhone();
    await world.receive({ from: phone, text: 'STOP', ageSeconds: 7200 });
    await world.receive({ from: phone, text: UNCLEAR, ageSeconds: 60 });
    await world.receive({ from: phone, text: 'START', ageSeconds: 3600 });
    const expiresAt = (await expiryOf(phone))?.getTime() ?? 0;
    expect(Math.round((expiresAt - Date.now()) / 3_600_000)).toBe(23);
  });

  it('and a STOP after the question still stops, with its rule', async () => {
    const phone = newPhone();
    await world.receive({ from: phone, text: 'hello' });
    await world.receive({ from: phone, text: UNCLEAR });
    await world.receive({ from: phone, text: 'please stop texting me, thank you' });
    expect(await world.app.sessions.hasActiveSession(phone)).toBe(false);
    const [row] = await world.database.query<{ rule: string | null }>(
      `SELECT keyword_rule AS rule FROM whatsapp_optin.whatsapp_inbound_messages WHERE phone_number = $1 AND keyword = 'stop'`,
      [phone],
    );
    expect(row?.rule).not.toBeNull();
  });
});
