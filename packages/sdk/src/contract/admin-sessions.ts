import type { DeliveryMethod, Reason } from './notifications.js';
import type { TicketStatus } from './tickets.js';

/** A person as staff see them. The phone is shown whole only by `POST /api/admin/contacts/:contactId/reveal`. */
export interface AdminCustomer {
  contactId: string;
  /** The host's name for them, else the name of their WhatsApp profile. Text of a stranger: never markup. */
  name: string | null;
  /** `+966•••••••01`; `null` where no phone is known. */
  maskedPhone: string | null;
}

export interface AdminTicketReference {
  id: string;
  number: string | null;
  status: TicketStatus | null;
}

/** 200 of `POST /api/admin/contacts/:contactId/reveal`; each is written to the audit log. */
export interface RevealedPhone {
  contactId: string;
  /** E.164; `null` where the person is known by other identities only. */
  phone: string | null;
}

/** `expiring`: active, and over within the hour. `active` as a filter includes it. */
export const SESSION_STATUSES = ['active', 'expiring', 'ended'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_SORTS = [
  'expiresAt',
  '-expiresAt',
  'initiatedAt',
  '-initiatedAt',
  'customerName',
  '-customerName',
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

/** Query of `GET /api/admin/sessions` and of `…/export/sessions.csv`. */
export interface SessionFilter {
  status?: SessionStatus;
  /** Beginnings of words of the name, of the ticket's number, of a phone, or a phone's last four digits. 2 to 100 characters. */
  search?: string;
  ticketId?: string;
  /** ISO 8601 moments: initiated at or after, before. */
  from?: string;
  to?: string;
}

export interface SessionListQuery extends SessionFilter {
  /** Default `-expiresAt`; of a time, `-initiatedAt`. */
  sort?: SessionSort;
  /** `nextCursor` of the page before, with the same filter and sort. */
  cursor?: string;
  /** 1 to 200; default 50. */
  limit?: number;
}

/** By what a person can be reached right now. */
export interface Reachability {
  /** Devices with a push subscription for the ticket. */
  push: number;
  /** The session is open beyond the margin. */
  session: boolean;
  /** A phone is known, its country is allowed, SMS is on. */
  sms: boolean;
  /** They said STOP: neither WhatsApp nor SMS, whatever the two above say. */
  optedOut: boolean;
}

export interface AdminSession {
  id: string;
  status: SessionStatus;
  customer: AdminCustomer;
  ticket: AdminTicketReference | null;
  /** The customer's own message that opened it. `text` is `null` once it was forgotten, and cut after 200 characters. */
  openedBy: { messageId: string; text: string | null; receivedAt: string | null; byOptInCode: boolean };
  initiatedAt: string;
  lastInboundAt: string;
  /** The true end. */
  expiresAt: string;
  endedAt: string | null;
  /** `staff`, `opted_out` and their like; `null` while it is open and where it ran out. */
  endReason: string | null;
  /** Notices before its end that went out, and how many the customer answered in time. */
  renewals: { notices: number; renewed: number };
  reachability: Reachability;
}

export interface AdminSessionPage {
  items: AdminSession[];
  /** `null`: this was the last page. */
  nextCursor: string | null;
}

/** `GET /api/admin/sessions/stats?days=30`. */
export interface AdminSessionStats {
  /** Right now; `expiring` is a part of `active`. */
  active: number;
  expiring: number;
  /** Of the last `days` days. */
  days: number;
  opened: number;
  endedByStaff: number;
  optedOut: number;
  renewalNotices: number;
  renewed: number;
  /** 0 to 1; `null` where no notice went out. */
  renewalRate: number | null;
}

/** Body of `POST /api/admin/sessions/bulk`: either ids or a filter; at most 200 sessions at a time. */
export interface BulkSessionsRequest {
  action: 'end' | 'remind';
  sessionIds?: string[];
  filter?: SessionFilter;
  /** Says whom it would reach and does nothing. */
  dryRun?: boolean;
}

export interface BulkSessionResult {
  sessionId: string;
  customer: AdminCustomer;
  ticket: AdminTicketReference | null;
  /** `would_…` in a dry run. `failed`: the vendor refused. */
  outcome: 'ended' | 'would_end' | 'sent' | 'would_send' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  reason?: Reason | 'no_ticket' | 'already_ended' | 'already_reminded' | 'unknown_session';
  method?: DeliveryMethod;
  notificationId?: string;
}

export interface BulkSessionsAnswer {
  action: 'end' | 'remind';
  dryRun: boolean;
  /** All that the filter matches; where it is above 200, `results` holds the first 200 and the rest is left alone. */
  matched: number;
  done: number;
  skipped: number;
  failed: number;
  /** Of a reminder: its text in the organization's own language, as it would be read, with sample values. */
  text: string | null;
  results: BulkSessionResult[];
}
