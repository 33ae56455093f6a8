import type { NotificationType, NotifyRequest } from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import type { Words } from '../words/words.js';
import type { NotificationKind, Recipient } from './notification-store.js';
import { formatSmsMessage } from './sms-message.js';

/** What is to be said, in each channel's words; stored while a walk may go on, and no longer. */
export interface NoticeContent {
  dir: 'ltr' | 'rtl';
  title: string;
  text: string;
  smsText: string;
}

export interface Notice extends NoticeContent {
  organization: Organization;
  kind: NotificationKind;
  type: NotificationType | null;
  locale: string;
}

export interface NoticeWriter {
  write(organization: Organization, recipient: Recipient, request: NotifyRequest): Notice;
  /** A text of staff's or the host's own. */
  free(organization: Organization, recipient: Recipient, text: string): Notice;
}

export function createNoticeWriter(words: Words): NoticeWriter {
  const speak = (organization: Organization, recipient: Recipient, wanted?: string) => {
    const tag = [wanted, ...recipient.locales].find((one) => one !== undefined);
    const locale = words.closestLocale(tag, organization.defaultLocale);
    return { locale, dir: words.direction(locale) };
  };
  return {
    write(organization, recipient, request) {
      const { locale, dir } = speak(organization, recipient, request.locale);
      const { title, body } = words.notification({
        locale,
        type: request.type,
        params: request.params ?? {},
        ticketNumber: recipient.ticketNumber,
        departmentName: recipient.departmentName,
        companyName: organization.name,
      });
      const smsText = formatSmsMessage({
        phone: recipient.phone ?? '',
        ...(request.message !== undefined && { message: request.message }),
        notificationType: request.type,
        organizationId: organization.id,
        ticketId: request.ticketId,
        ticketNumber: recipient.ticketNumber,
        departmentName: recipient.departmentName,
      });
      const text = request.message?.trim() ? request.message : body;
      return { organization, kind: 'ticket', type: request.type, locale, dir, title, text, smsText };
    },
    free(organization, recipient, text) {
      const { locale, dir } = speak(organization, recipient);
      return { organization, kind: 'message', type: null, locale, dir, title: organization.name, text, smsText: text };
    },
  };
}
