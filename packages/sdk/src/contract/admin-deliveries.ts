import type { AdminCustomer, AdminTicketReference } from './admin-sessions.js';
import type { QuickReplies } from './admin-settings.js';
import type {
  AttemptStatus,
  Basis,
  DeliveryMethod,
  MessageAction,
  NotificationType,
  Reason,
  Tier,
} from './notifications.js';

/** Query of `GET /api/admin/inbound-messages`, newest first. */
export interface InboundMessageQuery {
  /** Messages of one person. */
  contactId?: string;
  /** Messages of one session, by its UUID. */
  sessionId?: string;
  /** Messages of one ticket, by the host's id. */
  ticketId?: string;
  /** `true`: only those nobody has marked as seen. */
  unseen?: boolean;
  /** `true`: only those for staff to read: nearly a STOP, or about the booking. */
  flagged?: boolean;
  /** Received at or after, before: ISO 8601. */
  from?: string;
  /** ISO 8601: before this moment. */
  to?: string;
  /** `nextCursor` of the page before. @default the first page */
  cursor?: string;
  /** 1 to 200. @default 50 */
  limit?: number;
}

/** One message of a customer, as staff see it. */
export interface AdminInboundMessage {
  /** UUID of the message. */
  id: string;
  /** Who wrote it. */
  customer: AdminCustomer;
  /** The ticket that it belongs to; `null` without one. */
  ticket: AdminTicketReference | null;
  /** The session that it opened or extended; `null` if it did neither. */
  sessionId: string | null;
  /** Whatever a stranger wrote: never markup. */
  text: string;
  /** `text`, `image`, `audio` and their like. */
  contentType: string;
  /** The keyword that the whole message is; `null` for any other text. */
  keyword: 'stop' | 'start' | null;
  /** Why staff should read it; `null`: no reason. */
  flag: string | null;
  /** What it answered by one tap; `null` for any other message. */
  action: MessageAction | null;
  /** It carried an opt-in code that was claimed. */
  byOptInCode: boolean;
  /** Name of the vendor that brought it. */
  provider: string;
  /** Not yet confirmed by the vendor where `false`. */
  accepted: boolean;
  /** ISO 8601: when the customer sent it, by the vendor's clock. */
  sentAt: string;
  /** ISO 8601: when its webhook arrived. */
  receivedAt: string;
  /** ISO 8601: when staff marked it as seen; `null` before. */
  seenAt: string | null;
  /** Language of the customer, or of the organization where it is not known: one of the twelve. */
  locale: string;
  /** ISO 8601: until when staff may answer; `null` if they may not. */
  replyUntil: string | null;
  /** The customer has said STOP, or may have. */
  stopped: boolean;
  /** What staff answered to this message, oldest first. */
  replies: AdminReply[];
}

/** Body of `POST /api/admin/inbound-messages/:id/reply`. The answer is the notification document. */
export interface ReplyRequest {
  /** What staff write: at most 4,096 characters, or as many as the vendor takes. */
  text: string;
}

/** A reply of staff, as other staff see it. */
export interface AdminReply {
  /** UUID of its notification. */
  id: string;
  /** `null`: forgotten, as messages are after some days. */
  text: string | null;
  /** Who wrote it, by the name in the audit log. */
  writtenBy: string | null;
  /** How far it has come. */
  status: AttemptStatus;
  /** Why it was skipped or failed; `null` otherwise. */
  reason: Reason | null;
  /** ISO 8601: when it was written. */
  at: string;
}

/** Answer of `GET /api/admin/inbound-messages`. */
export interface AdminInboundMessagePage {
  /** The rows of this page. */
  items: AdminInboundMessage[];
  /** `cursor` of the next page; `null` on the last one. */
  nextCursor: string | null;
  /** How many nobody has seen, counted up to 1,000. */
  unseen: number;
  /** What staff may answer with by one tap, in every language. */
  quickReplies: QuickReplies;
}

/** Answer of `GET /api/admin/inbound-messages/unshown`. What was sent is never part of it. */
export interface AdminUnshownMessages {
  /** The newest 50: when each came, and why it cannot be shown: `unsupported`, `edit`, `unknown_type`, `malformed` … */
  items: { provider: string; why: string; receivedAt: string }[];
  /** All that are still kept, counted up to 1,000. */
  count: number;
}

/** Body of `POST /api/admin/inbound-messages/seen`: these, at most 200; or all received until then. 204. */
export interface MarkSeenRequest {
  /** UUIDs of messages. */
  ids?: string[];
  /** ISO 8601. */
  receivedUntil?: string;
}

/** Query of `GET /api/admin/notifications` and of `…/export/notifications.csv`, newest first. */
export interface NotificationFilter {
  /** By what they are about. */
  type?: NotificationType;
  /** By how they ended. */
  method?: DeliveryMethod;
  /** By why a tier was skipped or failed. */
  reason?: Reason;
  /** Notifications of one ticket, by the host's id. */
  ticketId?: string;
  /** Notifications of one person. */
  contactId?: string;
  /**
   * `late`: the status came after a later tier was tried. `unknown`: perhaps sent. `failed`: reached nobody. `waiting`: not settled
   * yet.
   */
  outcome?: 'late' | 'unknown' | 'failed' | 'waiting' | 'parked';
  /** ISO 8601: at or after this moment. */
  from?: string;
  /** ISO 8601: before this moment. */
  to?: string;
}

/** Query of `GET /api/admin/notifications`. */
export interface NotificationListQuery extends NotificationFilter {
  /** `nextCursor` of the page before. @default the first page */
  cursor?: string;
  /** 1 to 200. @default 50 */
  limit?: number;
}

/** What a send cost; `null` amounts are not known and never 0. */
export interface AdminCost {
  /** In units of `currency`. */
  amount: number | null;
  /** ISO 4217; `null` if the vendor gives none: the amount is in cents of the vendor's account then. */
  currency: string | null;
  /** Estimated from the number of segments, until the vendor reports the cost. */
  estimated: boolean;
}

/** One attempt of a notification, as staff see it. */
export interface AdminAttempt {
  /** UUID of the attempt. */
  id: string;
  /** The tier that was tried. */
  tier: Tier;
  /** 1 for the first attempt of this tier. */
  number: number;
  /** How far the attempt has come. */
  status: AttemptStatus;
  /** Its status came after a later tier had been tried. */
  late: boolean;
  /** Why it was skipped or failed; `null` otherwise. */
  reason: Reason | null;
  /** Name of the vendor; `null` if none was called. */
  provider: string | null;
  /** Phones within it are masked. */
  providerMessageId: string | null;
  /** The vendor's code; `null` if it gave none. */
  errorCode: string | null;
  /** `null` if nothing was sent, or the tier is free. */
  cost: AdminCost | null;
  /** What the attempt rests on; `null` if nothing was sent. */
  basis: Basis | null;
  /** The customer's message behind it: the one in whose window it was sent, or the one that proves an SMS. */
  inboundMessageId: string | null;
  /** ISO 8601: when the customer sent that message. */
  inboundSentAt: string | null;
  /** ISO 8601: when the attempt was claimed. */
  at: string;
  /** ISO 8601: the last change of its status. */
  updatedAt: string;
  /** What the vendor reported, oldest first. Only in `GET /api/admin/notifications/:id`; empty in the list. */
  statuses: { status: AttemptStatus; at: string; receivedAt: string; errorCode: string | null }[];
}

/** One notification, as staff see it. */
export interface AdminNotification {
  /** UUID of the notification. */
  id: string;
  /** `ticket`: by the host. `staff_reply`: written by staff. The others: ours, in answer to a message. */
  kind: 'ticket' | 'message' | 'welcome' | 'opt_out_confirmation' | 'stop_question' | 'staff_reply';
  /** `null` if it is none of the host's. */
  type: NotificationType | null;
  /** The ticket that it is about; `null` without one. */
  ticket: AdminTicketReference | null;
  /** Who it is for; `null` if nobody is known. */
  customer: AdminCustomer | null;
  /** BCP 47 tag of its text. */
  locale: string;
  /** A vendor has accepted it so far. */
  success: boolean;
  /** No tier is left to wait for. */
  settled: boolean;
  /** `null` until the last tier is done. */
  method: DeliveryMethod | null;
  /** Why the last tier was skipped or failed; `null` otherwise. */
  reason: Reason | null;
  /** "2 devices", or a masked phone. */
  deliveredTo: string | null;
  /** The tier whose report is awaited, and until when (ISO 8601); `null` if none is. */
  waitingFor: { tier: Tier; until: string | null } | null;
  /** It keeps failing and waits for staff; `null` if it does not. */
  parked: { failures: number; lastError: string | null } | null;
  /** A status came after a later tier had been tried. */
  late: boolean;
  /** The outcome of an attempt is not known: perhaps it was sent. */
  unknown: boolean;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601: its last change. */
  updatedAt: string;
  /** The attempts, tier by tier. */
  attempts: AdminAttempt[];
}

/** Answer of `GET /api/admin/notifications`. */
export interface AdminNotificationPage {
  /** The rows of this page. */
  items: AdminNotification[];
  /** `cursor` of the next page; `null` on the last one. */
  nextCursor: string | null;
}

/** `GET /api/admin/parked?cursor&limit`, oldest first; `POST /api/admin/parked/:kind/:id/retry` drives one again, with 204. */
export interface ParkedWorkPage {
  /** The rows of this page. */
  items: ParkedWorkItem[];
  /** `cursor` of the next page; `null` on the last one. */
  nextCursor: string | null;
}

/** One piece of work that keeps failing. */
export interface ParkedWorkItem {
  /** What is to be done. */
  kind: 'reply' | 'inbound_message' | 'notification';
  /** Identifies it among those of its kind. */
  id: string;
  /** Message of the last error; `null` if there is none. */
  lastError: string | null;
  /** How often it has failed. */
  failures: number;
  /** ISO 8601. */
  createdAt: string;
}
