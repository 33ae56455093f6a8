import { describe, expect, it } from 'vitest';
import type { DeliveryStatus, MessagePrice } from '../providers/inbound-event.js';
import type { OwedPrice } from './price-store.js';
import { createPriceWorker, type PriceWorkerParts } from './price-worker.js';

const PRICE: MessagePrice = { amount: '0.0075', currency: 'USD', category: null, billable: true };
const OWED: OwedPrice = {
  organizationId: 'clinic',
  attemptId: '0197b5c0-0000-7000-8000-000000000001',
  tier: 'sms',
  provider: 'twilio',
  providerMessageId: 'SM1',
  status: 'delivered',
  tries: 1,
};
const quiet = () => undefined;
const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** One look, with a vendor that gives this answer. @returns what was recorded, and whether the price is still owed. */
async function look(answer: MessagePrice | null | Error, owed = OWED, changes: Partial<PriceWorkerParts> = {}) {
  const recorded: DeliveryStatus[] = [];
  let owing = true;
  const due = [owed];
  const worker = createPriceWorker({
    store: {
      takeDue: async () => due.splice(0),
      settle: async () => void (owing = false),
    },
    fetcherOf: () => async (id) => {
      expect(id).toBe('SM1');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    record: async (_channel, status) => void recorded.push(status),
    log,
    ...changes,
  });
  expect(await worker.processDue()).toBe(1);
  return { prices: recorded.map(({ status, price }) => [status, price]), owing };
}

describe('createPriceWorker', () => {
  it('records the same status with the price', async () => {
    expect(await look(PRICE)).toEqual({ prices: [['delivered', PRICE]], owing: false });
  });

  it('keeps asking for one that the vendor does not know yet', async () => {
    expect(await look(null)).toEqual({ prices: [], owing: true });
  });

  it('leaves a price unknown that the vendor never reports: it is never 0', async () => {
    expect(await look(null, { ...OWED, tries: 4 })).toEqual({ prices: [], owing: false });
  });

  it('asks again where the asking fails', async () => {
    expect(await look(new Error('away'))).toEqual({ prices: [], owing: true });
  });

  it('gives up where the vendor is not asked any more', async () => {
    expect(await look(PRICE, OWED, { fetcherOf: () => null })).toEqual({ prices: [], owing: false });
  });

  it('asks for others while the vendor of one organization hangs', async () => {
    const due = ['slow', 'quick'].flatMap((organizationId) =>
      Array.from({ length: 100 }, () => ({ ...OWED, organizationId })),
    );
    let end = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (end = resolve));
    let quick = 0;
    const worker = createPriceWorker({
      store: {
        async takeDue(limit, except) {
          const next = due.filter(({ organizationId }) => !except.includes(organizationId)).slice(0, limit);
          for (const one of next) due.splice(due.indexOf(one), 1);
          return next;
        },
        settle: async () => undefined,
      },
      fetcherOf: (organizationId) => async () => {
        if (organizationId === 'slow') await hanging;
        else quick += 1;
        return PRICE;
      },
      record: async () => undefined,
      log,
    });
    const done = worker.processDue();
    for (let turns = 0; turns < 200; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(quick).toBe(100);
    end();
    expect(await done).toBe(200);
  });
});
