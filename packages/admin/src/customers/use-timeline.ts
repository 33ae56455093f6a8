import type {
  AdminConsent,
  AdminInboundMessage,
  AdminInboundMessagePage,
  AdminNotification,
  AdminReply,
  AdminSession,
  AdminSessionPage,
} from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAdminList } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';

/** One moment in the life of a customer with the organization. */
export type TimelineEntry = { id: string; at: string } & (
  | { kind: 'message'; message: AdminInboundMessage }
  | { kind: 'reply'; reply: AdminReply }
  | { kind: 'notification'; notification: AdminNotification }
  | { kind: 'consent'; consent: AdminConsent }
  | { kind: 'opened' | 'ended'; session: AdminSession }
);

const PAGE = 40;

/** Everything about one customer that the reader may see, oldest first. */
export function useTimeline(contactId: string) {
  const query = { contactId, limit: PAGE };
  const path = (mayRead: boolean, address: string) => (mayRead ? address : null);
  const messages = useAdminList<AdminInboundMessage, AdminInboundMessagePage>('inbound', adminPaths.inbound, query);
  const notifications = useAdminList<AdminNotification>(
    'notifications',
    path(useMay('notifications.read'), adminPaths.notifications),
    query,
  );
  const consents = useAdminList<AdminConsent>('sessions', path(useMay('compliance.read'), adminPaths.consents), query);
  const sessions = useAdminList<AdminSession, AdminSessionPage>(
    'sessions',
    path(useMay('sessions.read'), adminPaths.sessions),
    { ...query, sort: '-initiatedAt' },
  );
  const parts: readonly Part[] = [
    { ...messages, entries: messages.items.map(ofMessage) },
    { ...notifications, entries: notifications.items.filter(({ kind }) => kind !== 'staff_reply').map(ofNotification) },
    { ...consents, entries: consents.items.map(ofConsent) },
    { ...sessions, entries: sessions.items.map(ofSession) },
  ];
  return {
    messages,
    sessions,
    notifications,
    entries: entriesOf(parts),
    isLoading: parts.some((part) => part.isLoading),
    isLoadingMore: parts.some((part) => part.isLoadingMore),
    hasMore: parts.some((part) => part.hasMore),
    error: messages.error,
    refetch: messages.refetch,
    loadMore: () => {
      for (const part of parts) part.loadMore();
    },
  };
}

interface Part {
  /** Of each row, newest row first. */
  entries: readonly (readonly TimelineEntry[])[];
  hasMore: boolean;
  isLoading: boolean;
  isLoadingMore: boolean;
  loadMore(): void;
}

/** Oldest first. Before the end of a list that goes on, something may be missing: nothing is shown of that time. */
export function entriesOf(parts: readonly Pick<Part, 'entries' | 'hasMore'>[]): TimelineEntry[] {
  const ends = parts.flatMap(({ entries, hasMore }) => (hasMore ? (entries.at(-1)?.[0]?.at ?? []) : []));
  const since = ends.reduce((latest, end) => (end > latest ? end : latest), '');
  return parts
    .flatMap(({ entries }) => entries.flat())
    .filter(({ at }) => at >= since)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function ofMessage(message: AdminInboundMessage): TimelineEntry[] {
  const replies = message.replies.map((reply) => ({ kind: 'reply' as const, id: reply.id, at: reply.at, reply }));
  return [{ kind: 'message', id: message.id, at: message.receivedAt, message }, ...replies];
}

function ofNotification(notification: AdminNotification): TimelineEntry[] {
  return [{ kind: 'notification', id: notification.id, at: notification.createdAt, notification }];
}

function ofConsent(consent: AdminConsent): TimelineEntry[] {
  return [{ kind: 'consent', id: consent.id, at: consent.recordedAt, consent }];
}

function ofSession(session: AdminSession): TimelineEntry[] {
  const { id, initiatedAt, endedAt, expiresAt, status } = session;
  const opened: TimelineEntry = { kind: 'opened', id: `${id} opened`, at: initiatedAt, session };
  return status === 'ended'
    ? [opened, { kind: 'ended', id: `${id} ended`, at: endedAt ?? expiresAt, session }]
    : [opened];
}
