import type { AdminCustomer, AdminTicketReference } from './admin-sessions.js';
import type { AttemptStatus, DeliveryMethod, NotificationType, Reason, Tier } from './notifications.js';

/** Query of `GET /api/admin/inbound-messages`, newest first. */
export interface InboundMessageQuery {
  contactId?: string;
  sessionId?: string;
  ticketId?: string;
  /** `true`: only those nobody has marked as seen. */
  unseen?: boolean;
  /** `true`: only those for staff to read: nearly a STOP, or about the booking. */
  flagged?: boolean;
  /** Received at or after, before: ISO 8601. */
  from?: string;
  to?: string;
  cursor?: string;
  limit?: number;
}

export interface AdminInboundMessage {
  id: string;
  customer: AdminCustomer;
  ticket: AdminTicketReference | null;
  sessionId: string | null;
  /** Whatever a stranger wrote: never markup. */
  text: string;
  /** `text`, `image`, `audio` and their like. */
  contentType: string;
  keyword: 'stop' | 'start' | null;
  /** Why staff should read it; `null`: no reason. */
  flag: string | null;
  /** It carried an opt-in code that was claimed. */
  byOptInCode: boolean;
  provider: string;
  /** Not yet confirmed by the vendor where `false`. */
  accepted: boolean;
  sentAt: string;
  receivedAt: string;
  seenAt: string | null;
}

export interface AdminInboundMessagePage {
  items: AdminInboundMessage[];
  nextCursor: string | null;
  /** How many nobody has seen, counted up to 1,000. */
  unseen: number;
}

/** Body of `POST /api/admin/inbound-messages/seen`: these, at most 200; or all received until then. 204. */
export interface MarkSeenRequest {
  ids?: string[];
  receivedUntil?: string;
}

/** Query of `GET /api/admin/notifications` and of `…/export/notifications.csv`, newest first. */
export interface NotificationFilter {
  type?: NotificationType;
  method?: DeliveryMethod;
  reason?: Reason;
  ticketId?: string;
  contactId?: string;
  /**
   * `late`: the status came after a later tier was tried. `unknown`: perhaps sent. `failed`: reached nobody. `waiting`: not settled
   * yet.
   */
  outcome?: 'late' | 'unknown' | 'failed' | 'waiting' | 'parked';
  from?: string;
  to?: string;
}

export interface NotificationListQuery extends NotificationFilter {
  cursor?: string;
  limit?: number;
}

/** What a send cost; `null` amounts are not known and never 0. */
export interface AdminCost {
  amount: number | null;
  /** ISO 4217; `null` if the vendor gives none: the amount is in cents of the vendor's account then. */
  currency: string | null;
  /** Estimated from the number of segments, until the vendor reports the cost. */
  estimated: boolean;
}

export interface AdminAttempt {
  id: string;
  tier: Tier;
  number: number;
  status: AttemptStatus;
  late: boolean;
  reason: Reason | null;
  provider: string | null;
  /** Phones within it are masked. */
  providerMessageId: string | null;
  errorCode: string | null;
  cost: AdminCost | null;
  /** The customer's message in whose window it was sent; WhatsApp only. */
  inboundMessageId: string | null;
  inboundSentAt: string | null;
  at: string;
  updatedAt: string;
  /** What the vendor reported, oldest first. Only in `GET /api/admin/notifications/:id`; empty in the list. */
  statuses: { status: AttemptStatus; at: string; receivedAt: string; errorCode: string | null }[];
}

export interface AdminNotification {
  id: string;
  /** `ticket`: by the host. The others: ours, in answer to a message. */
  kind: 'ticket' | 'message' | 'welcome' | 'opt_out_confirmation';
  type: NotificationType | null;
  ticket: AdminTicketReference | null;
  customer: AdminCustomer | null;
  locale: string;
  success: boolean;
  settled: boolean;
  /** `null` until the last tier is done. */
  method: DeliveryMethod | null;
  reason: Reason | null;
  /** "2 devices", or a masked phone. */
  deliveredTo: string | null;
  waitingFor: { tier: Tier; until: string | null } | null;
  parked: { failures: number; lastError: string | null } | null;
  late: boolean;
  unknown: boolean;
  createdAt: string;
  updatedAt: string;
  /** The attempts, tier by tier. */
  attempts: AdminAttempt[];
}

export interface AdminNotificationPage {
  items: AdminNotification[];
  nextCursor: string | null;
}

/** `GET /api/admin/parked?cursor&limit`, oldest first; `POST /api/admin/parked/:kind/:id/retry` drives one again, with 204. */
export interface ParkedWorkPage {
  items: ParkedWorkItem[];
  nextCursor: string | null;
}

export interface ParkedWorkItem {
  kind: 'reply' | 'inbound_message' | 'notification';
  id: string;
  lastError: string | null;
  failures: number;
  createdAt: string;
}
