import {
  DELIVERY_METHODS,
  NOTIFICATION_TYPES,
  type AdminAttempt,
  type AdminNotification,
  type AttemptStatus,
  type DeliveryAnalytics,
  type DeliveryMethod,
  type ParkedWorkItem,
  type Reason,
  type Tier,
} from '@whatsapp-optin/sdk/contract';
import { createCustomer } from './people.js';
import { createRandom, type Random } from './random.js';
import { ticketOf } from './session-rows.js';

const MINUTE_MS = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

interface Step {
  tier: Tier;
  status: AttemptStatus;
  reason?: Reason;
}

/** Dispatches of a usual clinic, each with the method that it ended in. */
const DISPATCHES: readonly [
  readonly [DeliveryMethod | null, readonly Step[]],
  ...(readonly [DeliveryMethod | null, readonly Step[]])[],
] = [
  ['push', [{ tier: 'push', status: 'delivered' }]],
  [
    'whatsapp_fallback',
    [
      { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
      { tier: 'whatsapp', status: 'read' },
    ],
  ],
  [
    'whatsapp_fallback',
    [
      { tier: 'push', status: 'failed', reason: 'push_unacknowledged' },
      { tier: 'whatsapp', status: 'delivered' },
    ],
  ],
  [
    'sms_fallback',
    [
      { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
      { tier: 'whatsapp', status: 'skipped', reason: 'no_active_session' },
      { tier: 'sms', status: 'delivered' },
    ],
  ],
  [
    'none',
    [
      { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
      { tier: 'whatsapp', status: 'skipped', reason: 'opted_out' },
      { tier: 'sms', status: 'skipped', reason: 'opted_out' },
    ],
  ],
  [
    'none',
    [
      { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
      { tier: 'whatsapp', status: 'failed', reason: 'whatsapp_failed' },
      { tier: 'sms', status: 'skipped', reason: 'sms_country' },
    ],
  ],
  [
    null,
    [
      { tier: 'push', status: 'skipped', reason: 'no_push_subscription' },
      { tier: 'whatsapp', status: 'accepted' },
    ],
  ],
];

export function createNotifications(count: number, now: number): AdminNotification[] {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, at) => createNotification(random, now - at * 4 * MINUTE_MS));
}

function createNotification(random: Random, at: number): AdminNotification {
  const [method, steps] = random.pick<(typeof DISPATCHES)[0]>([
    DISPATCHES[0],
    DISPATCHES[0],
    DISPATCHES[0],
    ...DISPATCHES,
  ]);
  const reason = method === 'none' ? (steps.at(-1)?.reason ?? null) : null;
  const unknown = random.chance(0.02);
  return {
    id: random.uuid(),
    kind: 'ticket',
    type: random.pick(NOTIFICATION_TYPES),
    ticket: ticketOf(random),
    customer: createCustomer(random),
    locale: random.pick(['ar', 'en']),
    success: method !== 'none',
    settled: method !== null,
    method,
    reason,
    deliveredTo: method === 'push' ? '1 device' : method === 'none' ? null : '+966•••••••42',
    waitingFor: method === null ? { tier: 'whatsapp', until: iso(at + 2 * MINUTE_MS) } : null,
    parked: null,
    late: random.chance(0.03),
    unknown,
    createdAt: iso(at),
    updatedAt: iso(at + 4_000),
    attempts: steps.map((step, place) => createAttempt(random, step, at + place * 1_500)),
  };
}

function createAttempt(random: Random, { tier, status, reason }: Step, at: number): AdminAttempt {
  const isSent = status !== 'skipped';
  return {
    id: random.uuid(),
    tier,
    number: 1,
    status,
    late: false,
    reason: reason ?? null,
    provider: !isSent ? null : { push: 'web-push', whatsapp: 'ultramsg', sms: 'twilio', none: '' }[tier],
    providerMessageId: !isSent
      ? null
      : tier === 'sms'
        ? `SM${random.uuid().replace(/-/g, '').slice(0, 30)}`
        : random.uuid(),
    errorCode: status === 'failed' && tier === 'whatsapp' ? '131026' : null,
    cost: tier === 'sms' && isSent ? { amount: 0.0412, currency: 'USD', estimated: random.chance(0.3) } : null,
    basis: !isSent ? null : ({ push: 'subscription', whatsapp: 'inbound', sms: 'declared', none: null } as const)[tier],
    inboundMessageId: tier === 'whatsapp' && isSent ? random.uuid() : null,
    inboundSentAt: tier === 'whatsapp' && isSent ? iso(at - random.between(5, 600) * MINUTE_MS) : null,
    at: iso(at),
    updatedAt: iso(at + 2_000),
    statuses: !isSent
      ? []
      : (['accepted', 'sent', 'delivered', 'read'] as const)
          .slice(0, { accepted: 1, sent: 2, delivered: 3, read: 4 }[status as 'read'] ?? 0)
          .map((one, step) => ({
            status: one,
            at: iso(at + step * 900),
            receivedAt: iso(at + step * 950 + 80),
            errorCode: null,
          })),
  };
}

export function dayOf(now: number, daysAgo: number): string {
  return iso(now - daysAgo * 86_400_000).slice(0, 10);
}

export function createDeliveryAnalytics(now: number, isEmpty: boolean): DeliveryAnalytics {
  const random = createRandom(13);
  const methods = (scale: number) =>
    Object.fromEntries(
      DELIVERY_METHODS.map((method) => {
        const usual = { push: 70, whatsapp_fallback: 190, sms_fallback: 34, none: 12, push_only: 3 }[method];
        return [method, isEmpty ? 0 : Math.round(usual * scale * (0.8 + random.next() * 0.4))];
      }),
    ) as Record<DeliveryMethod, number>;
  const days = Array.from({ length: 30 }, (_, at) => {
    const day = dayOf(now, 29 - at);
    const isWeekend = [5, 6].includes(new Date(day).getUTCDay());
    return { day, ...methods(isWeekend ? 0.35 : 1) };
  });
  const totals = Object.fromEntries(
    DELIVERY_METHODS.map((method) => [method, days.reduce((sum, day) => sum + day[method], 0)]),
  ) as Record<DeliveryMethod, number>;
  return {
    from: dayOf(now, 29),
    to: dayOf(now, 0),
    timeZone: 'Asia/Riyadh',
    totals,
    days,
    failures: isEmpty
      ? []
      : [
          { tier: 'push', reason: 'push_unacknowledged', count: 412 },
          { tier: null, reason: 'opted_out', count: 131 },
          { tier: 'whatsapp', reason: 'whatsapp_failed', count: 88 },
          { tier: null, reason: 'no_phone', count: 54 },
          { tier: 'sms', reason: 'sms_failed', count: 17 },
          { tier: 'whatsapp', reason: 'provider_unavailable', count: 6 },
        ],
    attempts: isEmpty
      ? []
      : [
          { tier: 'push', made: 2_460, succeeded: 2_048, failed: 412, late: 37, unknown: 0 },
          { tier: 'whatsapp', made: 5_604, succeeded: 5_510, failed: 94, late: 12, unknown: 4 },
          { tier: 'sms', made: 1_018, succeeded: 1_001, failed: 17, late: 3, unknown: 1 },
        ],
    reactions: isEmpty
      ? []
      : [
          { type: 'almost_your_turn', lateness: 'within_minute', up: 214, down: 9 },
          { type: 'almost_your_turn', lateness: 'later', up: 3, down: 11 },
          { type: 'your_turn', lateness: 'within_minute', up: 402, down: 14 },
          { type: 'your_turn', lateness: 'within_ten_minutes', up: 12, down: 21 },
        ],
    sms: isEmpty
      ? { messages: 0, segments: 0, costCents: 0, estimatedCostCents: 0, unknownCost: 0 }
      : { messages: 1_018, segments: 1_344, costCents: 5_537, estimatedCostCents: 214, unknownCost: 3 },
  };
}

export function createParked(now: number): ParkedWorkItem[] {
  const random = createRandom(17);
  return [
    {
      kind: 'notification',
      id: random.uuid(),
      lastError: 'PROVIDER_UNAVAILABLE',
      failures: 9,
      createdAt: iso(now - 5_400_000),
    },
    { kind: 'reply', id: random.uuid(), lastError: 'TIMEOUT', failures: 6, createdAt: iso(now - 9_600_000) },
  ];
}
