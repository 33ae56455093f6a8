import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE, ultramsgEvent } from '../test-world.js';
import { PHONES } from './organizations.js';
import { openModelWorld, type ModelWorld } from './model-world.js';
import { INSTANCES, WEBHOOK_TOKENS, secretKeyOf } from './organizations.js';

const RUNS = Number(process.env['ORDER_RUNS'] ?? (ENGINE === 'pglite' ? 25 : 100));
/** Of all messages of a run, that no two are of one second. */
const AGES_SECONDS = [86_000, 80_000, 60_000, 40_000, 20_000, 9_000, 3_000, 300, 60, 9];

let world: ModelWorld;
beforeAll(async () => {
  world = await openModelWorld();
});
afterAll(async () => {
  await world?.close();
});

interface Letter {
  phone: string;
  text: string;
}

const letter = fc.record({
  phone: fc.constantFrom(...PHONES),
  text: fc.constantFrom('hello', 'hello', 'STOP', 'START'),
});

/** A code works once, so that of two the first to arrive has it: one letter holds it. */
const letters = fc
  .tuple(
    fc.array(letter, { minLength: 2, maxLength: AGES_SECONDS.length }),
    fc.option(fc.nat({ max: AGES_SECONDS.length - 1 })),
  )
  .map(([all, holder]) => all.map((one, index) => (index === holder ? { ...one, text: 'CODE' } : one)));

/** What is left of an inbox, brought in this order: who is out, whose window is open until when, who has the ticket. */
async function endOf(letters: readonly Letter[], order: readonly number[], nowSeconds: number) {
  await world.begin();
  await world.request('PUT', '/api/tickets/t0', secretKeyOf('a'), { number: 'A001' });
  const made = await world.request('POST', '/api/opt-ins', secretKeyOf('a'), { ticketId: 't0' });
  const { code } = (await made.json()) as { code: string };
  for (const index of order) {
    const letter = letters[index];
    if (letter === undefined) continue;
    const { phone, text } = letter;
    const time = nowSeconds - (AGES_SECONDS[index] ?? 0);
    const fields = { to: `${INSTANCES.a.number.slice(1)}@c.us`, time };
    const words = text === 'CODE' ? `my code ${code}` : text;
    const event = ultramsgEvent({
      from: phone,
      text: words,
      id: `false_${phone.slice(1)}@c.us_letter-${index}`,
      fields,
    });
    const path = `/api/webhooks/ultramsg/inbound?token=${WEBHOOK_TOKENS.a}`;
    expect((await world.request('POST', path, '', event)).status).toBe(200);
  }
  const { a: facts } = await world.facts();
  const nowMs = world.nowMs();
  const open = facts.sessions.filter(({ ended, expiresMs }) => !ended && expiresMs > nowMs);
  return {
    messages: facts.messages,
    out: facts.persons
      .flatMap(({ phone, optedOutMs }) => (optedOutMs === null ? [] : [`${phone} ${Math.round(optedOutMs)}`]))
      .sort(),
    open: new Map(open.map(({ phone, expiresMs }) => [phone, Math.round(expiresMs)])),
    connected: facts.optIns.map(({ state }) => state),
  };
}

describe('I12: the order in which a vendor brings messages', () => {
  it('does not matter for who is opted out and whose window is open', { timeout: 3_600_000, retry: 0 }, async () => {
    const inOrder = AGES_SECONDS.map((_, index) => index);
    const shuffled = fc.shuffledSubarray(inOrder, { minLength: inOrder.length });
    await fc.assert(
      fc.asyncProperty(letters, shuffled, async (inbox, order) => {
        const nowSeconds = Math.floor(Date.now() / 1000);
        const expected = await endOf(inbox, inOrder, nowSeconds);
        // Each is brought again at the end, as a vendor does that missed the answers.
        const actual = await endOf(inbox, [...order, ...order], nowSeconds);
        expect(actual).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});
