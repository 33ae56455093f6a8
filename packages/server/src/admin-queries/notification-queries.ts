import type {
  AdminAttempt,
  AdminNotification,
  AttemptStatus,
  Basis,
  DeliveryMethod,
  NotificationFilter,
  NotificationType,
  Reason,
  Tier,
} from '@whatsapp-optin/sdk/contract';
import type { NotificationKind } from '../notifications/notification-store.js';
import { maskWithin } from '../contacts/mask-phone.js';
import type { Page, PageRequest } from './page.js';
import { toCustomer, toTicketReference, type PersonRow, type TicketRow } from './session-queries.js';

export interface AttemptRow {
  id: string;
  tier: Tier;
  number: number;
  status: AttemptStatus;
  late: boolean;
  reason: Reason | null;
  provider: string | null;
  providerMessageId: string | null;
  errorCode: string | null;
  /** Price that the vendor reported, else cents by the segments of an SMS; `null`: not known. */
  price: { amount: number; currency: string | null; estimated: boolean } | null;
  inboundMessageId: string | null;
  basis: Basis | null;
  inboundSentAt: string | null;
  at: string;
  updatedAt: string;
  statuses: { status: AttemptStatus; at: string; receivedAt: string; errorCode: string | null }[];
}

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  type: NotificationType | null;
  ticket: Omit<TicketRow, 'phone'> | null;
  person: PersonRow | null;
  locale: string;
  success: boolean;
  settled: boolean;
  method: DeliveryMethod | null;
  reason: Reason | null;
  deliveredTo: string | null;
  waitingTier: Tier | null;
  dueAt: Date | null;
  failures: number;
  lastError: string | null;
  parked: boolean;
  createdAt: Date;
  updatedAt: Date;
  attempts: AttemptRow[];
}

export interface NotificationQueries {
  /** Newest first; attempts without the vendors' statuses. */
  list(organizationId: string, query: NotificationFilter & PageRequest): Promise<Page<NotificationRow>>;
  /** With every status that vendors reported. `null`: there is none. */
  find(organizationId: string, notificationId: string): Promise<NotificationRow | null>;
}

export function toAdminNotification(row: NotificationRow): AdminNotification {
  return {
    id: row.id,
    kind: row.kind,
    type: row.type,
    ticket: toTicketReference(row.ticket),
    customer: row.person && toCustomer(row.person),
    locale: row.locale,
    success: row.success,
    settled: row.settled,
    method: row.method,
    reason: row.reason,
    deliveredTo: maskWithin(row.deliveredTo),
    waitingFor:
      row.waitingTier === null || row.settled
        ? null
        : { tier: row.waitingTier, until: row.dueAt?.toISOString() ?? null },
    parked: row.parked ? { failures: row.failures, lastError: row.lastError } : null,
    late: row.attempts.some(({ late }) => late),
    unknown: row.attempts.some(({ status }) => status === 'unknown'),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    attempts: row.attempts.map(toAdminAttempt),
  };
}

function toAdminAttempt({ price, providerMessageId, ...attempt }: AttemptRow): AdminAttempt {
  return { ...attempt, providerMessageId: maskWithin(providerMessageId), cost: price };
}
