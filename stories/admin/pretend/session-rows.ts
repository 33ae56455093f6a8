import type { AdminSession, AdminSessionStats, SessionStatus } from '@whatsapp-optin/sdk/contract';
import { OPENERS, createCustomer } from './people.js';
import { createRandom, type Random } from './random.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function ticketOf(random: Random): { id: string; number: string; status: 'waiting' } {
  const number = `${random.pick(['A', 'B', 'C'])}${String(random.between(1, 240)).padStart(3, '0')}`;
  return { id: `visit-${random.between(10_000, 99_999)}`, number, status: 'waiting' };
}

/** Sessions of a day in a clinic: most of them open, some that end soon, some that have ended. */
export function createSessions(count: number, now: number): AdminSession[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => createSession(random, now));
}

function createSession(random: Random, now: number): AdminSession {
  const status = random.pick<SessionStatus>(['active', 'active', 'active', 'active', 'expiring', 'ended']);
  const leftMs = {
    active: random.between(61, 1_380) * MINUTE_MS,
    expiring: random.between(2, 59) * MINUTE_MS,
    ended: -random.between(1, 4_000) * MINUTE_MS,
  }[status];
  const expiresAt = now + leftMs;
  const initiatedAt = expiresAt - 24 * HOUR_MS;
  const customer = createCustomer(random);
  const ticket = random.chance(0.93) ? ticketOf(random) : null;
  const notices = status === 'active' ? random.pick([0, 0, 0, 1]) : random.pick([0, 1, 1]);
  const endReason = status !== 'ended' ? null : random.pick([null, null, 'staff', 'opted_out']);
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    id: random.uuid(),
    status,
    customer,
    ticket,
    openedBy: {
      messageId: random.uuid(),
      text: random.chance(0.95) ? random.pick(OPENERS).replace('{{ticket}}', ticket?.number ?? 'A001') : null,
      receivedAt: iso(initiatedAt),
      byOptInCode: random.chance(0.9),
    },
    initiatedAt: iso(initiatedAt),
    lastInboundAt: iso(initiatedAt),
    expiresAt: iso(expiresAt),
    endedAt: status === 'ended' ? iso(expiresAt) : null,
    endReason,
    renewals: { notices, renewed: notices > 0 && random.chance(0.6) ? 1 : 0 },
    reachability: {
      push: random.pick([0, 0, 1, 2]),
      session: status !== 'ended',
      sms: customer.maskedPhone?.startsWith('+966') ?? false,
      optedOut: endReason === 'opted_out',
    },
  };
}

export function statsOf(sessions: readonly AdminSession[]): AdminSessionStats {
  const count = (status: SessionStatus) => sessions.filter((session) => session.status === status).length;
  const notices = sessions.reduce((sum, { renewals }) => sum + renewals.notices, 0);
  const renewed = sessions.reduce((sum, { renewals }) => sum + renewals.renewed, 0);
  return {
    active: count('active') + count('expiring'),
    expiring: count('expiring'),
    days: 30,
    opened: sessions.length * 11,
    endedByStaff: sessions.filter(({ endReason }) => endReason === 'staff').length,
    optedOut: sessions.filter(({ endReason }) => endReason === 'opted_out').length,
    renewalNotices: notices,
    renewed,
    renewalRate: notices === 0 ? null : renewed / notices,
  };
}
