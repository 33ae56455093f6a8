import type { OptInCreated } from '@whatsapp-optin/sdk/contract';
import { MESSAGE_ACTIONS, NOTIFICATION_TYPES, type NotificationType } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { demand, demandEqual } from './demand.js';
import { ModelCommand, type Run } from './model-command.js';
import { customerPage, staffReply } from './customer-commands.js';
import { noFactsOfAll, type FactsOfAll } from './facts.js';
import { ultramsgEvent } from '../test-world.js';
import {
  INSTANCES,
  ORGANIZATIONS,
  PHONES,
  SMS_DAILY_LIMIT,
  WEBHOOK_TOKENS,
  publishableKeyOf,
  secretKeyOf,
  type OrganizationId,
} from './organizations.js';
import type { ModelWorld } from './model-world.js';
import { ERASED, type ReferenceModel } from './reference-model.js';

const TICKETS = ['t0', 't1', 't2'] as const;
const NAME = 'Sara Al-Model';
const FREE_TEXT = 'when is it my turn please';

const org = fc.constantFrom(...ORGANIZATIONS);
const phone = fc.constantFrom(...PHONES);
const ticket = fc.constantFrom(...TICKETS);

const createTicket = fc.record({ org, ticket, phone: fc.option(phone), device: fc.boolean() }).map(
  ({ org, ticket, phone, device }) =>
    new ModelCommand(
      `CreateTicket ${org} ${ticket} ${phone ?? 'no phone'}${device ? ' device' : ''}`,
      async (model, { world }) => {
        const key = secretKeyOf(org);
        const body = { number: 'A001', phone, customerName: NAME };
        demand((await world.request('PUT', `/api/tickets/${ticket}`, key, body)).ok, 'a ticket is kept');
        model.setTicket(org, ticket, phone);
        if (device) {
          const { subscription } = world.simulator.push.issueSubscription();
          const answer = await world.request('POST', '/api/push/subscriptions', key, {
            ticketId: ticket,
            subscription,
          });
          demand(answer.ok, 'a device is kept');
        }
        return { org, mute: true };
      },
    ),
);

const createOptIn = fc.record({ org, ticket: fc.option(ticket) }).map(
  ({ org, ticket }) =>
    new ModelCommand(`CreateOptIn ${org} ${ticket ?? 'public'}`, async (model, { world }) => {
      const answer =
        ticket === null
          ? await world.request('POST', '/api/opt-ins', publishableKeyOf(org), { ticketNumber: 'A001' })
          : await world.request('POST', '/api/opt-ins', secretKeyOf(org), { ticketId: ticket });
      if (ticket !== null && model.ticketPhone(org, ticket) === undefined) {
        demandEqual(answer.status, 404, 'no opt-in for a ticket that is not');
        return { org, mute: true };
      }
      const text = await answer.text();
      demandEqual(answer.status, 201, text);
      expectNothingPersonal(text);
      const { id, code, clientToken, expiresAt } = JSON.parse(text) as OptInCreated;
      const expiresMs = Date.parse(expiresAt) + (world.nowMs() - Date.now());
      model.optIns.push({ org, id, code, clientToken, ticket, expiresMs, person: null });
      return { org, mute: true };
    }),
);

const readOptIn = fc.nat({ max: 9 }).map(
  (index) =>
    new ModelCommand(`ReadOptIn ${index}`, async (model, { world }) => {
      const optIn = model.optIns[index % Math.max(1, model.optIns.length)];
      if (optIn === undefined) return { mute: true, still: true };
      const answer = await world.request('GET', `/api/opt-ins/${optIn.id}`, optIn.clientToken);
      const text = await answer.text();
      demandEqual(answer.status, 200, text);
      expectNothingPersonal(text);
      const stranger = model.optIns.find(({ id }) => id !== optIn.id);
      if (stranger !== undefined) {
        const { status } = await world.request('GET', `/api/opt-ins/${optIn.id}`, stranger.clientToken);
        demand(status !== 200, 'I8: an opt-in answers only its own page');
      }
      return { org: optIn.org, mute: true, still: true };
    }),
);

/** I8 */
function expectNothingPersonal(text: string): void {
  for (const secret of [...PHONES.map((phone) => phone.slice(1)), NAME, FREE_TEXT]) {
    demand(!text.includes(secret), 'I8: a public answer reveals nothing of a person');
  }
}

type Writing = 'code' | 'text' | 'tap' | 'stop' | 'start' | 'group' | 'fromMe' | 'reaction';
const TEXTS = { stop: ['STOP', 'توقف', 'Stop!'], start: ['START', 'Start'], other: FREE_TEXT } as const;

const inbound = fc
  .record({
    org,
    phone,
    writing: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Writing>('code') },
      { weight: 3, arbitrary: fc.constant<Writing>('text') },
      { weight: 2, arbitrary: fc.constant<Writing>('tap') },
      { weight: 2, arbitrary: fc.constantFrom<Writing>('stop', 'start') },
      { weight: 1, arbitrary: fc.constantFrom<Writing>('group', 'fromMe', 'reaction') },
    ),
    optIn: fc.nat({ max: 9 }),
    ageSeconds: fc.oneof(
      { weight: 6, arbitrary: fc.nat({ max: 3 }) },
      { weight: 2, arbitrary: fc.integer({ min: 4, max: 26 * 3600 }) },
      { weight: 1, arbitrary: fc.integer({ min: 23.9 * 3600, max: 24.1 * 3600 }) },
    ),
    copies: fc.oneof(
      { weight: 4, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 3 }) },
    ),
    /** Repeats the id of an earlier message. */
    replay: fc.option(fc.nat({ max: 9 }), { freq: 8 }),
    forged: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map((input) => {
    const name = `Inbound ${input.org} ${input.phone} ${input.writing} of ${input.ageSeconds} s x${input.copies}`;
    const marks = `${input.replay === null ? '' : ` replay ${input.replay}`}${input.forged ? ' forged' : ''} opt-in ${input.optIn}`;
    return new ModelCommand(name + marks, async (model, run) => receive(model, run, input));
  });

interface InboundInput {
  org: OrganizationId;
  phone: string;
  writing: Writing;
  optIn: number;
  ageSeconds: number;
  copies: number;
  replay: number | null;
  forged: boolean;
}

async function receive(model: ReferenceModel, { world, before }: Run, input: InboundInput) {
  const { org, phone, writing } = input;
  const optIn = model.optIns[input.optIn % Math.max(1, model.optIns.length)];
  const text = {
    code: `Please keep me posted: ${optIn?.code ?? 'no code yet'}`,
    text: FREE_TEXT,
    tap: String((input.optIn % 3) + 1),
    stop: TEXTS.stop[input.optIn % TEXTS.stop.length] ?? '',
    start: TEXTS.start[input.optIn % TEXTS.start.length] ?? '',
    group: FREE_TEXT,
    fromMe: FREE_TEXT,
    reaction: '👍',
  }[writing];
  const messageId =
    input.replay === null ? `message-${model.messages.length}-${input.optIn}` : `message-${input.replay}-0`;
  const time = Math.floor(Date.now() / 1000) - input.ageSeconds;
  const digits = phone.slice(1);
  const special = {
    group: { from: `${digits}-1600000000@g.us`, author: `${digits}@c.us` },
    fromMe: { fromMe: true, id: `true_${digits}@c.us_${messageId}` },
    reaction: { type: 'reaction' },
  };
  const event = ultramsgEvent({
    from: phone,
    text,
    id: `false_${digits}@c.us_${messageId}`,
    fields: {
      to: `${INSTANCES[org].number.slice(1)}@c.us`,
      time,
      pushname: NAME,
      ...(writing in special && special[writing as keyof typeof special]),
    },
  });
  const path = `/api/webhooks/ultramsg/inbound?token=${input.forged ? 'guessed' : WEBHOOK_TOKENS[org]}`;
  const answers = await Promise.all(
    Array.from({ length: input.copies }, () =>
      world.request('POST', path, '', { ...event, instanceId: INSTANCES[org].instanceId }),
    ),
  );
  for (const answer of answers) demandEqual(answer.status, input.forged ? 401 : 200, 'the answer to a webhook');
  if (input.forged || writing in special) return { org, mute: true };

  const message = {
    org,
    phone,
    atMs: time * 1000 + (world.nowMs() - Date.now()),
    kind: writing === 'code' || writing === 'tap' ? ('text' as const) : (writing as 'text' | 'stop' | 'start'),
  };
  message.atMs = Math.round(message.atMs / 1000) * 1000;
  if (!model.receive(`${digits} ${messageId}`, message)) return { org, mute: true };
  const boundBefore = (id: string | null) => before[org].tickets.find((one) => one.id === id)?.person ?? null;
  const learn = (after: FactsOfAll): void => {
    for (const one of model.optIns) {
      const person = after[one.org].optIns.find(({ id }) => id === one.id)?.person ?? null;
      const byCode = writing === 'code' && one === optIn && model.mayClaim(one, message, boundBefore(one.ticket));
      if (byCode) demandEqual(person, phone, `I7: the code of ${one.id} works`);
      if (one.person === ERASED) demandEqual(person, null, `I7: ${one.id} of whom was erased works no more`);
      if (person === one.person || one.person === ERASED) continue;
      const mayConnect = byCode || model.mayClaimByPhone(one, message);
      demand(mayConnect, `I7: ${one.id} may be connected by this message`);
      demandEqual(person, phone, 'I7: it is connected to the one who wrote');
      one.person = person;
      if (byCode) {
        model.say(org, phone, message.atMs, false);
        model.resume(org, phone, message.atMs);
      }
    }
  };
  return { org, mute: true, learn };
}

const notify = fc
  .record({
    org,
    ticket,
    type: fc.constantFrom<NotificationType>(...NOTIFICATION_TYPES, 'your_turn', 'your_turn'),
    actions: fc.subarray([...MESSAGE_ACTIONS]),
  })
  .map(
    ({ org, ticket, type, actions }) =>
      new ModelCommand(`Notify ${org} ${ticket} ${type} ${actions.join()}`, async (model, { world }) => {
        const body = { ticketId: ticket, type, message: 'It is your turn', actions };
        const answer = await world.request('POST', '/api/notifications', secretKeyOf(org), body);
        const expected = model.ticketPhone(org, ticket) === undefined ? 404 : 200;
        demandEqual(answer.status, expected, 'the answer to a notification');
        return { org };
      }),
  );

const statusWebhook = fc
  .record({
    attempt: fc.nat({ max: 20 }),
    status: fc.constantFrom(
      'accepted' as const,
      'sent' as const,
      'delivered' as const,
      'read' as const,
      'failed' as const,
      'failed' as const,
    ),
    action: fc.constantFrom('next_tier' as const, 'next_tier' as const, 'close_session' as const, 'opt_out' as const),
    copies: fc.integer({ min: 1, max: 2 }),
  })
  .map(
    ({ attempt: index, status, action, copies }) =>
      new ModelCommand(
        `StatusWebhook ${index} ${status} ${status === 'failed' ? action : ''} x${copies}`,
        async (model, { world, before }) => {
          const sent = ORGANIZATIONS.flatMap((org) =>
            before[org].attempts.flatMap((one) => (one.status === 'skipped' ? [] : [{ org, ...one }])),
          ).sort((one, other) => one.atMs - other.atMs);
          const attempt = sent[index % Math.max(1, sent.length)];
          if (attempt === undefined) return { mute: true, still: true };
          const { org } = attempt;
          const provider = { push: 'web-push', whatsapp: 'ultramsg', sms: 'twilio', none: 'none' }[attempt.tier];
          const report = () =>
            world.app.deliveries.report(
              { organizationId: org, provider },
              {
                kind: 'status',
                providerMessageId: `vendor-${attempt.id}`,
                correlationId: attempt.id,
                status,
                at: new Date(),
                failure: status === 'failed' ? { action, retryAfterMs: null, errorCode: 'model' } : null,
                price: null,
              },
            );
          const recipientPhone = attempt.phone ?? attempt.smsPhone;
          if (status === 'failed' && recipientPhone) model.close(org, recipientPhone);
          await Promise.all(Array.from({ length: copies }, report));
          const learn = (after: FactsOfAll): void => {
            const optedOutMs =
              after[org].persons.find((one) => one.phone !== null && one.phone === recipientPhone)?.optedOutMs ?? null;
            if (recipientPhone === null || optedOutMs === null || model.isOptedOut(org, recipientPhone)) return;
            demand(status === 'failed' && action === 'opt_out', 'I2: only a vendor that says so opts out');
            model.say(org, recipientPhone, optedOutMs, true);
          };
          return { org, learn };
        },
      ),
  );

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const advanceClock = fc
  .oneof(
    fc.integer({ min: 1, max: 120 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: 1, max: 48 }).map((hours) => hours * HOUR),
    fc.integer({ min: -3, max: 3 }).map((seconds) => 24 * HOUR + seconds * SECOND),
    fc.integer({ min: -3, max: 3 }).map((seconds) => 24 * HOUR - 120 * SECOND + seconds * SECOND),
    fc.integer({ min: -3, max: 3 }).map((seconds) => HOUR + seconds * SECOND),
  )
  .map(
    (ms) =>
      new ModelCommand(`AdvanceClock ${ms / SECOND} s`, async (_model, run) => {
        await run.world.advance(ms);
        return { mute: true, still: true };
      }),
  );

const runWorker = fc
  .constantFrom(
    'replies' as const,
    'replies' as const,
    'dispatches' as const,
    'dispatches' as const,
    'clean-up' as const,
  )
  .map(
    (name) =>
      new ModelCommand(`RunWorker ${name}`, async (_model, { world }) => {
        // Two at once, as two servers would.
        await Promise.all([world.work(name), world.work(name)]);
        return {};
      }),
  );

const providerMode = fc
  .record({
    vendor: fc.constantFrom('ultramsg' as const, 'twilio' as const, 'push' as const),
    mode: fc.constantFrom(
      'accept' as const,
      'rate_limited' as const,
      'server_error' as const,
      'cut' as const,
      'accept_then_cut' as const,
    ),
    delayMs: fc.constantFrom(0, 0, 5),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ vendor, mode, delayMs, times }) =>
      new ModelCommand(`ProviderMode ${vendor} ${mode} ${delayMs} ms x${times}`, async (_model, { world }) => {
        world.simulator.behaviours.set(vendor, { mode, delayMs, times, retryAfterSeconds: 1 });
        return { mute: true, still: true };
      }),
  );

const USED = `
INSERT INTO whatsapp_optin.sms_usage (organization_id, day, claimed)
SELECT id, (clock_timestamp() AT TIME ZONE time_zone)::date, $2::int FROM whatsapp_optin.organizations WHERE id = $1::text
ON CONFLICT (organization_id, day) DO UPDATE SET claimed = EXCLUDED.claimed`;

const setSmsLimit = fc.record({ org, left: fc.nat({ max: SMS_DAILY_LIMIT }) }).map(
  ({ org, left }) =>
    new ModelCommand(`SetSmsLimit ${org} ${left} left`, async (model, { world }) => {
      await world.database.query(USED, [org, SMS_DAILY_LIMIT - left]);
      model.setSmsLeft(org, left);
      return { org, mute: true };
    }),
);

const restartApp = fc.constant(null).map(
  () =>
    new ModelCommand('RestartApp', async (_model, { world }) => {
      await world.restart();
      return { mute: true };
    }),
);

/** I11 */
const erase = fc.record({ org, phone }).map(
  ({ org, phone }) =>
    new ModelCommand(`Erase ${org} ${phone}`, async (model, { world }) => {
      const erasure = await world.app.contacts.erase(phone, { organizationId: org });
      world.forgetSmsTo(phone);
      if (erasure === null) return { org, mute: true };
      model.erase(org, phone);
      demandEqual(await world.tablesThatHold(org, phone.slice(1)), [], 'I11: an erased phone is in no table');
      return { org, mute: true, erased: phone };
    }),
);

/** I10: every consent is in the chain, and the chain is whole. */
const checkChain = org.map(
  (org) =>
    new ModelCommand(`CheckChain ${org}`, async (_model, { world }) => {
      const { status } = await world.checkChain(org);
      demandEqual(status, 'whole', 'I10: the chain of consents');
      return { mute: true, still: true };
    }),
);

/** Hours pass with the workers at work: nothing may be left that is still to be decided. */
const drain = fc.constant(null).map(
  () =>
    new ModelCommand('Drain', async (_model, { world }) => {
      world.simulator.behaviours.clear();
      await world.advance(2 * HOUR);
      for (let round = 0; round < 3; round += 1) {
        await world.work('dispatches');
        await world.work('replies');
      }
      const { a, b } = await world.facts();
      const open = [...a.notifications, ...b.notifications].filter(
        ({ settled, kind }) => !settled && kind === 'ticket',
      );
      demandEqual(open, [], 'I4: every notification ends');
      return {};
    }),
);

/** One command of a run, the frequent ones first. */
export const command: fc.Arbitrary<fc.AsyncCommand<ReferenceModel, Run>> = fc.oneof(
  { weight: 40, arbitrary: inbound },
  { weight: 36, arbitrary: notify },
  { weight: 20, arbitrary: createTicket },
  { weight: 16, arbitrary: createOptIn },
  { weight: 16, arbitrary: statusWebhook },
  { weight: 16, arbitrary: advanceClock },
  { weight: 16, arbitrary: runWorker },
  { weight: 12, arbitrary: providerMode },
  { weight: 10, arbitrary: customerPage },
  { weight: 10, arbitrary: staffReply },
  { weight: 8, arbitrary: readOptIn },
  { weight: 4, arbitrary: setSmsLimit },
  { weight: 4, arbitrary: drain },
  { weight: 4, arbitrary: erase },
  { weight: 4, arbitrary: checkChain },
  { weight: 1, arbitrary: restartApp },
);

export function newRun(world: ModelWorld): Run {
  return { world, before: noFactsOfAll() };
}
