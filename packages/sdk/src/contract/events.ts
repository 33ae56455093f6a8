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
  /** How: `opt_in_code`, `inbound_message`, `keyword`, `vendor_report`, `customer_page`. */
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

/** Where events go: one row of `GET /api/admin/webhooks`. */
export interface EventEndpoint {
  /** UUID. */
  id: string;
  /** Where events are posted. */
  url: string;
  /** For staff; may be empty. */
  description: string;
  /** Empty: all. */
  types: EventType[];
  /** `false`: nothing is posted, and nothing is kept for it. */
  enabled: boolean;
  /** `gone`: it answered 410; `null` where it is enabled. */
  disabledReason: 'staff' | 'gone' | null;
  /** The former secret signs too until then, ISO 8601; `null`: there is none. */
  formerSecretUntil: string | null;
  /** Failures since the last success. */
  failures: number;
  /** After several failures nothing is posted until then, ISO 8601. */
  pausedUntil: string | null;
  /** ISO 8601; `null`: never. */
  lastSuccessAt: string | null;
  /** ISO 8601; `null`: never. */
  lastFailureAt: string | null;
  /** How many events wait or failed for good, counted up to 10,000. */
  pending: number;
  /** How many events failed for good, counted up to 10,000. */
  dead: number;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
}

/** Answer of `GET /api/admin/webhooks`. */
export interface EventEndpointList {
  /** Oldest first; empty without one. */
  items: EventEndpoint[];
}

/** Answer of `POST /api/admin/webhooks` and of a rotation: the secret is shown this once. */
export interface EventEndpointCreated extends EventEndpoint {
  /** `whsec_…` */
  secret: string;
}

/** Body of `POST /api/admin/webhooks`. */
export interface CreateEventEndpointRequest {
  /** https, at a public address, or a `host:port` that the operator allows. */
  url: string;
  /** For staff, at most 200 characters. Default: empty. */
  description?: string;
  /** Default: all. */
  types?: EventType[];
}

/** Body of `PUT /api/admin/webhooks/:id`; what is left out stays. */
export interface EventEndpointChanges {
  /** https, at a public address, or a `host:port` that the operator allows. */
  url?: string;
  /** For staff, at most 200 characters. */
  description?: string;
  /** Empty: all. */
  types?: EventType[];
  /** `false` stops posting; what waits is posted once it is `true` again. */
  enabled?: boolean;
}

/** Body of `POST /api/admin/webhooks/:id/rotate`. */
export interface RotateEventSecretRequest {
  /** How long the former secret signs too: 0 to 168, default 24. */
  overlapHours?: number;
}

/** What has become of an event at an endpoint. */
export const EVENT_DELIVERY_STATUSES = ['pending', 'delivered', 'dead'] as const;
/** One of `EVENT_DELIVERY_STATUSES`. */
export type EventDeliveryStatus = (typeof EVENT_DELIVERY_STATUSES)[number];

/** One event at one endpoint. */
export interface EventDelivery {
  /** The header `webhook-id`. */
  eventId: string;
  /** One of `EVENT_TYPES`. */
  type: EventType;
  /** The host's ticket; `null`: none. */
  ticketId: string | null;
  /** `pending` until it arrives, `dead` after a day of tries. */
  status: EventDeliveryStatus;
  /** Posts so far, the first one included. */
  tries: number;
  /** The last answer; `null`: none came. */
  httpStatus: number | null;
  /** Why the last try failed; `null`: it did not. */
  lastError: string | null;
  /** ISO 8601; `null` where it is not pending. */
  nextTryAt: string | null;
  /** When the fact was written, ISO 8601. */
  createdAt: string;
  /** Of the last try, ISO 8601. */
  updatedAt: string;
}

/** Answer of `GET /api/admin/webhooks/:id/deliveries`, newest first. */
export interface EventDeliveryPage {
  /** Newest first. */
  items: EventDelivery[];
  /** For the next page; `null`: this is the last. */
  nextCursor: string | null;
}

/** Body of `POST /api/admin/webhooks/:id/replay`: one event, or those of a range. */
export interface ReplayEventsRequest {
  /** The header `webhook-id` of one event. */
  eventId?: string;
  /** ISO 8601; from then, */
  since?: string;
  /** before then; default: now. */
  until?: string;
  /** `dead`: only what failed for good, the default of a range. `all`: everything that the endpoint wants, delivered or not. */
  which?: 'dead' | 'all';
}

/** Answer of a replay and of a test: how many events are due again. */
export interface EventsReplayed {
  /** How many events are due again. */
  events: number;
}
