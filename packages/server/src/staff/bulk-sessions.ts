import type { BulkSessionResult, BulkSessionsAnswer, Reason, SessionFilter } from '@whatsapp-optin/sdk/contract';
import type { NotificationService } from '../notifications/notification-service.js';
import {
  toCustomer,
  toTicketReference,
  type SearchRights,
  type SessionQueries,
  type SessionRow,
} from '../admin-queries/session-queries.js';
import type { RenewalStore } from '../renewals/renewal-store.js';

export const MAX_BULK = 200;
/** The filter's matches are counted up to this many. */
const MAX_COUNT = 100_000;
/** Sends at a time; each waits for its turn at the vendor besides. */
const AT_A_TIME = 5;

export interface BulkInput extends SearchRights {
  action: 'end' | 'remind';
  target: { ids: readonly string[] } | { filter: SessionFilter };
  dryRun: boolean;
}

export interface BulkSessions {
  /** `null`: one of the ids is not of this organization, and nothing was done. */
  run(organizationId: string, input: BulkInput): Promise<BulkSessionsAnswer | null>;
}

export interface BulkParts {
  sessions: SessionQueries;
  renewals: Pick<RenewalStore, 'takeOne' | 'record'>;
  notifications: Pick<NotificationService, 'notifyByWhatsApp'>;
  marginSeconds: number;
  /** A reminder as it would be read. */
  reminderText(organizationId: string): Promise<string | null>;
}

type Outcome = Pick<BulkSessionResult, 'outcome' | 'reason' | 'method' | 'notificationId'>;

export function createBulkSessions(parts: BulkParts): BulkSessions {
  const { sessions, renewals, notifications, marginSeconds } = parts;

  const remind = async (organizationId: string, row: SessionRow): Promise<Outcome> => {
    const ticketId = row.ticket?.id;
    if (ticketId === undefined) return { outcome: 'skipped', reason: 'no_ticket' };
    // Claimed before it is sent, like every renewal notice: one for each session and epoch.
    const taken = await renewals.takeOne(organizationId, row.id, ticketId);
    if (taken === null) return { outcome: 'skipped', reason: 'already_reminded' };
    const result = await notifications.notifyByWhatsApp(organizationId, { ticketId, type: 'session_expiring' });
    if (result.status !== 'done') return { outcome: 'failed', reason: 'whatsapp_failed' };
    const { id, success, method, reason, attempts } = result.notification;
    await renewals.record(taken, id, success);
    if (success) return { outcome: 'sent', method, notificationId: id };
    const tried = attempts.some(({ status }) => status !== 'skipped');
    return { outcome: tried ? 'failed' : 'skipped', ...(reason && { reason }), method, notificationId: id };
  };
  const act = async (organizationId: string, row: SessionRow, { action, dryRun }: BulkInput): Promise<Outcome> => {
    const obstacle = action === 'end' ? endObstacle(row) : remindObstacle(row);
    if (obstacle !== null) return { outcome: 'skipped', reason: obstacle };
    if (dryRun) return { outcome: action === 'end' ? 'would_end' : 'would_send' };
    if (action === 'remind') return remind(organizationId, row);
    const ended = await sessions.end(organizationId, row.id);
    return ended ? { outcome: 'ended' } : { outcome: 'skipped', reason: 'already_ended' };
  };
  const choose = async (organizationId: string, { target, byPartOfPhone }: BulkInput) => {
    if ('ids' in target) {
      const ids = [...new Set(target.ids.map((id) => id.toLowerCase()))];
      const rows = await sessions.findMany(organizationId, ids, marginSeconds);
      return rows.length === ids.length ? { rows, matched: rows.length } : null;
    }
    // What has ended is neither ended nor reminded again.
    const filter: SessionFilter & SearchRights = { status: 'active', ...target.filter, byPartOfPhone };
    const page = { sort: 'expiresAt', after: null, limit: MAX_BULK, marginSeconds } as const;
    const { rows } = await sessions.list(organizationId, { ...filter, ...page });
    return { rows, matched: await sessions.count(organizationId, filter, MAX_COUNT) };
  };

  return {
    async run(organizationId, input) {
      const chosen = await choose(organizationId, input);
      if (chosen === null) return null;
      const results: BulkSessionResult[] = [];
      for (let at = 0; at < chosen.rows.length; at += AT_A_TIME) {
        const some = chosen.rows.slice(at, at + AT_A_TIME);
        const outcomes = await Promise.all(some.map((row) => act(organizationId, row, input)));
        results.push(...some.map((row, index) => describe(row, outcomes[index] ?? { outcome: 'failed' })));
      }
      const count = (...outcomes: Outcome['outcome'][]): number =>
        results.filter(({ outcome }) => outcomes.includes(outcome)).length;
      return {
        action: input.action,
        dryRun: input.dryRun,
        matched: chosen.matched,
        done: count('ended', 'sent', 'would_end', 'would_send'),
        skipped: count('skipped'),
        failed: count('failed'),
        text: input.action === 'remind' ? await parts.reminderText(organizationId) : null,
        results,
      };
    },
  };
}

function endObstacle(row: SessionRow): 'already_ended' | null {
  return row.status === 'ended' ? 'already_ended' : null;
}

function remindObstacle(row: SessionRow): NonNullable<BulkSessionResult['reason']> | null {
  if (row.optedOut) return 'opted_out';
  if (row.status === 'ended') return 'already_ended';
  if (row.ticket === null) return 'no_ticket';
  if (!row.sendable) return 'no_active_session' satisfies Reason;
  return row.reminded ? 'already_reminded' : null;
}

function describe(row: SessionRow, outcome: Outcome): BulkSessionResult {
  return { sessionId: row.id, customer: toCustomer(row.person), ticket: toTicketReference(row.ticket), ...outcome };
}
