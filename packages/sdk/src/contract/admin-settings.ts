import type { MessageStyle } from './message-style.js';
import type { MessageAction, NotificationType } from './notifications.js';

/** What is kept for a number of days: see `RetentionSettings`. */
export const RETENTION_KINDS = ['messages', 'funnel', 'statuses', 'customers', 'notifications', 'audit'] as const;
/** One of `RETENTION_KINDS`. */
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/**
 * Days. `messages`: what customers wrote, and texts of SMS. `funnel`: opt-ins and their steps, then counts. `statuses`:
 * vendors' reports. `customers`: names and phones in ended sessions, closed tickets and deliveries; reactions. `notifications`: notifications
 * with their attempts, and the sessions, tickets and message keys behind them. `audit`: what staff did.
 */
export type RetentionSettings = Record<RetentionKind, number>;

/** Short texts by language, one of the twelve: at most `MAX_QUICK_REPLIES` of at most `MAX_QUICK_REPLY_LENGTH` characters. */
export type QuickReplies = Record<string, string[]>;
/** Quick replies of one language. */
export const MAX_QUICK_REPLIES = 8;
/** Characters of one quick reply. */
export const MAX_QUICK_REPLY_LENGTH = 200;

/** `GET /api/admin/organization`. */
export interface OrganizationDocument {
  /** The organization's id. */
  id: string;
  /** What customers read. */
  name: string;
  /** E.164; `null` until it is set. */
  whatsappNumber: string | null;
  /** While `false`, opt-ins answer `WHATSAPP_DISABLED`. */
  whatsappEnabled: boolean;
  /** The pre-written message of its prompts. */
  messageStyle: MessageStyle;
  /** BCP 47 tag of messages to customers whose language is not known. */
  defaultLocale: string;
  /** IANA zone of its days and quiet hours. */
  timeZone: string;
  /** Local times, `22:00`; `null`: none. */
  quietHours: { from: string; until: string } | null;
  /** Sends one notice before a session ends. */
  renewalEnabled: boolean;
  /** What a bare "cancel" means: the booking, which staff look after, or the messages. */
  cancelWords: 'staff' | 'stop';
  /** What customers can answer by one tap, by type; a type left out has none. Changed as a whole. */
  actions: Partial<Record<NotificationType, MessageAction[]>>;
  /** `leave` closes the ticket as `left`; else it is only reported. */
  leaveFreesTicket: boolean;
  /** Texts that staff answer with by one tap, by the customer's language. Changed as a whole; a language left out has the built-in ones. */
  quickReplies: QuickReplies;
  /** The built-in ones, in every language. */
  builtInQuickReplies: QuickReplies;
  /** `null`: the server's own. */
  smsDailyLimit: number | null;
  /** ISO 3166-1 alpha-2; `null`: the server's own. */
  smsAllowedCountries: string[] | null;
  /** Texts in place of the built-in ones, by type and locale. */
  templates: { type: NotificationType; locale: string; body: string }[];
  /** As they hold, the organization's own or the server's. */
  retentionDays: RetentionSettings;
  /** The server's own, for what `null` brings back. */
  defaultRetentionDays: RetentionSettings;
}

/** `PUT /api/admin/organization`: what is left out stays; the answer is the document. */
export interface OrganizationChanges extends Partial<
  Omit<OrganizationDocument, 'id' | 'templates' | 'retentionDays' | 'defaultRetentionDays' | 'builtInQuickReplies'>
> {
  /** `body: null` brings the built-in text back. */
  templates?: { type: NotificationType; locale: string; body: string | null }[];
  /** 1 to 3650 each; `null` brings the server's own back. */
  retentionDays?: Partial<Record<RetentionKind, number | null>>;
}

/** Answer of `GET /api/admin/organization/built-in-text?type=your_turn&locale=en`. */
export interface BuiltInText {
  /** With its values in braces: `It's your turn! Ticket: {ticketNumber}.` */
  body: string;
}

/** `POST /api/admin/organization/preview`: a text as a customer would read it. */
export interface TemplatePreviewRequest {
  /** The template. */
  body: string;
  /** Values of placeholders. @default sample values */
  values?: Record<string, string | number>;
}
/** Answer of `POST /api/admin/organization/preview`. */
export interface TemplatePreview {
  /** The text, its placeholders filled. */
  text: string;
}

/** `GET /api/admin/sms`. */
export interface SmsSettingsDocument {
  /** While `false`, no SMS is sent at all. */
  enabled: boolean;
  /** `twilio` or `sns`; `null` while SMS is off. */
  provider: string | null;
  /** The sender: a number or a name. */
  from: string | null;
  /** SMS is the tier after WhatsApp. */
  fallbackEnabled: boolean;
  /** Sends `your_turn` and `critical` alone. */
  criticalOnly: boolean;
  /** SMS a day at most. */
  dailyLimit: number;
  /** ISO 3166. */
  allowedCountries: string[];
  /** SMS that count towards the limit of today. */
  usedToday: number;
  /** Costs in cents. */
  last30Days: {
    messages: number;
    segments: number;
    costCents: number;
    estimatedCostCents: number;
    /** Messages whose cost is not known; never counted as 0. */
    unknownCost: number;
  };
}

/** `PUT /api/admin/sms`: `null` brings the server's own setting back. */
export interface SmsChanges {
  /** As the environment sets it; another value is refused. */
  enabled?: boolean;
  /** As the environment sets it; another value is refused. */
  fallbackEnabled?: boolean;
  /** As the environment sets it; another value is refused. */
  criticalOnly?: boolean;
  /** SMS a day at most. */
  dailyLimit?: number | null;
  /** ISO 3166-1 alpha-2. */
  allowedCountries?: string[] | null;
}

/** `POST /api/admin/sms/test`: one SMS to a number of the staff's own, under the same rules as any. */
export interface SmsTestRequest {
  /** E.164. */
  phone: string;
}
/** Answer of `POST /api/admin/sms/test`. */
export interface SmsTestAnswer {
  /** The vendor has accepted it. */
  success: boolean;
  /** A reason of the closed list, where it was refused. */
  reason: string | null;
  /** The vendor's id of the message; `null` if it was refused. */
  providerMessageId: string | null;
  /** In cents, by the segments; `null` where no price is known. */
  estimatedCostCents: number | null;
}

/** 200 of `DELETE /api/contacts/:phone`. 404 where nobody of that phone is known. */
export interface ContactErased {
  /** The pseudonyms that stay behind in consents and counts, and lead nowhere now. */
  contactIds: string[];
  /** Rows that were deleted or emptied of the person, by table. */
  erased: Record<string, number>;
  /** A keyed hash of the phone is kept: nothing is sent to it until the person writes again. */
  blocked: true;
  /** ISO 8601. */
  erasedAt: string;
}

/** 200 of `GET /api/contacts/:phone/export`, and of the download on the customer's own page. 404 where nobody of that name is known. */
export interface ContactExport {
  /** ISO 8601. */
  exportedAt: string;
  /** Who holds it. */
  organizationId: string;
  /** All linked contacts of the person. */
  contactIds: string[];
  /** Every row of the person, by table; without what opens something. */
  tables: Record<string, Record<string, unknown>[]>;
  /** Tables that hold more rows than the 5,000 of the export. */
  cut: string[];
}

/** What a staff stream can say has changed: ask for it again. */
export const LIVE_TOPICS = ['sessions', 'inbound', 'notifications', 'settings', 'tickets'] as const;
/** One of `LIVE_TOPICS`. */
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/**
 * `GET /api/admin/stream`: server-sent events. First `event: ready`, then `event: change`, each with an id; sent back as
 * `Last-Event-ID`, `ready` names what changed meanwhile; else its topics are empty. It ends after ten minutes: come again.
 */
export interface LiveChange {
  /** What has changed. */
  topics: LiveTopic[];
}
