/** What a notification is about. */
export const NOTIFICATION_TYPES = [
  'ticket_created',
  'position_update',
  'almost_your_turn',
  'your_turn',
  'session_expiring',
  'critical',
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** The four tiers, in the order in which they are tried. */
export const TIERS = ['push', 'whatsapp', 'sms', 'none'] as const;
export type Tier = (typeof TIERS)[number];

/** How a notification went out. `push_only`: neither a phone nor a WhatsApp identity is known. */
export const DELIVERY_METHODS = ['push', 'whatsapp_fallback', 'sms_fallback', 'none', 'push_only'] as const;
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
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];

/** Body of `POST /api/notifications`. */
export interface NotifyRequest {
  ticketId: string;
  type: NotificationType;
  /** Values for the placeholders of the type's text: `{ position: 3 }`. */
  params?: Record<string, string | number>;
  /** Replaces the text of the type. */
  message?: string;
  locale?: string;
}

export interface NotificationAttempt {
  tier: Tier;
  status: AttemptStatus;
  /** The status came after a later tier had been tried. */
  late: boolean;
  reason?: Reason;
  providerMessageId?: string;
  errorCode?: string;
  /** ISO 8601 */
  at: string;
}

/** Answer of `POST /api/notifications` and `GET /api/notifications/:id`. */
export interface NotificationDocument {
  id: string;
  /** A vendor has accepted it so far. */
  success: boolean;
  method: DeliveryMethod;
  reason?: Reason;
  /** "2 devices", or the phone. */
  deliveredTo?: string;
  note?: string;
  /** The tiers not skipped. */
  attempted: Tier[];
  suggestion?: string;
  complianceNote?: string;
  compliance?: string;
  /** No tier is left to wait for. */
  settled: boolean;
  attempts: NotificationAttempt[];
}

export const NO_SESSION_SUGGESTION = 'Customer needs to send WhatsApp message first to opt-in';
export const NO_SESSION_COMPLIANCE_NOTE = 'Not sending unsolicited WhatsApp message';
