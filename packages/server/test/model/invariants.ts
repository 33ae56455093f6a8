import { expect } from 'vitest';
import type { AttemptFact, Facts, NotificationFact } from './facts.js';
import { INSTANCES, type OrganizationId, type WitnessedSend } from './model-world.js';
import type { ReferenceModel } from './reference-model.js';

const MARGIN_MS = 120_000;
/** From a claim to the vendor, and from one clock to the other, on a busy machine. */
const SLACK_MS = 10_000;
const REACHED: readonly string[] = ['accepted', 'sent', 'delivered', 'read'];
const ORDER: readonly string[] = ['push', 'whatsapp', 'sms', 'none'];
const NOBODY: Facts = {
  sessions: [],
  persons: [],
  tickets: [],
  optIns: [],
  consents: [],
  notifications: [],
  attempts: [],
  messages: 0,
};

export interface Step {
  model: ReferenceModel;
  before: Facts;
  after: Facts;
  /** All of the run, and how many of them came before this command. */
  sends: readonly WitnessedSend[];
  sentBefore: number;
  nowMs: number;
  /** Only the state of this organization may change; `null`: any. */
  org: OrganizationId | null;
  /** A public call or a message of a customer's: may send nothing at all. */
  mute: boolean;
}

/** What holds after every command; the names are those of the promises. */
export function expectInvariants(step: Step): void {
  const { model, after, sends, sentBefore } = step;
  const news = sends.slice(sentBefore);
  if (step.mute) expect(news, 'I3: what a customer or a page does sends nothing by itself').toEqual([]);
  const attempts = new Map(after.attempts.map((attempt) => [attempt.id, attempt]));
  for (const send of news) if (send.channel === 'whatsapp') expectAnswer(step, send, attempts);
  expectSms(step);
  expectEachOnce(after, sends);
  const notifications = new Map(after.notifications.map((one) => [one.id, one]));
  for (const notification of after.notifications) expectOutcome(notification, after.attempts);
  expectWindows(step);
  for (const { org, phone, optedOutMs } of after.persons) {
    expect(optedOutMs !== null, `I2: ${phone} at ${org} is opted out`).toBe(model.isOptedOut(org, phone));
  }
  expectBindings(step);
  if (step.org !== null) expectUntouched(step, step.org);
  expectLedgerOfConsents(step, notifications);
  expect(after.messages, 'I6: each message counts once').toBe(model.messages.length);
}

/** I1 and I2 for WhatsApp, by the witness's clock. */
function expectAnswer(
  { model, after }: Step,
  { phone, atMs, organizationId, attemptId }: WitnessedSend,
  attempts: ReadonlyMap<string, AttemptFact>,
): void {
  const attempt = attempts.get(attemptId ?? '');
  expect(attempt, 'every WhatsApp send has its attempt').toBeDefined();
  const org = organizationId ?? '';
  const confirmation = attempt?.kind === 'opt_out_confirmation';
  expect(attempt?.org, 'I9: it left by its own organization’s number').toBe(org);
  const answers = model.messages.filter(
    (message) =>
      message.org === org &&
      message.phone === phone &&
      (confirmation ? message.kind === 'stop' : message.kind !== 'stop') &&
      message.atMs <= atMs &&
      atMs < message.atMs + 24 * 3_600_000 - MARGIN_MS + SLACK_MS,
  );
  expect(answers.length, `I1: ${phone} wrote to ${org} in the 24 hours before`).toBeGreaterThan(0);
  expect(
    answers.some((message) => Math.abs(message.atMs - (attempt?.inboundMs ?? 0)) < 2),
    'I1: the attempt names such a message',
  ).toBe(true);
  expect(model.isOptedOut(org, phone ?? ''), `I2: ${phone} has said STOP to ${org}`).toBe(confirmation);
  const granted = after.consents.some((one) => one.org === org && one.phone === phone && one.action === 'granted');
  if (!confirmation) expect(granted, 'I10: the send rests on a consent').toBe(true);
}

/** I2 and I3. */
function expectSms({ model, before, after }: Step): void {
  const known = new Set(before.attempts.map(({ id }) => id));
  const notifications = new Map(after.notifications.map((one) => [one.id, one]));
  for (const attempt of after.attempts) {
    if (attempt.tier !== 'sms' || known.has(attempt.id)) continue;
    const { org, type, smsPhone, reason } = attempt;
    if (attempt.status === 'skipped') {
      if (reason === 'sms_limit') expect(model.smsLeft(org), 'I3: refused only at the limit').toBe(0);
      continue;
    }
    const ticket = notifications.get(attempt.notification)?.ticket ?? '';
    const bound = after.tickets.find((one) => one.org === org && one.id === ticket)?.person ?? null;
    expect(['your_turn', 'critical'], 'I3: only what is critical').toContain(type);
    expect(smsPhone, 'I3: only to the phone that the organization gave').toBe(model.ticketPhone(org, ticket));
    expect(smsPhone, 'I3: only to a country that is allowed').toMatch(/^\+966/);
    expect(model.smsLeft(org), 'I3: under the daily limit').toBeGreaterThan(0);
    model.countSms(org);
    expect(model.isOptedOut(org, smsPhone ?? ''), 'I2: no SMS after STOP').toBe(false);
    if (bound !== null)
      expect(model.isOptedOut(org, bound), 'I2: no SMS for a ticket whose person said STOP').toBe(false);
  }
}

/**
 * I5: an attempt is one request, and at most one of a notification's requests to a tier is accepted. A request may be lost
 * on its way; then its attempt does not say that it was accepted.
 */
function expectEachOnce(after: Facts, sends: readonly WitnessedSend[]): void {
  const tried = after.attempts.filter(({ status }) => status !== 'skipped');
  const whatsapp = sends.filter(({ channel }) => channel === 'whatsapp').map(({ attemptId }) => attemptId);
  expect(new Set(whatsapp).size, 'I5: one request an attempt, by WhatsApp').toBe(whatsapp.length);
  for (const phone of new Set(sends.flatMap((send) => (send.channel === 'sms' ? [send.phone] : [])))) {
    const requests = sends.filter((send) => send.channel === 'sms' && send.phone === phone).length;
    const attempts = tried.filter(({ smsPhone }) => smsPhone === phone).length;
    expect(requests, 'I5: one request an attempt, by SMS').toBeLessThanOrEqual(attempts);
  }
  const attemptOf = new Map(tried.map((attempt) => [attempt.id, attempt]));
  const accepted = sends.flatMap(({ accepted, attemptId }) => {
    const attempt = accepted && attemptId !== null ? attemptOf.get(attemptId) : undefined;
    return attempt === undefined ? [] : [attempt.notification];
  });
  expect(new Set(accepted).size, 'I5: no notification twice by WhatsApp').toBe(accepted.length);
}

/** I4 */
function expectOutcome(notification: NotificationFact, all: readonly AttemptFact[]): void {
  const own = all.filter((attempt) => attempt.notification === notification.id);
  const where = `of ${notification.kind} ${notification.id}: ${own.map(({ tier, status, reason }) => `${tier} ${status} ${reason}`).join(', ')}`;
  expect(
    own.map(({ status }) => status),
    `I4: nothing is left in the air ${where}`,
  ).not.toContain('claimed');
  const tried = own.filter(({ status }) => status !== 'skipped');
  const ranks = tried.map(({ tier }) => ORDER.indexOf(tier));
  // Only a tier that was not there is asked again after the later ones.
  const firsts = tried.filter(({ number }) => number === 1).map(({ tier }) => ORDER.indexOf(tier));
  expect(firsts, `I4: tiers in order ${where}`).toEqual([...firsts].sort());
  tried.forEach((attempt, index) => {
    if (!REACHED.includes(attempt.status) || attempt.late || attempt.reason === 'push_unacknowledged') return;
    expect(ranks.slice(index + 1), `I4: no tier after success ${where}`).toEqual([]);
  });
  if (!notification.settled) return;
  const reached = own.filter(({ status }) => REACHED.includes(status));
  if (notification.kind === 'ticket' && !notification.success) {
    expect(notification.reason, `I4: no silence without a reason ${where}`).not.toBeNull();
    expect(['none', 'push_only'], where).toContain(notification.method);
  }
  if (notification.success) {
    const tier = { push: 'push', whatsapp_fallback: 'whatsapp', sms_fallback: 'sms' }[notification.method ?? ''];
    const told = tried.some(
      (attempt) => attempt.tier === tier && (REACHED.includes(attempt.status) || attempt.status === 'failed'),
    );
    expect(told, `I4: it went out by ${notification.method} ${where}`).toBe(true);
  } else if (notification.kind === 'ticket') {
    expect(
      reached.filter(({ late }) => !late),
      `I4: success is not hidden ${where}`,
    ).toEqual([]);
  }
}

/** I6 */
function expectWindows({ model, after, nowMs }: Step): void {
  for (const { org, phone, number, expiresMs, ended } of after.sessions) {
    expect(number, 'I9: a session of the organization’s own number').toBe(INSTANCES[org as OrganizationId].number);
    if (ended || expiresMs <= nowMs) continue;
    const ends = model.windowEnds(org, phone);
    expect(ends, `I6: the window of ${phone} with ${org} ends 24 hours after a message`).toContain(expiresMs);
    expect(model.isOptedOut(org, phone), 'I2: no open window after STOP').toBe(false);
  }
  const open = new Map(
    after.sessions.filter(({ ended }) => !ended).map((one) => [`${one.org} ${one.phone}`, one.expiresMs]),
  );
  for (const { org, phone } of after.persons) {
    const last = Math.max(...model.windowEnds(org, phone));
    if (!model.isUndisturbed(org, phone) || last < nowMs + SLACK_MS) continue;
    expect(open.get(`${org} ${phone}`), `I6: the window of ${phone} with ${org} ends 24 hours after the last`).toBe(
      last,
    );
  }
}

/** I7 */
function expectBindings({ before, after }: Step): void {
  for (const kind of ['optIns', 'tickets'] as const) {
    const people = new Map(after[kind].map((one) => [`${one.org} ${one.id}`, one.person]));
    for (const { org, id, person } of before[kind]) {
      if (person !== null) expect(people.get(`${org} ${id}`), `I7: ${kind} are bound once`).toBe(person);
    }
  }
}

/** I9: what one organization does changes nothing of another's. */
function expectUntouched({ before, after }: Step, org: OrganizationId): void {
  const others = (facts: Facts) =>
    (Object.keys(NOBODY) as (keyof Facts)[]).map((key) => {
      const rows = facts[key];
      return typeof rows === 'number'
        ? null
        : JSON.stringify(
            (rows as { org: string }[]).filter((row) => row.org !== org),
            rounded,
          );
    });
  expect(others(after), `I9: untouched by ${org}`).toEqual(others(before));
}

/** Microseconds are lost when moments become numbers. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value) : value;
}

/** I10, as far as the ledger is a list: what was written stays as it was, and only what a person did adds to it. */
function expectLedgerOfConsents(
  { before, after, mute }: Step,
  notifications: ReadonlyMap<string, NotificationFact>,
): void {
  expect(after.consents.slice(0, before.consents.length), 'I10: append-only').toEqual(before.consents);
  for (const consent of after.consents.slice(before.consents.length)) {
    if (consent.action === 'granted') {
      expect(mute && consent.messageId !== null, 'I10: only a message grants').toBe(true);
    }
  }
  for (const { id, settled, waitingTier } of notifications.values()) {
    if (settled) expect(waitingTier, `I4: nothing is waited for once ${id} is settled`).toBeNull();
  }
}

export { NOBODY as NO_FACTS };
