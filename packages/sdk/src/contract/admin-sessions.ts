import type { DeliveryMethod, Reason } from './notifications.js';
import type { TicketStatus } from './tickets.js';

/** A person as staff see them. The phone is shown whole only by `POST /api/admin/contacts/:contactId/reveal`. */
export interface AdminCustomer {
  /** Pseudonym of the person. */
  contactId: string;
  /** The host's name for them, else the name of their WhatsApp profile. Text of a stranger: never markup. */
  name: string | null;
  /** `+966•••••••01`; `null` where no phone is known. */
  maskedPhone: string | null;
}

/** A ticket, as lists refer to it. */
export interface AdminTicketReference {
  /** The host's id. */
  id: string;
  /** What the customer sees, `A001`; `null` if it is not known. */
  number: string | null;
  /** `null` if the host has not sent the ticket. */
  status: TicketStatus | null;
}

/** 200 of `POST /api/admin/contacts/:contactId/reveal`; each is written to the audit log. */
export interface RevealedPhone {
  /** Pseudonym of the person. */
  contactId: string;
  /** E.164; `null` where the person is known by other identities only. */
  phone: string | null;
}

/** `expiring`: active, and over within the hour. `active` as a filter includes it. */
export const SESSION_STATUSES = ['active', 'expiring', 'ended'] as const;
/** One of `SESSION_STATUSES`. */
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Orders of the list of sessions; with `-` the greatest first. */
export const SESSION_SORTS = [
  'expiresAt',
  '-expiresAt',
  'initiatedAt',
  '-initiatedAt',
  'customerName',
  '-customerName',
] as const;
/** One of `SESSION_SORTS`. */
export type SessionSort = (typeof SESSION_SORTS)[number];

/** Query of `GET /api/admin/sessions` and of `…/export/sessions.csv`. */
export interface SessionFilter {
  /** By their status. */
  status?: SessionStatus;
  /** Beginnings of words of the name, of the ticket's number, of a phone, or a phone's last four digits. 2 to 100 characters. */
  search?: string;
  /** Sessions of one ticket, by the host's id. */
  ticketId?: string;
  /** Sessions of one person, by their pseudonym. */
  contactId?: string;
  /** ISO 8601 moments: initiated at or after, before. */
  from?: string;
  /** ISO 8601: before this moment. */
  to?: string;
}

/** Query of `GET /api/admin/sessions`. */
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

/** One session, as staff see it. */
export interface AdminSession {
  /** UUID of the session. */
  id: string;
  /** `expiring` is a part of `active`. */
  status: SessionStatus;
  /** Whose session it is. */
  customer: AdminCustomer;
  /** The ticket that it belongs to; `null` without one. */
  ticket: AdminTicketReference | null;
  /** The customer's own message that opened it. `text` is `null` once it was forgotten, and cut after 200 characters. */
  openedBy: { messageId: string; text: string | null; receivedAt: string | null; byOptInCode: boolean };
  /** ISO 8601: when the first message was sent. */
  initiatedAt: string;
  /** ISO 8601: when the latest message was sent. */
  lastInboundAt: string;
  /** The true end. */
  expiresAt: string;
  /** ISO 8601: when it was ended early; `null` if it was not. */
  endedAt: string | null;
  /** `staff`, `opted_out` and their like; `null` while it is open and where it ran out. */
  endReason: string | null;
  /** Notices before its end that went out, and how many the customer answered in time. */
  renewals: { notices: number; renewed: number };
  /** The tiers that reach the customer now. */
  reachability: Reachability;
}

/** Answer of `GET /api/admin/sessions`. */
export interface AdminSessionPage {
  /** The rows of this page. */
  items: AdminSession[];
  /** `null`: this was the last page. */
  nextCursor: string | null;
  /** The search looked at 10,000 sessions and stopped; `nextCursor` goes on from there. */
  cut: boolean;
}

/** `GET /api/admin/sessions/stats?days=30`. */
export interface AdminSessionStats {
  /** Right now; `expiring` is a part of `active`. */
  active: number;
  /** Active sessions that end within the hour. */
  expiring: number;
  /** Of the last `days` days. */
  days: number;
  /** Sessions that began. */
  opened: number;
  /** Sessions that staff ended. */
  endedByStaff: number;
  /** Sessions that STOP ended. */
  optedOut: number;
  /** Notices that were sent before a session's end. */
  renewalNotices: number;
  /** Notices that the customer answered in time. */
  renewed: number;
  /** 0 to 1, of the notices that were answered or whose session has ended; `null` where there is none. */
  renewalRate: number | null;
}

/** Body of `POST /api/admin/sessions/bulk`: either ids or a filter; at most 200 sessions at a time. */
export interface BulkSessionsRequest {
  /** Ends the sessions, or sends a reminder to each. */
  action: 'end' | 'remind';
  /** UUIDs. */
  sessionIds?: string[];
  /** All sessions that match. */
  filter?: SessionFilter;
  /** Says whom it would reach and does nothing. */
  dryRun?: boolean;
}

/** What was done, or would be done, with one session. */
export interface BulkSessionResult {
  /** UUID of the session. */
  sessionId: string;
  /** Whose session it is. */
  customer: AdminCustomer;
  /** The ticket of the session; `null` without one. */
  ticket: AdminTicketReference | null;
  /** `would_…` in a dry run. `failed`: the vendor refused. */
  outcome: 'ended' | 'would_end' | 'sent' | 'would_send' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  reason?: Reason | 'no_ticket' | 'already_ended' | 'already_reminded' | 'unknown_session';
  /** How the reminder went out. */
  method?: DeliveryMethod;
  /** UUID of the reminder. */
  notificationId?: string;
}

/** Answer of `POST /api/admin/sessions/bulk`. */
export interface BulkSessionsAnswer {
  /** As requested. */
  action: 'end' | 'remind';
  /** Nothing was done. */
  dryRun: boolean;
  /** All that the filter matches; where it is above 200, `results` holds the first 200 and the rest is left alone. */
  matched: number;
  /** Sessions that were ended or reminded, or would be in a dry run. */
  done: number;
  /** Sessions for which there was nothing to do. */
  skipped: number;
  /** Sessions whose reminder a vendor refused. */
  failed: number;
  /** Of a reminder: its text in the organization's own language, as it would be read, with sample values. */
  text: string | null;
  /** One for each session. */
  results: BulkSessionResult[];
}
