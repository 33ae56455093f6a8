import type { MessageAction, NotificationType } from '@whatsapp-optin/sdk/contract';
import type { ServerLocale } from './translator.js';

export interface WelcomeInput {
  locale: string;
  companyName: string;
  /** Length of the session. */
  hours: number;
  /** End of the session. */
  activeUntil: Date;
  /** IANA zone of the organization. */
  timeZone: string;
  ticketPageUrl: string | null;
  /** Address of the customer's own page. */
  ownPageUrl: string | null;
  ticketNumber: string | null;
}

export interface NotificationWordsInput {
  locale: string;
  type: NotificationType;
  /**
   * `position` (1 = next), `waitMinutes`, `minutesLeft`, `departmentName`. Each may be missing or no number: the text
   * then does without. Others are ignored.
   */
  params: Readonly<Record<string, string | number>>;
  ticketNumber: string;
  departmentName: string | null;
  companyName: string;
}

/** What the server says to customers. Takes any BCP 47 tag and speaks the closest locale. */
export interface Translations {
  /** The closest locale that the server speaks, else the closest of `fallback`, else `en`. */
  closestLocale(tag: string | null | undefined, fallback?: string): ServerLocale;
  direction(locale: string): 'ltr' | 'rtl';
  /** First reply in a session. Always names how to stop. @throws {RangeError} for a zone that does not exist. */
  welcome(input: WelcomeInput): string;
  /** The one confirmation after STOP. */
  optOutConfirmation(input: { locale: string; companyName: string }): string;
  /** After a message that may ask for a stop: the word that does. */
  stopQuestion(input: { locale: string; companyName: string }): string;
  /** The label of each action, at most 20 UTF-16 units, and one line that offers them by number. */
  actions(input: { locale: string; actions: readonly MessageAction[] }): {
    choices: { action: MessageAction; label: string }[];
    numbered: string;
  };
  /** What staff may answer with by one tap, in every language. */
  quickReplies(): Record<ServerLocale, string[]>;
  /** `title` for push; `body` stands on its own, so that WhatsApp sends the body alone. */
  notification(input: NotificationWordsInput): { title: string; body: string };
}
