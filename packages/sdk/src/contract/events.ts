import type { MessageAction, NotificationType, Reason, DeliveryMethod, Tier } from './notifications.js';

/** Everything that the server tells the host's addresses and listeners. */
export const EVENT_TYPES = [
  'optin.connected',
  'optin.declined',
  'optin.expired',
  'session.opened',
  'session.renewed',
  'session.ended',
  'message.received',
  'message.action',
  'consent.granted',
  'consent.withdrawn',
  'notification.settled',
  'notification.delivered',
  'contact.erased',
  'account.alert',
] as const;
/** One of `EVENT_TYPES`. */
export type EventType = (typeof EVENT_TYPES)[number];

/** What an `account.alert` is about; `test`: staff sent it to try an address. */
export const ACCOUNT_ALERT_KINDS = ['quality', 'limit', 'account', 'template', 'test'] as const;
/** One of `ACCOUNT_ALERT_KINDS`. */
export type AccountAlertKind = (typeof ACCOUNT_ALERT_KINDS)[number];
/** `critical`: messages may not be sent any more, or soon. */
export const ALERT_SEVERITIES = ['info', 'warning', 'critical'] as const;
/** One of `ALERT_SEVERITIES`. */
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** What a platform warns about, as staff see it: one row of `GET /api/admin/account-alerts`. */
export interface AdminAccountAlert {
  /** UUID of the event. */
  id: string;
  /** What it is about. */
  kind: AccountAlertKind;
  /** `info` is not listed. */
  severity: AlertSeverity;
  /** Whose platform says it: `meta`. */
  provider: string;
  /** E.164; `null`: it is about the whole account. */
  businessNumber: string | null;
  /** The platform's own word: `FLAGGED`, `TIER_1K`, `DISABLED`. */
  code: string;
  /** In English, for staff. */
  message: string;
  /** ISO 8601. */
  occurredAt: string;
}

/** Answer of `GET /api/admin/account-alerts`. */
export interface AdminAccountAlertList {
  /** The latest warning of each kind about each number within 7 days, newest first; empty where all is well. */
  items: AdminAccountAlert[];
}

/** In the data of each event. */
interface OfOrganization {
  /** Whose event it is. */
  organizationId: string;
}

interface OptInEventData extends OfOrganization {
  /** The opt-in. */
  optInId: string;
  /** The host's ticket; `null`: a browser began the opt-in without one. */
  ticketId: string | null;
  /** As the page gave it; anybody may have typed it where `ticketId` is null. */
  ticketNumber: string | null;
  /** BCP 47. */
  locale: string;
}

interface SessionEventData extends OfOrganization {
  /** The session. */
  sessionId: string;
  /** The person, for `/api/contacts/:id/export`. */
  contactId: string;
  /** The host's ticket; `null`: none. */
  ticketId: string | null;
  /** The number of the business, E.164. */
  businessNumber: string;
}

interface ConsentEventData extends OfOrganization {
  /** The row of the journal. */
  consentId: string;
  /** The person. */
  contactId: string;
  /** The host's ticket; `null`: none. */
  ticketId: string | null;
  /** The opt-in that was claimed; `null`: none. */
  optInId: string | null;
  /** The customer's message that shows it; `null`: a vendor reported it. */
  messageId: string | null;
  /** What for: `ticket_notifications`. */
  purpose: string;
  /** By which way it was said: `whatsapp`, `sms`, `vendor`, `page`. */
  channel: string;
  /** How: `opt_in_code`, `inbound_message`, `keyword`, `vendor_report`, `customer_page`, `suppression_journal`. */
  method: string;
  /** ISO 8601. */
  recordedAt: string;
}

/** `data` of each event, by its type. Ids of people lead to a phone only through the admin API; `message.received` alone has one. */
export interface EventDataByType {
  /** The customer's first message claimed the opt-in. */
  'optin.connected': OptInEventData & {
    /** The person that the opt-in is bound to. */
    contactId: string;
    /** The message that claimed it. */
    messageId: string;
    /** ISO 8601. */
    connectedAt: string;
  };
  /** The customer skipped the prompt, or has no WhatsApp. */
  'optin.declined': OptInEventData & { reason: 'skipped' | 'no_whatsapp' };
  /** A late message may still connect it. */
  'optin.expired': OptInEventData & { expiredAt: string };
  /** A message of the customer opened a window. */
  'session.opened': SessionEventData & { expiresAt: string };
  /** A further message prolonged the window. */
  'session.renewed': SessionEventData & { expiresAt: string };
  /** The window is over. */
  'session.ended': SessionEventData & {
    /** `expired`, `opted_out`, `staff`, `number_changed` or `erased`. */
    reason: string;
    endedAt: string;
  };
  /** A message of a customer was accepted. */
  'message.received': OfOrganization & {
    /** The message; `createSession` takes it as `inboundMessageId`. */
    messageId: string;
    contactId: string;
    ticketId: string | null;
    sessionId: string | null;
    businessNumber: string;
    /** E.164; `null`: the vendor gives none. */
    phoneNumber: string | null;
    contentType: string;
    /** As the customer wrote it; empty for a message without text. */
    text: string;
    /** How the text was read; `null`: as neither. */
    keyword: 'stop' | 'start' | null;
    sentAt: string;
    receivedAt: string;
  };
  /** A customer tapped an answer below a notification. */
  'message.action': OfOrganization & {
    action: MessageAction;
    ticketId: string;
    notificationId: string;
    contactId: string;
    messageId: string;
    receivedAt: string;
  };
  /** A consent was recorded. */
  'consent.granted': ConsentEventData;
  /** A consent was withdrawn. */
  'consent.withdrawn': ConsentEventData;
  /** Once more where a send arrives after all. */
  'notification.settled': OfOrganization & {
    notificationId: string;
    ticketId: string | null;
    contactId: string | null;
    type: NotificationType | null;
    success: boolean;
    method: DeliveryMethod | null;
    reason: Reason | null;
  };
  /** A vendor or device reported the arrival. */
  'notification.delivered': OfOrganization & {
    notificationId: string;
    attemptId: string;
    ticketId: string | null;
    contactId: string | null;
    type: NotificationType | null;
    tier: Tier;
    /** Another tier had been used meanwhile. */
    late: boolean;
    deliveredAt: string;
  };
  /** A person was erased, with all linked contacts. */
  'contact.erased': OfOrganization & { contactIds: string[]; erasedAt: string };
  /** The platform reported on an account, a number or a template. */
  'account.alert': OfOrganization & {
    kind: AccountAlertKind;
    severity: AlertSeverity;
    /** Whose platform says it: `meta`. */
    provider: string;
    /** E.164; `null`: it is about the whole account. */
    businessNumber: string | null;
    /** The platform's own word: `FLAGGED`, `TIER_1K`, `DISABLED`. */
    code: string;
    /** In English, for staff. */
    message: string;
    occurredAt: string;
  };
}

/** One event as the body of a webhook; its id is the header `webhook-id`. */
export interface EventBody<Type extends EventType = EventType> {
  /** One of `EVENT_TYPES`. */
  type: Type;
  /** When the fact was written, ISO 8601. */
  timestamp: string;
  /** What happened; its shape follows from the type. */
  data: EventDataByType[Type];
}
