import type { AdminInboundMessagePage, Problem } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { demand, demandEqual } from './demand.js';
import type { FactsOfAll } from './facts.js';
import { ModelCommand } from './model-command.js';
import { ORGANIZATIONS, PHONES, adminKeyOf, type OrganizationId } from './organizations.js';

const org = fc.constantFrom(...ORGANIZATIONS);

const personOf = (facts: FactsOfAll, org: OrganizationId, phone: string) =>
  facts[org].persons.find((one) => one.phone === phone);

/** What a customer does on their own page, by the link of their latest welcome. */
export const customerPage = fc
  .record({
    org,
    phone: fc.constantFrom(...PHONES),
    action: fc.constantFrom('pause' as const, 'pause' as const, 'resume' as const, 'stop' as const),
  })
  .map(
    ({ org, phone, action }) =>
      new ModelCommand(`CustomerPage ${org} ${phone} ${action}`, async (model, { world, before }) => {
        const path = world.pageOf(org, phone);
        if (path === undefined) return { mute: true, still: true };
        const { status } = await world.submit(path, { action, until: 'hour' });
        if (status === 404) return { org, mute: true, still: true };
        demandEqual(status, 303, 'the answer to a form of the customer’s page');
        if (action === 'resume') model.resume(org, phone, Infinity);
        const learn = (after: FactsOfAll): void => {
          const person = personOf(after, org, phone);
          const wasOut = (personOf(before, org, phone)?.optedOutMs ?? null) !== null;
          if (action === 'stop' && !wasOut) {
            demand(typeof person?.optedOutMs === 'number', 'I2: a stop on the page withdraws');
            model.say(org, phone, Math.max(person.optedOutMs, model.lastWordMs(org, phone)), true);
          }
          if (action !== 'pause' || wasOut) return;
          const untilMs = person?.pausedUntilMs ?? null;
          demand(untilMs !== null && untilMs > world.nowMs(), 'I2: a pause is kept');
          model.pause(org, phone, { atMs: world.nowMs(), untilMs });
        };
        return { org, mute: true, learn };
      }),
  );

const REFUSALS: readonly string[] = ['NO_ACTIVE_SESSION', 'OPTED_OUT'];

/** Staff answer one of the latest messages. */
export const staffReply = fc.record({ org, index: fc.nat({ max: 4 }) }).map(
  ({ org, index }) =>
    new ModelCommand(`StaffReply ${org} ${index}`, async (_model, { world }) => {
      const key = adminKeyOf(org);
      const page = await world.request('GET', '/api/admin/inbound-messages?limit=5', key);
      const { items } = (await page.json()) as AdminInboundMessagePage;
      const message = items[index];
      if (message === undefined) return { mute: true, still: true };
      const path = `/api/admin/inbound-messages/${message.id}/reply`;
      const answer = await world.request('POST', path, key, { text: 'We are open until six.' });
      if (answer.status === 200) return { org };
      const { code } = (await answer.json()) as Problem;
      demand(answer.status === 409 && REFUSALS.includes(code), `the answer to a reply: ${answer.status} ${code}`);
      return { org, mute: true };
    }),
);
