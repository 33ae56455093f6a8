import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, PUBLISHABLE, eventually, openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

const create = (body: Record<string, unknown>, headers: Record<string, string> = { origin: ORIGIN }) =>
  world.request('POST', '/api/opt-ins', { key: PUBLISHABLE, body, headers });

describe('with the publishable key', () => {
  it.each([
    [{ pageUrl: 'https://evil.example/login' }, 'pageUrl'],
    [{ pageUrl: 'https://clinic.example@evil.com/' }, 'pageUrl'],
    [{ ticketNumber: 'A001. Pay now at evil.example/pay' }, 'ticketNumber'],
  ])('%j is refused by name', async (body, field) => {
    const response = await create(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ field });
  });

  it('a number that no ticket binds is not in our messages, and a number of the host is', async () => {
    const optIn = await world.createOptIn({ ticketNumber: 'PAYNOW7', pageUrl: `${ORIGIN}/t/7` }, PUBLISHABLE);
    expect(optIn.message).toContain('PAYNOW7');
    await world.receive({ from: '+966500005001', text: optIn.message });
    const [welcome] = await eventually('the welcome', () => {
      const texts = world.textsTo('+966500005001');
      return texts.length > 0 && texts;
    });
    expect(welcome).toContain(`${ORIGIN}/t/7`);
    expect(welcome).not.toContain('PAYNOW7');

    await world.createTicket('w-1', { number: 'B/42!' });
    const ticketToken = await world.app.tickets.createToken('w-1');
    const bound = await world.createOptIn({ ticketToken, ticketNumber: 'B/42!' }, PUBLISHABLE);
    await world.receive({ from: '+966500005002', text: bound.message });
    const [other] = await eventually('the welcome', () => {
      const texts = world.textsTo('+966500005002');
      return texts.length > 0 && texts;
    });
    expect(other).toContain('B/42!');
  });
});
