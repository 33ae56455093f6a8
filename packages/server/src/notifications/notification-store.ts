import type {
  AttemptStatus,
  DeliveryMethod,
  NotificationType,
  Reason,
  Tier,
  Basis,
} from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import type { Identity } from '../providers/identity.js';
import type { PushSubscription } from '../providers/push-sender.js';
import type { AnsweredMessage, NotificationContent } from './notification-message.js';
import type { ActionOffer } from './offered-actions.js';
import type { SendingTier } from './tiers.js';

/** What a notification is sent for; `ticket` is the host's call, the others are ours. */
export type NotificationKind =
  'ticket' | 'message' | 'welcome' | 'opt_out_confirmation' | 'stop_question' | 'staff_reply';

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
  /** The vendor has blocked our number for a while. */
  channelPaused: boolean;
  /** It is quiet hours where the organization is. */
  quiet: boolean;
  /** The person has paused on their own page: every tier waits, whatever the type. */
  paused: boolean;
  /** The organization's own texts of this type, by locale. */
  templates: Readonly<Record<string, string>>;
}

export interface RecipientContact {
  id: string;
  identities: readonly Identity[];
  /** A STOP that is still in doubt counts. */
  optedOut: boolean;
  /** The vendor said lately that WhatsApp does not reach this person, who has written nothing since. */
  unreachable: boolean;
  /** Open beyond the margin. */
  sessionOpen: boolean;
}

export interface AttemptKey {
  organizationId: string;
  notificationId: string;
  attemptId: string;
  /** 1 for the first try of a tier. */
  number: number;
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
  basis: Basis | null;
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

/** How one run ended. */
export interface RunProgress {
  success: boolean;
  method: DeliveryMethod;
  reason: Reason | null;
  deliveredTo: string | null;
  skips: readonly { tier: SendingTier; reason: Reason; number: number }[];
  settled: boolean;
  /** What can still be tried: after the tier waited for, or after the one that is tried again. */
  tiersLeft: readonly SendingTier[];
  /** `null`: nothing is waited for. */
  waiting: { tier: SendingTier; for: 'sent' | 'delivered' } | null;
  /** Delay until the run continues by itself; `null` with nothing to wait for. */
  dueInMs: number | null;
}

/** A run that this process alone has claimed. */
export interface ClaimedRun {
  organizationId: string;
  notificationId: string;
  version: number;
  kind: NotificationKind;
  type: NotificationType | null;
  ticketId: string | null;
  locale: string;
  /** `null`: deleted, because the deadline is over. */
  content: NotificationContent | null;
  tiersLeft: readonly SendingTier[];
  /** Past its deadline: nothing more is sent. */
  expired: boolean;
}

/** A run whose time has come. */
export interface DueRun extends ClaimedRun {
  /** What it waited for until then; `null`: the time of another try. */
  waitingTier: SendingTier | null;
}

/** A run that a status continues. */
export interface FailedRun {
  organizationId: string;
  notificationId: string;
  version: number;
  /** The status failed this tier: the run continues after it. `null`: all that is left is decided again. */
  failedTier: SendingTier | null;
}

export interface RunState {
  version: number;
  settled: boolean;
  method: DeliveryMethod | null;
  waitingTier: SendingTier | null;
  waitingFor: 'sent' | 'delivered' | null;
}

/** A notification that begins. */
export interface NewRun {
  organizationId: string;
  notificationId: string;
  kind: NotificationKind;
  type: NotificationType | null;
  ticketId: string | null;
  contactId: string | null;
  locale: string;
  content: NotificationContent;
  answers?: AnsweredMessage | null;
  tiers: readonly SendingTier[];
  deadlineSeconds: number;
}

/** Calls of one method that come at once go together in one statement, each with a result of its own. */
export interface NotificationStore {
  /** `recipient: null`: the organization has no such ticket. `null`: there is no such organization. */
  loadTicketRecipient(
    organizationId: string,
    ticketId: string,
    type: NotificationType | null,
    marginSeconds: number,
  ): Promise<{ organization: Organization; recipient: Recipient | null } | null>;
  /** A person known by phone alone; `contact: null` where the phone is unknown. */
  loadPhoneRecipient(organizationId: string, phone: string, window: Window): Promise<Recipient>;
  /** `null`: the organization has no such message. Its sender wrote, so that an erasure since does not block the answer. */
  loadMessageSender(organizationId: string, messageId: string, window: Window): Promise<Recipient | null>;
  /** `false`: this id is stored already. */
  begin(run: NewRun): Promise<boolean>;
  /**
   * `null`: claimed, else the reason. A claim is refused past the deadline, and if this try was made already.
   *
   * @param begins - the run that begins with this attempt; `stored_before`: its id is stored already. Default: it has begun.
   */
  claimPush(key: AttemptKey, provider: string, begins?: NewRun | null): Promise<Reason | 'stored_before' | null>;
  /** One statement on the database's clock, under a lock that a STOP must wait for. */
  claimWhatsApp(
    key: AttemptKey,
    contactId: string,
    provider: string,
    claim: Window & { offer?: ActionOffer | null },
  ): Promise<Reason | null>;
  /** Counts against the daily limit in the same statement; `usedToday` with a claim that held. A refused send is given back by `record`. */
  claimSms(key: AttemptKey, sms: SmsClaim): Promise<{ refused: Reason | null; usedToday: number | null }>;
  /** @returns the attempt's status by now, which a webhook may have moved on already, and whether statuses wait for its id. */
  record(
    key: AttemptKey,
    result: AttemptResult,
    provider: string,
  ): Promise<{ status: AttemptStatus; statusesWait: boolean }>;
  /** @returns the notification as it stands by then. `null`: another process has overtaken this run. */
  saveProgress(
    organizationId: string,
    notificationId: string,
    step: number,
    progress: RunProgress,
  ): Promise<StoredNotification | null>;
  /** Claims a run that a status continues, settled or not. `null`: another process was first. */
  claimRun(organizationId: string, notificationId: string, step: number): Promise<ClaimedRun | null>;
  /** Claims due runs for this process, those of the organizations named here left out. */
  takeDue(limit: number, except: readonly string[]): Promise<DueRun[]>;
  getRun(organizationId: string, notificationId: string): Promise<RunState | null>;
  /** The awaited status came: settled for good. `false`: a timer was quicker. */
  confirm(organizationId: string, notificationId: string, step: number, tier: SendingTier): Promise<boolean>;
  /** The run failed: due again later, a dead letter after some failures. */
  failRun(organizationId: string, notificationId: string, errorName: string): Promise<void>;
  markUnacknowledged(organizationId: string, notificationId: string): Promise<void>;
  /** The attempts of a run whose lease is over: what is still claimed becomes `unknown`. */
  markLost(organizationId: string, notificationId: string): Promise<void>;
  find(organizationId: string, notificationId: string): Promise<StoredNotification | null>;
  /** Attempts whose outcome was lost become `unknown`. @returns how many. */
  reconcileLost(): Promise<number>;
  forgetContent(): Promise<void>;
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
  /** `false`: there is no turn at the vendor, so that nothing is sent. */
  isCounted: boolean;
  timeZone: string;
  segments: number;
  /** `null`: unknown, never 0. */
  estimatedCents: number | null;
}
