import { demand, demandEqual } from './demand.js';
import type { AttemptFact, Facts, FactsOfAll, NotificationFact } from './facts.js';
import { INSTANCES, ORGANIZATIONS, type OrganizationId } from './organizations.js';
import type { ReferenceModel } from './reference-model.js';
import type { WitnessedSend } from './model-world.js';

const MARGIN_MS = 120_000;
/** From a claim to the vendor, and from one clock to the other, on a busy machine. */
const SLACK_MS = 10_000;
const REACHED: readonly string[] = ['accepted', 'sent', 'delivered', 'read'];
const ORDER: readonly string[] = ['push', 'whatsapp', 'sms', 'none'];
const ANSWERS: readonly string[] = ['welcome', 'stop_question'];
const CRITICAL: readonly (string | null)[] = ['your_turn', 'critical'];

export interface Step {
  model: ReferenceModel;
  before: FactsOfAll;
  after: FactsOfAll;
  /** All of the run, and how many of them came before this command. */
  sends: readonly WitnessedSend[];
  sentBefore: number;
  nowMs: number;
  /** Only the state of this organization may change; `null`: any. */
  org: OrganizationId | null;
  /** A public call or a message of a customer's: may send nothing at all. */
  mute: boolean;
  /** The phone of whom the organization has just erased. */
  erased: string | null;
}

/** One organization at one step. */
interface View {
  step: Step;
  org: OrganizationId;
  before: Facts;
  after: Facts;
}

/** What holds after every command; the names are those of the promises. */
export function expectInvariants(step: Step): void {
  const { model, sends, sentBefore, mute } = step;
  const news = sends.slice(sentBefore);
  if (mute) demandEqual(news, [], 'I3: what a customer or a page does sends nothing by itself');
  let changed = news.length > 0;
  for (const org of ORGANIZATIONS) {
    const before = step.before[org];
    const after = step.after[org];
    const view: View = { step, org, before, after };
    if (step.org !== null && step.org !== org) demandEqual(after, before, `I9: ${org} is untouched by ${step.org}`);
    expectWindows(view);
    if (after === before) continue;
    changed = true;
    expectSms(view);
    expectPauses(view);
    for (const notification of after.notifications) expectOutcome(notification, after.attempts);
    for (const { phone, optedOutMs } of after.persons) {
      if (phone === null) continue;
      demand((optedOutMs !== null) === model.isOptedOut(org, phone), () => `I2: ${phone} at ${org} is opted out`);
    }
    expectBindings(view);
    expectLedgerOfConsents(view);
    const known = model.messages.filter((message) => message.org === org).length;
    demandEqual(after.messages, known, 'I6: each message counts once');
  }
  if (!changed) return;
  for (const send of news) if (send.channel === 'whatsapp') expectAnswer(step, send);
  expectEachOnce(step);
}

/** I1 and I2 for WhatsApp, by the witness's clock. */
function expectAnswer({ model, after }: Step, send: WitnessedSend): void {
  const { phone, atMs, organizationId: org, attemptId } = send;
  demand(org !== null, 'I9: every WhatsApp send leaves by the number of an organization');
  const facts = after[org];
  const attempt = facts.attempts.find(({ id }) => id === attemptId);
  demand(attempt !== undefined, 'I9: every WhatsApp send has its attempt, of the number’s own organization');
  const confirmation = attempt.kind === 'opt_out_confirmation';
  const answers = model.messages.filter(
    (message) =>
      message.org === org &&
      message.phone === phone &&
      (confirmation ? message.kind === 'stop' : message.kind !== 'stop') &&
      message.atMs <= atMs &&
      atMs < message.atMs + 24 * 3_600_000 - MARGIN_MS + SLACK_MS,
  );
  demand(answers.length > 0, () => `I1: ${phone} wrote to ${org} in the 24 hours before`);
  demand(
    answers.some((message) => Math.abs(message.atMs - (attempt.inboundMs ?? 0)) < 2),
    'I1: the attempt names such a message',
  );
  demandEqual(model.isOptedOut(org, phone ?? ''), confirmation, () => `I2: ${phone} has said STOP to ${org}`);
  const granted = facts.consents.some((one) => one.phone === phone && one.action === 'granted');
  demand(confirmation || granted, 'I10: the send rests on a consent');
}

/** I2 and I3. */
function expectSms({ step: { model }, org, before, after }: View): void {
  const known = new Set(before.attempts.map(({ id }) => id));
  const texts = after.attempts.filter(({ id, tier }) => tier === 'sms' && !known.has(id));
  const refused = texts.some(({ status }) => status === 'failed');
  for (const attempt of texts) {
    const { type, smsPhone, reason, status } = attempt;
    if (status === 'skipped') {
      // What another send at once had claimed, its refusal gives back.
      const mayBeFull = model.smsLeft(org) === 0 || refused;
      if (reason === 'sms_limit') demand(mayBeFull, 'I3: refused only at the limit');
      continue;
    }
    const ticket = after.notifications.find(({ id }) => id === attempt.notification)?.ticket ?? '';
    const bound = after.tickets.find((one) => one.id === ticket)?.person ?? null;
    demand(CRITICAL.includes(type), () => `I3: only what is critical, not ${type}`);
    demandEqual(smsPhone, model.ticketPhone(org, ticket), 'I3: only to the phone that the organization gave');
    demand(/^\+966/.test(smsPhone ?? ''), 'I3: only to a country that is allowed');
    demand(model.smsLeft(org) > 0, 'I3: under the daily limit');
    if (status !== 'failed') model.countSms(org);
    demand(!model.isOptedOut(org, smsPhone ?? ''), 'I2: no SMS after STOP');
    demand(!model.isErased(org, smsPhone ?? ''), 'I11: no SMS to whom was erased, until they write');
    demand(bound === null || !model.isOptedOut(org, bound), 'I2: no SMS for a ticket whose person said STOP');
  }
}

/** I2: who has paused gets no notice and no reply by any tier, but an answer to what they write meanwhile. */
function expectPauses({ step: { model, nowMs }, org, before, after }: View): void {
  const known = new Set(before.attempts.map(({ id }) => id));
  for (const { id, notification, kind, status, tier, phone, smsPhone, inboundMs } of after.attempts) {
    if (status === 'skipped' || known.has(id) || kind === 'opt_out_confirmation') continue;
    const answersMs = ANSWERS.includes(kind) ? (inboundMs ?? -Infinity) : -Infinity;
    const ticket = after.notifications.find((one) => one.id === notification)?.ticket ?? '';
    const bound = after.tickets.find((one) => one.id === ticket)?.person ?? null;
    for (const name of [phone, smsPhone, bound]) {
      const isPaused = name !== null && model.isPaused(org, name, nowMs, answersMs);
      demand(!isPaused, () => `I2: no ${kind} by ${tier} to ${name}, who has paused`);
    }
  }
}

/**
 * I5: an attempt is one request, and at most one of a notification's requests to a tier is accepted. A request may be lost
 * on its way; then its attempt does not say that it was accepted.
 */
function expectEachOnce({ after, sends }: Step): void {
  const attemptOf = new Map<string, AttemptFact>();
  const smsTried = new Map<string, number>();
  for (const org of ORGANIZATIONS) {
    for (const attempt of after[org].attempts) {
      if (attempt.status === 'skipped') continue;
      attemptOf.set(attempt.id, attempt);
      if (attempt.smsPhone !== null) smsTried.set(attempt.smsPhone, (smsTried.get(attempt.smsPhone) ?? 0) + 1);
    }
  }
  const asked = new Set<string>();
  const reached = new Set<string>();
  const smsAsked = new Map<string, number>();
  for (const { channel, attemptId, accepted, phone } of sends) {
    if (channel === 'sms' && phone !== null) smsAsked.set(phone, (smsAsked.get(phone) ?? 0) + 1);
    if (channel !== 'whatsapp' || attemptId === null) continue;
    demand(!asked.has(attemptId), 'I5: one request an attempt, by WhatsApp');
    asked.add(attemptId);
    const notification = accepted ? attemptOf.get(attemptId)?.notification : undefined;
    if (notification === undefined) continue;
    demand(!reached.has(notification), 'I5: no notification twice by WhatsApp');
    reached.add(notification);
  }
  for (const [phone, requests] of smsAsked) {
    demand(requests <= (smsTried.get(phone) ?? 0), 'I5: one request an attempt, by SMS');
  }
}

/** I4 */
function expectOutcome(notification: NotificationFact, all: readonly AttemptFact[]): void {
  const own = all.filter((attempt) => attempt.notification === notification.id);
  const where = (): string =>
    `of ${notification.kind} ${notification.id}: ${own.map(({ tier, status, reason }) => `${tier} ${status} ${reason}`).join(', ')}`;
  demand(
    own.every(({ status }) => status !== 'claimed'),
    () => `I4: nothing is left in the air ${where()}`,
  );
  const tried = own.filter(({ status }) => status !== 'skipped');
  const ranks = tried.map(({ tier }) => ORDER.indexOf(tier));
  // Only a tier that was not there is asked again after the later ones.
  let rank = 0;
  for (const { number, tier } of tried) {
    if (number !== 1) continue;
    demand(ORDER.indexOf(tier) >= rank, () => `I4: tiers in order ${where()}`);
    rank = ORDER.indexOf(tier);
  }
  tried.forEach((attempt, index) => {
    if (!REACHED.includes(attempt.status) || attempt.late || attempt.reason === 'push_unacknowledged') return;
    demand(index === ranks.length - 1, () => `I4: no tier after success ${where()}`);
  });
  if (!notification.settled) return;
  demand(notification.waitingTier === null, () => `I4: nothing is waited for once it is settled ${where()}`);
  const isTicket = notification.kind === 'ticket';
  if (isTicket && !notification.success) {
    demand(notification.reason !== null, () => `I4: no silence without a reason ${where()}`);
    demand(['none', 'push_only'].includes(notification.method ?? ''), () => `I4: no method ${where()}`);
  }
  if (notification.success) {
    const tier = { push: 'push', whatsapp_fallback: 'whatsapp', sms_fallback: 'sms' }[notification.method ?? ''];
    const wentOut = tried.some(
      (attempt) => attempt.tier === tier && (REACHED.includes(attempt.status) || attempt.status === 'failed'),
    );
    demand(wentOut, () => `I4: it went out by ${notification.method} ${where()}`);
  } else if (isTicket) {
    demand(
      own.every(({ status, late }) => late || !REACHED.includes(status)),
      () => `I4: success is not hidden ${where()}`,
    );
  }
}

/** I6 */
function expectWindows({ step: { model, nowMs }, org, after }: View): void {
  for (const { phone, number, expiresMs, ended } of after.sessions) {
    demandEqual(number, INSTANCES[org].number, 'I9: a session of the organization’s own number');
    if (ended || expiresMs <= nowMs) continue;
    demand(phone !== null, 'I11: no open session of whom was erased');
    demand(
      model.windowEnds(org, phone).includes(expiresMs),
      () => `I6: the window of ${phone} with ${org} ends 24 hours after a message`,
    );
    demand(!model.isOptedOut(org, phone), 'I2: no open window after STOP');
  }
  for (const { phone } of after.persons) {
    if (phone === null) continue;
    const last = model.windowEnd(org, phone);
    if (!model.isUndisturbed(org, phone) || last < nowMs + SLACK_MS) continue;
    const open = after.sessions.find((session) => !session.ended && session.phone === phone);
    demandEqual(open?.expiresMs, last, () => `I6: the window of ${phone} with ${org} ends 24 hours after the last`);
  }
}

/** I7 */
function expectBindings({ step: { erased }, before, after }: View): void {
  for (const kind of ['optIns', 'tickets'] as const) {
    const people = new Map(after[kind].map((one) => [one.id, one.person]));
    for (const { id, person } of before[kind]) {
      if (person !== null && person !== erased) demandEqual(people.get(id), person, `I7: ${kind} are bound once`);
    }
  }
}

/** I10, as far as the ledger is a list: what was written stays as it was, and only what a person did adds to it. */
function expectLedgerOfConsents({ step: { mute, erased }, before, after }: View): void {
  // A consent stands on a pseudonym, which leads nowhere once its person is erased.
  const kept = before.consents.map((consent) => (consent.phone === erased ? { ...consent, phone: null } : consent));
  demandEqual(after.consents.slice(0, before.consents.length), kept, 'I10: append-only');
  for (const consent of after.consents.slice(before.consents.length)) {
    demand(consent.action !== 'granted' || (mute && consent.messageId !== null), 'I10: only a message grants');
  }
}
