import type { AttemptStatus, DeliveryMethod, NotificationType, Reason, Tier } from '@whatsapp-optin/sdk/contract';
import type { Identity } from '../contacts/identity.js';
import type { PushSubscription } from '../providers/push-sender.js';

/** What a notification is sent for; `ticket` is the host's call, the others are ours. */
export type NotificationKind = 'ticket' | 'message' | 'welcome' | 'opt_out_confirmation';

/** Whom a ticket's notification can reach, read in one statement on the database's clock. Only the claim decides. */
export interface Recipient {
  ticketId: string | null;
  ticketNumber: string;
  departmentName: string | null;
  /** Best first. */
  locales: readonly string[];
  /** The phone that the organization's own server gave; the only one an SMS may go to. */
  phone: string | null;
  /** Bound by an opt-in code, else known by the ticket's phone. */
  contact: RecipientContact | null;
  /** Anybody behind this ticket has said STOP: no paid tier to the host's phone. */
  phoneOptedOut: boolean;
  pushSubscriptions: readonly PushSubscription[];
  /** The ticket page. */
  pageUrl: string | null;
}

export interface RecipientContact {
  id: string;
  identities: readonly Identity[];
  optedOut: boolean;
  /** Open beyond the margin. */
  sessionOpen: boolean;
}

export interface AttemptKey {
  organizationId: string;
  notificationId: string;
  attemptId: string;
}

/** `null` fields are left out of the document. */
export interface AttemptResult {
  status: AttemptStatus;
  reason: Reason | null;
  providerMessageId: string | null;
  errorCode: string | null;
}

export interface StoredAttempt extends AttemptResult {
  tier: Tier;
  late: boolean;
  at: Date;
}

export interface StoredNotification {
  id: string;
  kind: NotificationKind;
  type: NotificationType | null;
  success: boolean;
  settled: boolean;
  method: DeliveryMethod | null;
  reason: Reason | null;
  deliveredTo: string | null;
  attempts: readonly StoredAttempt[];
}

/** How a walk ended. */
export interface Settlement {
  success: boolean;
  method: DeliveryMethod;
  reason: Reason | null;
  deliveredTo: string | null;
  skips: readonly { tier: Tier; reason: Reason }[];
}

export interface NotificationStore {
  /** `null`: the organization has no such ticket. */
  loadTicketRecipient(organizationId: string, ticketId: string, window: Window): Promise<Recipient | null>;
  /** Somebody known by phone alone; `contact: null` where nobody is. */
  loadPhoneRecipient(organizationId: string, phone: string, window: Window): Promise<Recipient>;
  begin(input: {
    organizationId: string;
    notificationId: string;
    kind: NotificationKind;
    type: NotificationType | null;
    ticketId: string | null;
    contactId: string | null;
    locale: string;
  }): Promise<void>;
  claimPush(key: AttemptKey, provider: string): Promise<void>;
  /** One statement on the database's clock, under a lock that a STOP must wait for. `null`: claimed, else why not. */
  claimWhatsApp(key: AttemptKey, contactId: string, provider: string, window: Window): Promise<Reason | null>;
  /** Counts against the daily limit in the same statement. */
  claimSms(key: AttemptKey, sms: SmsClaim): Promise<Reason | null>;
  record(key: AttemptKey, result: AttemptResult): Promise<void>;
  settle(organizationId: string, notificationId: string, settlement: Settlement): Promise<void>;
  find(organizationId: string, notificationId: string): Promise<StoredNotification | null>;
  /** Attempts whose outcome was lost become `unknown`, and walks that a crash cut off are settled. @returns how many. */
  reconcileLost(): Promise<number>;
}

export interface Window {
  businessNumber: string | null;
  marginSeconds: number;
}

export interface SmsClaim {
  provider: string;
  phone: string;
  contactId: string | null;
  text: string;
  type: NotificationType;
  ticketId: string | null;
  dailyLimit: number;
  timeZone: string;
}
