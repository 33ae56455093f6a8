import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJobs } from '../src/jobs/job-engine.js';
import { createRenewalStore } from '../src/storage/renewal-store.js';
import { eventually } from './test-world.js';
import { openVendorWorld, type VendorWorld } from './vendor-world.js';

let world: VendorWorld;
let renew: () => Promise<unknown>;
beforeAll(async () => {
  world = await openVendorWorld(
    'ultramsg',
    // So long before its end, every session is due at once.
    () => ({ renewalLeadMinutes: 1_440 }),
    {
      async startJobs(parts) {
        const [first] = parts.everyMinute;
        if (first === undefined) throw new Error('No work is done each minute.');
        renew = () => first();
        return startJobs(parts);
      },
    },
  );
});
afterAll(async () => {
  await world?.close();
});

const KEEP = {
  en: 'Reply to this message to keep receiving updates.',
  ar: 'لمواصلة تلقّي التحديثات، يكفي الرد على هذه الرسالة.',
};
const connect = async (ticketId: string, phone: string, locale: keyof typeof KEEP): Promise<void> => {
  await world.createTicket(ticketId, { number: 'R1', phone, locale });
  await world.simulator.sendFromPhone({ from: phone, text: 'hello', name: 'Sara' }).delivery;
  await eventually('the welcome', () => world.textsTo(phone).length === 1);
};

describe('the renewal notice, sent by the server itself', () => {
  it('goes out once a session, in the language of the customer, only to who still waits, and its rate is measured', async () => {
    const [arabic, english, served] = ['+966500002201', '+966500002202', '+966500002203'] as const;
    await connect('n-1', arabic, 'ar');
    await connect('n-2', english, 'en');
    await connect('n-3', served, 'en');
    await world.createTicket('n-3', { number: 'R1', phone: served, status: 'served' });

    // Two servers at once.
    await Promise.all([renew(), renew()]);
    await eventually('both notices', () => [arabic, english].every((phone) => world.textsTo(phone).length === 2));
    expect(world.textsTo(arabic).at(-1)).toContain(KEEP.ar);
    expect(world.textsTo(english).at(-1)).toContain(KEEP.en);

    await renew();
    await renew();
    expect([arabic, english, served].map((phone) => world.textsTo(phone).length)).toEqual([2, 2, 1]);

    const { stats } = createRenewalStore(world.database);
    // UltraMsg gives whole seconds: an answer counts once it is of a later second than the notice.
    await eventually('the answer to count', async () => {
      await world.simulator.sendFromPhone({ from: arabic, text: 'نعم', name: 'Sara' }).delivery;
      return (await stats('clinic', 1)).renewed === 1;
    });
    expect(await world.app.analytics.renewals()).toEqual({ sent: 2, renewed: 1 });
  });
});
