import type {
  AdminSession,
  BulkSessionResult,
  BulkSessionsAnswer,
  BulkSessionsRequest,
  SessionFilter,
} from '@whatsapp-optin/sdk/contract';

export function filterSessions(
  sessions: readonly AdminSession[],
  { status, search, contactId }: SessionFilter,
): AdminSession[] {
  const sought = search?.toLowerCase();
  return sessions.filter(
    (session) =>
      (contactId === undefined || session.customer.contactId === contactId) &&
      (status === undefined || session.status === status || (status === 'active' && session.status === 'expiring')) &&
      (sought === undefined ||
        [session.customer.name, session.ticket?.number, session.customer.maskedPhone].some((text) =>
          text?.toLowerCase().includes(sought),
        )),
  );
}

const KEYS: Readonly<Record<string, (session: AdminSession) => string>> = {
  expiresAt: ({ expiresAt }) => expiresAt,
  initiatedAt: ({ initiatedAt }) => initiatedAt,
  customerName: ({ customer }) => customer.name ?? '',
};

export function sortSessions(sessions: readonly AdminSession[], sort: string): AdminSession[] {
  const key = KEYS[sort.replace(/^-/, '')] ?? (() => '');
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...sessions].sort((one, other) => sign * (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

/** Ends or reminds as the server does: it skips customers who have opted out or have no ticket. */
export function answerBulk(sessions: AdminSession[], request: BulkSessionsRequest): BulkSessionsAnswer {
  const { action, dryRun = false, sessionIds, filter } = request;
  const matched = sessionIds
    ? sessions.filter(({ id }) => sessionIds.includes(id))
    : filterSessions(sessions, filter ?? {});
  const results = matched.slice(0, 200).map((session) => resultOf(session, action, dryRun));
  if (!dryRun && action === 'end') {
    for (const { sessionId, outcome } of results) {
      const session = sessions.find(({ id }) => id === sessionId);
      if (session && outcome === 'ended') {
        Object.assign(session, { status: 'ended', endReason: 'staff', endedAt: new Date().toISOString() });
      }
    }
  }
  const count = (outcomes: readonly string[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    action,
    dryRun,
    matched: matched.length,
    done: count(['ended', 'would_end', 'sent', 'would_send']),
    skipped: count(['skipped']),
    failed: count(['failed']),
    text:
      action === 'end'
        ? null
        : 'Al Noor Clinic: you are still in the queue with ticket A001. Reply with any message in the next 45 minutes to keep getting updates. Reply STOP to end.',
    results,
  };
}

function resultOf(session: AdminSession, action: 'end' | 'remind', dryRun: boolean): BulkSessionResult {
  const { id, customer, ticket, status, renewals } = session;
  const base = { sessionId: id, customer, ticket };
  if (status === 'ended') return { ...base, outcome: 'skipped', reason: 'already_ended' };
  if (action === 'end') return { ...base, outcome: dryRun ? 'would_end' : 'ended' };
  if (!ticket) return { ...base, outcome: 'skipped', reason: 'no_ticket' };
  if (renewals.notices > 0) return { ...base, outcome: 'skipped', reason: 'already_reminded' };
  return { ...base, outcome: dryRun ? 'would_send' : 'sent', method: 'whatsapp_fallback' };
}
