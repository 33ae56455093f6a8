import type { Problem } from './problem.js';

/** What a notification is about. */
export const NOTIFICATION_TYPES = [
  'ticket_created',
  'position_update',
  'almost_your_turn',
  'your_turn',
  'session_expiring',
  'critical',
] as const;
/** One of `NOTIFICATION_TYPES`. */
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** What a customer can answer to a notification by one tap. */
export const MESSAGE_ACTIONS = ['on_my_way', 'more_time', 'leave'] as const;
/** One of `MESSAGE_ACTIONS`. */
export type MessageAction = (typeof MESSAGE_ACTIONS)[number];

/** The four tiers, in the order in which they are tried. */
export const TIERS = ['push', 'whatsapp', 'sms', 'none'] as const;
/** One of `TIERS`. */
export type Tier = (typeof TIERS)[number];

/** How a notification went out. `push_only`: neither a phone nor a WhatsApp identity is known. */
export const DELIVERY_METHODS = ['push', 'whatsapp_fallback', 'sms_fallback', 'none', 'push_only'] as const;
/** One of `DELIVERY_METHODS`. */
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

/** Why a tier was skipped or failed: a closed list. */
export const REASONS = [
  'no_push_subscription',
  'push_failed',
  'push_unacknowledged',
  'no_phone',
  'no_active_session',
  'opted_out',
  'whatsapp_disabled',
  'whatsapp_failed',
  'provider_unavailable',
  'not_critical',
  'sms_disabled',
  'sms_country',
  'sms_limit',
  'sms_failed',
  'quiet_hours',
  'already_sent',
  'expired',
  'unknown_outcome',
] as const;
/** One of `REASONS`. */
export type Reason = (typeof REASONS)[number];

/** Forward only: `claimed → accepted → sent → delivered → read`; ways out `failed`, `skipped`, `unknown`. */
export const ATTEMPT_STATUSES = [
  'claimed',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'skipped',
  'unknown',
] as const;
/** One of `ATTEMPT_STATUSES`. */
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

/** Body of `POST /api/notifications`. */
export interface NotifyRequest {
  /** The host's id. */
  ticketId: string;
  /** What it is about. */
  type: NotificationType;
  /** Values for the placeholders of the type's text: `{ position: 3 }`. */
  params?: Record<string, string | number>;
  /** Replaces the text of the type. */
  message?: string;
  /** BCP 47. @default the ticket's, else the organization's */
  locale?: string;
  /** What the customer can answer by one tap on WhatsApp, in this order. @default the organization's for the type */
  actions?: MessageAction[];
}

/** Body of `POST /api/notifications/batch`. */
export interface NotificationBatchRequest {
  /** 1 to 500. */
  notifications: NotifyRequest[];
}

/** Answer of `POST /api/notifications/batch`. */
export interface NotificationBatchDocument {
  /** One for each input, in its order. A problem, which has a `code`, stands where an input was refused. */
  notifications: (NotificationDocument | Problem)[];
}

/**
 * What an attempt rests on. `subscription`: the browser's own, for push. `inbound`: the customer's message that opened the
 * WhatsApp window. SMS: `declared`, the organization gave the phone, or `proven`, the phone's owner has written to us.
 */
export const BASES = ['subscription', 'inbound', 'declared', 'proven'] as const;
/** One of `BASES`. */
export type Basis = (typeof BASES)[number];

/** One attempt of a notification. */
export interface NotificationAttempt {
  /** The tier that was tried. */
  tier: Tier;
  /** How far the attempt has come. */
  status: AttemptStatus;
  /** The status came after a later tier had been tried. */
  late: boolean;
  /** Why it was skipped or failed; absent otherwise. */
  reason?: Reason;
  /** The vendor's id of the message; absent if nothing was sent. */
  providerMessageId?: string;
  /** The vendor's code; absent if it gave none. */
  errorCode?: string;
  /** What the attempt rests on; absent if nothing was sent. */
  basis?: Basis;
  /** ISO 8601 */
  at: string;
}

/** Answer of `POST /api/notifications` and `GET /api/notifications/:id`. */
export interface NotificationDocument {
  /** UUID of the notification. */
  id: string;
  /** A vendor has accepted it so far. */
  success: boolean;
  /** The tier that it ended in. */
  method: DeliveryMethod;
  /** Why the last tier was skipped or failed; absent otherwise. */
  reason?: Reason;
  /** "2 devices", or the phone. */
  deliveredTo?: string;
  /** More about the outcome, in words. */
  note?: string;
  /** The tiers not skipped. */
  attempted: Tier[];
  /** What would help, in words; see `NO_SESSION_SUGGESTION`. */
  suggestion?: string;
  /** Why none was sent, in words; see `NO_SESSION_COMPLIANCE_NOTE`. */
  complianceNote?: string;
  /** Why a message was allowed, in words. */
  compliance?: string;
  /** No tier is left to wait for. */
  settled: boolean;
  /** In the order in which they were made. */
  attempts: NotificationAttempt[];
}

/** `suggestion` of a notification that was not sent for want of a session. */
export const NO_SESSION_SUGGESTION = 'Customer needs to send WhatsApp message first to opt-in';
/** `complianceNote` of a notification that was not sent for want of a session. */
export const NO_SESSION_COMPLIANCE_NOTE = 'Not sending unsolicited WhatsApp message';
