import type { NotificationType } from '@whatsapp-optin/sdk/contract';

/** Locales in which the server itself speaks. */
export const SERVER_LOCALES = ['en', 'ar'] as const;
export type ServerLocale = (typeof SERVER_LOCALES)[number];

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
  ticketNumber: string | null;
}

export interface NotificationWordsInput {
  locale: string;
  type: NotificationType;
  /** `position`, `waitMinutes`, `minutesLeft`, `counter`; each may be missing, and others are ignored. */
  params: Readonly<Record<string, string | number>>;
  ticketNumber: string;
  departmentName: string | null;
  companyName: string;
}

/** What the server says to customers. Takes any BCP 47 tag and speaks the closest locale. */
export interface Words {
  /** The closest locale that the server speaks; `fallback`, itself made one, where none is close. @default fallback 'en' */
  closestLocale(tag: string | null | undefined, fallback?: string): ServerLocale;
  direction(locale: string): 'ltr' | 'rtl';
  /** First reply in a session. Always names how to stop. */
  welcome(input: WelcomeInput): string;
  /** The one confirmation after STOP. */
  optOutConfirmation(input: { locale: string; companyName: string }): string;
  /** `title` for push; `body` stands on its own, so that WhatsApp sends the body alone. */
  notification(input: NotificationWordsInput): { title: string; body: string };
}
