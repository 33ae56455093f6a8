import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Organization } from '../organizations/organization.js';
import type { RateLimiter } from '../providers/rate-limiter.js';
import type { SendOutcome } from '../providers/send-outcome.js';
import { createDispatcher, type DispatcherParts } from './dispatcher.js';
import type { NotificationMessage } from './notification-message.js';
import type {
  AttemptResult,
  DueRun,
  NewRun,
  NotificationStore,
  Recipient,
  StoredAttempt,
} from './notification-store.js';
import { resolvePolicies } from './policy.js';
import { LONGEST_CLAIM_MS } from './send-claimed.js';

const ORGANIZATION = { id: 'clinic', name: 'Al Noor', whatsappNumber: null, whatsappEnabled: false } as Organization;
const RECIPIENT = {
  ticketId: 't',
  phone: '+966500000001',
  contact: null,
  pushSubscriptions: [],
} as unknown as Recipient;
const MESSAGE = { organization: ORGANIZATION, kind: 'ticket', type: 'critical', smsText: 'Come now', text: 'Come now' };
const DEADLINE_MS = 3_600_000;

/** One notice by SMS whose vendor answers by the time; what the store of it would keep. */
function createWorld(answer: (nowMs: number) => SendOutcome, random: () => number, claimTakesMs = () => 0) {
  let nowMs = 0;
  let dueAtMs = Infinity;
  let run: NewRun | null = null;
  const calledAtMs: number[] = [];
  let claimedAtMs = 0;
  const agesMs: number[] = [];
  const attempts: StoredAttempt[] = [];
  const stored = { settled: false, success: false, reason: null as string | null };
  const store: Partial<NotificationStore> = {
    begin: async (begins) => {
      run = begins;
      return true;
    },
    claimPush: async () => 'already_sent',
    async claimSms() {
      claimedAtMs = nowMs;
      nowMs += claimTakesMs();
      return { refused: null, usedToday: null };
    },
    async record(_key, result: AttemptResult) {
      attempts.push({ ...result, tier: 'sms', late: false, basis: null, at: new Date(nowMs) });
      return { status: result.status, statusesWait: false };
    },
    async saveProgress(_organizationId, id, _step, progress) {
      Object.assign(stored, { settled: progress.settled, success: progress.success, reason: progress.reason });
      dueAtMs = progress.dueInMs === null ? Infinity : Math.min(nowMs + progress.dueInMs, DEADLINE_MS);
      return { ...progress, id, kind: 'ticket', type: 'critical', attempts };
    },
    async takeDue(limit) {
      if (run === null || limit === 0 || dueAtMs > nowMs) return [];
      dueAtMs = Infinity;
      const { organizationId, notificationId, kind, type, ticketId, locale, content } = run;
      const key = { organizationId, notificationId, version: 1, waitingTier: null };
      const due: DueRun = {
        ...key,
        kind,
        type,
        ticketId,
        locale,
        content,
        tiersLeft: ['sms'],
        expired: nowMs >= DEADLINE_MS,
      };
      return [due];
    },
    loadTicketRecipient: async () => ({ organization: ORGANIZATION, recipient: RECIPIENT }),
    find: async (_organizationId, id) =>
      ({ ...stored, id, kind: 'ticket', type: 'critical', method: 'none', deliveredTo: null, attempts }) as never,
  };
  const smsRateLimiter: Pick<RateLimiter, 'schedule'> = { schedule: (_person, work) => work(null) };
  const parts = {
    store,
    smsRateLimiter,
    random,
    accounts: { find: () => null },
    push: { kind: 'built_in', senderOf: () => null },
    sms: {
      name: 'twilio',
      async sendSms() {
        calledAtMs.push(nowMs);
        agesMs.push(nowMs - claimedAtMs);
        return answer(nowMs);
      },
    },
    clocks: { monotonicMs: () => nowMs, wallMs: () => nowMs },
    deliveries: { actOn: async () => undefined },
    onDueIn: () => undefined,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    settings: {
      sms: { enabled: true, fallbackEnabled: true, criticalOnly: true, allowedCountries: ['SA'], dailyLimit: 200 },
      countryOf: () => 'SA',
      policies: resolvePolicies(),
    },
  };
  const dispatcher = createDispatcher(parts as unknown as DispatcherParts);
  return {
    calledAtMs,
    agesMs,
    attempts,
    stored,
    /** Until nothing is due any more. */
    async run() {
      await dispatcher.dispatch(MESSAGE as unknown as NotificationMessage, RECIPIENT, ['push', 'whatsapp', 'sms']);
      while (dueAtMs < Infinity) {
        nowMs = Math.max(nowMs, dueAtMs);
        await dispatcher.processDue();
      }
    },
  };
}

const refused = (retryAfterMs: number | null, errorCode: string): SendOutcome => ({
  status: 'failed',
  failure: { action: 'retry', retryAfterMs, errorCode },
});
/** The next one of an endless stream. */
function draw<T>(stream: Iterator<T>): T {
  const next = stream.next();
  if (next.done) throw new Error('The stream has ended.');
  return next.value;
}
const ACCEPTED: SendOutcome = { status: 'accepted', providerMessageId: 'SM1' };

describe('a critical notice whose vendor is away', () => {
  it.each([
    ['refuses each connection', refused(5_000, 'network')],
    ['answers 503', refused(30_000, 'http_503')],
  ])('for 150 s and %s arrives when it is back', async (_how, answer) => {
    for (const random of [0, 0.3, 0.999]) {
      const world = createWorld(
        (nowMs) => (nowMs < 150_000 ? answer : ACCEPTED),
        () => random,
      );
      await world.run();
      expect(world.stored).toEqual({ settled: true, success: true, reason: null });
      expect(world.calledAtMs.at(-1)).toBeLessThan(150_000 + 300_000);
      expect(world.attempts.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    }
  });

  it('is tried until its deadline, with pauses that grow, and then ends', async () => {
    const world = createWorld(
      () => refused(null, 'http_503'),
      () => 0.999,
    );
    await world.run();
    expect(world.stored).toEqual({ settled: true, success: false, reason: 'provider_unavailable' });
    const pauses = world.calledAtMs.slice(1).map((atMs, index) => atMs - (world.calledAtMs[index] ?? 0));
    expect(pauses.slice(0, 8).map((ms) => Math.round(ms / 1000))).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(300_000);
    expect(world.calledAtMs.at(-1)).toBeGreaterThan(DEADLINE_MS - 300_000);
    expect(world.calledAtMs.every((atMs) => atMs < DEADLINE_MS)).toBe(true);
  });

  it('for any while shorter than the deadline arrives once, never before the vendor allows it', async () => {
    const outage = fc.integer({ min: 0, max: DEADLINE_MS - 600_000 });
    const after = fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: null });
    // Each seed draws its own jitter.
    const chances = fc.infiniteStream(fc.double({ min: 0.05, max: 0.999, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(outage, after, chances, async (awayMs, retryAfterMs, stream) => {
        const world = createWorld(
          (nowMs) => (nowMs < awayMs ? refused(retryAfterMs, 'http_503') : ACCEPTED),
          () => draw(stream),
        );
        await world.run();
        expect(world.stored.success).toBe(true);
        const pauses = world.calledAtMs.slice(1).map((atMs, index) => atMs - (world.calledAtMs[index] ?? 0));
        expect(Math.min(Infinity, ...pauses)).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
        expect(world.attempts.filter(({ status }) => status === 'accepted')).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });
});

it('no call follows its claim by more than its age, whatever the pauses and the outcomes', async () => {
  const outcome = fc.oneof(
    { weight: 6, arbitrary: fc.constant(refused(null, 'http_503')) },
    { weight: 1, arbitrary: fc.constant(ACCEPTED) },
    { weight: 1, arbitrary: fc.constant<SendOutcome>({ status: 'unknown', errorCode: 'timeout' }) },
  );
  const pauseMs = fc.oneof(fc.nat(50), fc.nat(2 * LONGEST_CLAIM_MS), fc.nat(300_000));
  const chance = fc.double({ min: 0.05, max: 0.999, noNaN: true });
  let [calls, expired] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(outcome),
      fc.infiniteStream(pauseMs),
      fc.infiniteStream(chance),
      async (outcomes, pauses, chances) => {
        const world = createWorld(
          () => draw(outcomes),
          () => draw(chances),
          () => draw(pauses),
        );
        await world.run();
        expect(world.stored.settled).toBe(true);
        expect(Math.max(0, ...world.agesMs)).toBeLessThanOrEqual(LONGEST_CLAIM_MS);
        // Each attempt was a call, or was held back for its age; only a refusal is followed by another.
        const held = world.attempts.filter(({ errorCode }) => errorCode === 'claim_expired');
        expect(held.length + world.agesMs.length).toBe(world.attempts.length);
        expect(world.attempts.slice(0, -1).every(({ status }) => status === 'failed')).toBe(true);
        calls += world.agesMs.length;
        expired += held.length;
      },
    ),
    { numRuns: 50 },
  );
  // Both happen.
  expect([calls > 100, expired > 100]).toEqual([true, true]);
});
