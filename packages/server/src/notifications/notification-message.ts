import type { NotificationType, NotifyRequest } from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import { renderTemplate } from '../organizations/message-template.js';
import type { Translations } from '../translations/translations.js';
import type { NotificationKind, Recipient } from './notification-store.js';
import { formatSmsMessage } from './sms-message.js';

/** What is to be said, in each channel's words; stored while a walk may go on, and no longer. */
export interface NotificationContent {
  dir: 'ltr' | 'rtl';
  title: string;
  text: string;
  smsText: string;
}

export interface NotificationMessage extends NotificationContent {
  organization: Organization;
  kind: NotificationKind;
  type: NotificationType | null;
  locale: string;
}

export type WrittenMessage =
  { status: 'written'; notice: NotificationMessage } | { status: 'missing_value'; name: string };

export interface MessageWriter {
  /** `missing_value`: the organization's own text names a value that the request does not bring. */
  write(organization: Organization, recipient: Recipient, request: NotifyRequest): WrittenMessage;
  /** A text of staff's or the host's own. */
  free(organization: Organization, recipient: Recipient, text: string): NotificationMessage;
}

export function createMessageWriter(words: Translations): MessageWriter {
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
      const english = formatSmsMessage({
        phone: recipient.phone ?? '',
        ...(request.message !== undefined && { message: request.message }),
        notificationType: request.type,
        organizationId: organization.id,
        ticketId: request.ticketId,
        ticketNumber: recipient.ticketNumber,
        departmentName: recipient.departmentName,
      });
      const own = ownText(organization, recipient, request, locale);
      if (own?.status === 'missing_value') return own;
      const given = request.message?.trim() ? request.message : own?.text;
      const text = given ?? body;
      const smsText = given ?? (locale === 'en' ? english : body);
      const notice: NotificationMessage = {
        organization,
        kind: 'ticket',
        type: request.type,
        locale,
        dir,
        title,
        text,
        smsText,
      };
      return { status: 'written', notice };
    },
    free(organization, recipient, text) {
      const { locale, dir } = speak(organization, recipient);
      return { organization, kind: 'message', type: null, locale, dir, title: organization.name, text, smsText: text };
    },
  };
}

/** In the organization's own words, where it has some for this type and language. */
function ownText(organization: Organization, recipient: Recipient, request: NotifyRequest, locale: string) {
  const body = Object.hasOwn(recipient.templates, locale) ? recipient.templates[locale] : undefined;
  if (body === undefined || request.message?.trim()) return null;
  const { departmentName, ticketNumber } = recipient;
  return renderTemplate(body, { departmentName, ...request.params, ticketNumber, companyName: organization.name });
}
