import type {
  CallTicketRequest,
  ContactErased,
  ContactExport,
  EventType,
  NotificationDocument,
  NotificationType,
  NotifyRequest,
  SessionStatusDocument,
  StaffTokenCreated,
  StaffTokenRequest,
  TicketCalledDocument,
} from '@whatsapp-optin/sdk/contract';
import type { DailyCount, UnsolicitedProof } from '../analytics/analytics-store.js';
import type { ChainCheck } from '../consents/consent-ledger.js';
import type { DeliveryService } from '../deliveries/delivery-service.js';
import type { InboundMessageNotice } from '../inbound/inbound-service.js';
import type { MessageActionNotice } from '../inbound/message-action-notice.js';
import type { SMSNotificationData } from '../notifications/sms-message.js';
import type { OptInService } from '../opt-ins/opt-in-service.js';
import type { DeadLetter } from '../dead-letters/dead-letter.js';
import type { RenewalStats } from '../renewals/renewal-store.js';
import type { EventListener } from '../outbox/event-listeners.js';
import type { SessionScope, WhatsAppSession } from '../sessions/whatsapp-session.js';
import type { TicketService } from '../tickets/ticket.js';

/**
 * Default: the only organization, and its own number. With several organizations, methods throw a `TypeError` without
 * it.
 */
export type OptionalScope = Partial<SessionScope>;

/** 24-hour sessions of customers. Phones are E.164 or a spelling of it. @throws {OptInError} `INVALID_PHONE_NUMBER`. */
export interface SessionsApi {
  /** Open beyond the margin and not opted out, on the database's clock. @throws {OptInError} `INVALID_PHONE_NUMBER`. */
  hasActiveSession(phone: string, scope?: OptionalScope): Promise<boolean>;
  /** The session of this person, open or over; `null` where there never was one. */
  getSession(phone: string, scope?: OptionalScope): Promise<WhatsAppSession | null>;
  /**
   * Status of this person; `hasActiveSession: false` and nulls for an unknown phone.
   * @throws {OptInError} `INVALID_PHONE_NUMBER`.
   */
  getStatus(phone: string, scope?: OptionalScope): Promise<SessionStatusDocument>;
  /**
   * Opens a session from a customer's own message that was accepted before; nothing else can. @throws {SessionRefusedError}
   */
  createSession(input: SessionInput, scope?: OptionalScope): Promise<WhatsAppSession>;
  /** The same as `createSession`: a later message of theirs extends the window. @throws {SessionRefusedError} */
  extendSession(input: SessionInput, scope?: OptionalScope): Promise<WhatsAppSession>;
  /** By staff, at once; a later message of the customer opens a new one. @returns whether one was open. */
  endSession(phone: string, scope?: OptionalScope): Promise<boolean>;
  /** Bookkeeping; nothing depends on it. @returns how many sessions were marked inactive. */
  cleanupExpiredSessions(): Promise<number>;
}

/** An accepted message of a customer, which opens or extends their session. */
export interface SessionInput {
  /** E.164, or a spelling of it; the sender of the message. */
  phone: string;
  /** Id of an inbound message, from `onInboundMessage`. */
  inboundMessageId: string;
  /** The host's ticket to bind to the session. Default: none. */
  ticketId?: string;
}

/** No accepted message of this person to this number, from the last 24 hours, has that id. */
export class SessionRefusedError extends Error {
  override readonly name = 'SessionRefusedError';
  readonly code = 'SESSION_REFUSED';
  constructor() {
    super(
      'A session needs an accepted inbound message of this very person from the last 24 hours, and a person who has ' +
        'not opted out. Pass the id that onInboundMessage gave.',
    );
  }
}

/** The ticket does not exist or is closed, or the text is too long. */
export class NotificationRefusedError extends Error {
  override readonly name = 'NotificationRefusedError';
  constructor(
    readonly code: 'UNKNOWN_TICKET' | 'TICKET_CLOSED' | 'TICKET_CALLED' | 'MESSAGE_TOO_LONG' | 'MISSING_PARAM',
    message: string,
  ) {
    super(message);
  }
}

/** Notifications by push, WhatsApp and SMS. A refused send is a result, not an error. */
export interface NotificationsApi {
  /**
   * Tries push, WhatsApp, SMS; the answer lists each attempt with its reason.
   *
   * @throws {NotificationRefusedError} @throws {TypeError} where there is no such type.
   */
  notify(input: NotifyInput): Promise<NotificationDocument>;
  /**
   * Notifies many at once, each as `notify` does it. The answer has one entry for each input, in its order. In the place of a
   * refused input stands a `NotificationRefusedError`; any other `Error` says that the server failed at this one, whose
   * outcome is then unknown. `[]` for no input.
   *
   * @throws {TypeError} where an input must name its organization, or there is no such type.
   * @throws {Error} where the server failed at all of them.
   */
  notifyMany(inputs: readonly NotifyInput[]): Promise<(NotificationDocument | Error)[]>;
  /** The same as `notify`. */
  sendNotification(input: NotifyInput): Promise<NotificationDocument>;
  /** One WhatsApp text, only inside the person's session. @throws {OptInError} `INVALID_PHONE_NUMBER`. */
  sendWhatsAppNotification(phone: string, message: string, ticketId?: string): Promise<NotificationDocument>;
  /** What `notify` would do now; sends nothing. @throws {NotificationRefusedError} */
  explain(input: NotifyInput): Promise<NotificationDocument>;
  /** `null` where there is none. */
  get(id: string, scope?: OptionalScope): Promise<NotificationDocument | null>;
}

/** One notification about one ticket. `organizationId` may be left out where there is one organization. */
export type NotifyInput = NotifyRequest & { organizationId?: string };

/** SMS outside a notification, under the same rules as the SMS tier. */
export interface SmsApi {
  /**
   * One SMS to `phone` under the rules of the third tier: types, opt-out, countries, daily limit, quiet hours. Never throws
   * for a refusal. `cost`: cents, estimated by the segments; absent where no price is known (`sms.centsPerSegment`).
   */
  sendSMS(data: SMSNotificationData): Promise<{ success: boolean; messageId?: string; cost?: number; error?: string }>;
  /** Whether the settings allow SMS for this type. Does not check consent, country or daily limit. */
  shouldSendSMS(type: NotificationType): boolean;
  /** The English text that `sendSMS` sends; `message` itself where it is not blank. */
  formatSMSMessage(data: SMSNotificationData): string;
}

/** The host's tickets: create, update and find them, and issue tokens for browsers. */
export interface TicketsApi extends Pick<TicketService, 'upsert' | 'find'> {
  /**
   * Marks the ticket `called`, sends it `your_turn`, and `almost_your_turn` to the next waiting tickets of its department: to
   * two by default, at most ten. Another call sends `your_turn` again; `almost_your_turn` goes once to a ticket.
   * @throws {NotificationRefusedError}
   */
  call(ticketId: string, input?: CallTicketRequest & { organizationId?: string }): Promise<TicketCalledDocument>;
  /** A ticketToken for a browser, an hour by default. @throws {RangeError} for more than 31 days. */
  createToken(ticketId: string, options?: { organizationId?: string; expiresInSeconds?: number }): Promise<string>;
}

export interface AnalyticsApi {
  /** How many WhatsApp messages were sent, and how many without a message of the customer before: 0, with its query. */
  proof(scope?: OptionalScope): Promise<UnsolicitedProof>;
  /** Renewal notices of the last days, 30 by default, and how many sessions they renewed. */
  renewals(scope?: OptionalScope, sinceDays?: number): Promise<RenewalStats>;
  /** Opt-ins, messages, consents and notifications by day, of the last 30 days by default. */
  dailyCounts(scope?: OptionalScope, sinceDays?: number): Promise<DailyCount[]>;
  /** Checks the chain of consents from its beginning. */
  verifyConsents(scope?: OptionalScope): Promise<ChainCheck>;
}

export interface DeadLettersApi {
  /** Oldest first, at most 100. */
  list(scope?: OptionalScope): Promise<DeadLetter[]>;
  /** Makes it due again, with all its tries. `false`: no dead letter of this kind has this id. */
  retry(kind: DeadLetter['kind'], id: string, scope?: OptionalScope): Promise<boolean>;
}

export interface ContactsApi {
  /**
   * Erases a person from every table; counts stay. A keyed hash of the phone stays too: nothing is sent to it until the
   * person writes again. `person` is a phone, the id of a contact, or a user id of WhatsApp; contacts that are linked to
   * it are erased, too. `null`: nobody of that name is known. @throws {OptInError} `INVALID_PHONE_NUMBER`.
   */
  erase(person: string, scope?: OptionalScope): Promise<ContactErased | null>;
  /**
   * Everything held of a person and of all linked contacts, by table, named as for `erase`; changes nothing. `null`:
   * nobody of that name is known. @throws {OptInError} `INVALID_PHONE_NUMBER`.
   */
  export(person: string, scope?: OptionalScope): Promise<ContactExport | null>;
}

export interface StaffApi {
  /** A short-lived Bearer token for the admin routes, for a dashboard in the host's own pages; an admin key never leaves the server. */
  createToken(input?: StaffTokenRequest & { organizationId?: string }): Promise<StaffTokenCreated>;
}

/**
 * The server: its HTTP API, and the same services as methods. A method that needs the database starts the server where it
 * is not started, and rejects after `close()`. Listeners may be added before the start.
 */
export interface WhatsAppOptIn {
  /** The whole HTTP API. Answers 503 before `start()` and after `close()`. */
  fetch(request: Request, info?: { remoteAddress?: string | undefined }): Promise<Response>;
  /** 24-hour sessions of customers. */
  readonly sessions: SessionsApi;
  /** Notifications by push, WhatsApp and SMS. */
  readonly notifications: NotificationsApi;
  /** SMS outside a notification. */
  readonly sms: SmsApi;
  /** Opt-ins that browsers start; the service behind `/api/opt-ins`. */
  readonly optIns: OptInService;
  /** Statuses that the host's own accounts report; vendors' come by their webhooks. */
  readonly deliveries: Pick<DeliveryService, 'report'>;
  /** The host's tickets, and tokens for browsers. */
  readonly tickets: TicketsApi;
  /** Daily counts, renewals, and the proof that no message was unsolicited. */
  readonly analytics: AnalyticsApi;
  /** Work that failed too often to be tried again without an order. */
  readonly deadLetters: DeadLettersApi;
  /** Erasure and export of a person. */
  readonly contacts: ContactsApi;
  /** Short-lived tokens for dashboards of the host. */
  readonly staff: StaffApi;
  /**
   * Calls `listener` with each event of this type: of all organizations, at least once, in order per ticket. Of several
   * processes that listen to a type, one gets an event. What happens while none runs waits for an hour. The event is done once
   * the listener has returned or thrown; an error is logged. @returns unsubscribe.
   *
   * @throws {TypeError} where there is no such type.
   */
  on<Type extends EventType>(type: Type, listener: EventListener<Type>): () => void;
  /** Calls `listener` with each message of a customer, after it is stored. @returns unsubscribe. */
  onInboundMessage(listener: (message: InboundMessageNotice) => void | Promise<void>): () => void;
  /** Calls `listener` with each answer by one tap, once, after it is stored. @returns unsubscribe. */
  onMessageAction(listener: (action: MessageActionNotice) => void | Promise<void>): () => void;
  /**
   * Opens the database, migrates it, starts the jobs. Idempotent.
   * @throws {Error} where the database cannot be opened.
   */
  start(): Promise<void>;
  /** Ends streams and jobs, closes the database. Idempotent. */
  close(): Promise<void>;
}
