import { describe, expect, it } from 'vitest';
import type { DeliveryStatus, MessagePrice } from '../inbound/inbound-event.js';
import { createPriceDesk, type PriceDeskParts } from './price-desk.js';

const CHANNEL = { organizationId: 'clinic', provider: 'twilio' };
const PRICE: MessagePrice = { amount: '0.0075', currency: 'USD', category: null, billable: true };
const STATUS: DeliveryStatus = {
  kind: 'status',
  providerMessageId: 'SM1',
  correlationId: null,
  status: 'delivered',
  at: null,
  failure: null,
  price: null,
};
const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Asks once, with a vendor that gives these answers in turn. @returns what was recorded, and how often it was asked. */
async function ask(answers: readonly (MessagePrice | null | Error)[], changes: Partial<PriceDeskParts> = {}) {
  const left = [...answers];
  let asked = 0;
  const recorded: DeliveryStatus[] = [];
  let tell: () => void = quiet;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const desk = createPriceDesk({
    fetcherOf: () => async (id) => {
      expect(id).toBe('SM1');
      asked += 1;
      const answer = left.shift() ?? null;
      if (left.length === 0 && answer === null) tell();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    record: async (_channel, status) => {
      recorded.push(status);
      tell();
    },
    log: { ...log, warn: () => tell() },
    delaysMs: [0, 0, 0],
    ...changes,
  });
  desk.ask(CHANNEL, 'sms', STATUS);
  await told;
  await desk.close();
  return { recorded, asked };
}

describe('createPriceDesk', () => {
  it('records the same status with the price', async () => {
    expect(await ask([PRICE])).toEqual({ recorded: [{ ...STATUS, price: PRICE }], asked: 1 });
  });

  it('asks again where the vendor does not know yet', async () => {
    expect(await ask([null, null, PRICE])).toEqual({ recorded: [{ ...STATUS, price: PRICE }], asked: 3 });
  });

  it('leaves a price unknown that is not told in the end: it is never 0', async () => {
    expect(await ask([null, null, null])).toEqual({ recorded: [], asked: 3 });
  });

  it('harms nobody where the asking fails', async () => {
    expect(await ask([new Error('away')])).toEqual({ recorded: [], asked: 1 });
  });
});
