import type {
  MessageAction,
  MessageStyle,
  NotificationType,
  QuickReplies,
  RetentionKind,
} from '@whatsapp-optin/sdk/contract';

/** What the options say of a business; its row begins with it. */
export interface NewOrganization {
  id: string;
  name: string;
  /** E.164; `null` until one is set, and then WhatsApp is not enabled. */
  whatsappNumber: string | null;
  whatsappEnabled: boolean;
  messageStyle: MessageStyle;
  defaultLocale: string;
  /** IANA zone of the times in messages to customers. */
  timeZone: string;
}

/** A business, as its row stands. */
export interface Organization extends NewOrganization {
  /** Local times, `22:00`; `null`: no quiet hours. A start after the end is a night. */
  quietHours: { from: string; until: string } | null;
  /** Whether customers who still wait get a renewal notice before their session ends. */
  renewalEnabled: boolean;
  /** What a bare "cancel" means: the booking, which staff look after, or the messages. */
  cancelWords: 'staff' | 'stop';
  /** What customers can answer by one tap, by type; a type left out has none. */
  actions: Readonly<Partial<Record<NotificationType, MessageAction[]>>>;
  /** `leave` closes the ticket as `left`; else it is only reported. */
  leaveFreesTicket: boolean;
  /** Texts that staff answer with by one tap; a language left out has the built-in ones. */
  quickReplies: Readonly<QuickReplies>;
  /** `null`: the server's own limit. */
  smsDailyLimit: number | null;
  /** ISO 3166; `null`: the server's own list. */
  smsAllowedCountries: readonly string[] | null;
  /** Where it chose its own; the server's hold for what is left out. */
  retentionDays: Readonly<Partial<Record<RetentionKind, number>>>;
}

/** A text of the organization's own, with named placeholders in braces: `{ticketNumber}`. */
export interface MessageTemplate {
  type: NotificationType;
  locale: string;
  body: string;
}

export interface OrganizationStore {
  /** `null` where there is none. */
  find(organizationId: string): Promise<Organization | null>;
  /**
   * Makes the row where it is missing and leaves an existing one alone: after the first start the database wins. Only what
   * an SMS must rest on follows the operator at each start.
   */
  ensure(organization: NewOrganization, smsBasis: 'declared' | 'proven'): Promise<Organization>;
  /** Changes what is given. `null` where there is no such organization. */
  update(organizationId: string, changes: Partial<Omit<Organization, 'id'>>): Promise<Organization | null>;
  /** Whether the database has this time zone: its list may be older than Node's, or lack former names. */
  knowsTimeZone(name: string): Promise<boolean>;
  templates(organizationId: string): Promise<MessageTemplate[]>;
  /** `body: null` brings the built-in text back. */
  putTemplate(organizationId: string, template: Omit<MessageTemplate, 'body'> & { body: string | null }): Promise<void>;
}
