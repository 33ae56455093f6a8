import type { NotificationType, NotifyRequest } from '@whatsapp-optin/sdk/contract';
import type { Organization } from '../organizations/organization.js';
import { renderTemplate } from '../organizations/message-template.js';
import type { Translations } from '../translations/translations.js';
import type { OfferedActions } from './offered-actions.js';
import type { NotificationKind, Recipient } from './notification-store.js';
import { formatSmsMessage } from './sms-message.js';

/** The texts of one notification, by channel. Stored only while a run may continue. */
export interface NotificationContent {
  dir: 'ltr' | 'rtl';
  title: string;
  text: string;
  smsText: string;
  /** What the customer can answer by one tap on WhatsApp. Default: nothing. */
  actions?: OfferedActions;
}

/** The customer's message that staff answer, and who does. */
export interface AnsweredMessage {
  messageId: string;
  writtenBy: string;
}

export interface NotificationMessage extends NotificationContent {
  organization: Organization;
  kind: NotificationKind;
  type: NotificationType | null;
  locale: string;
  answers?: AnsweredMessage;
}

export type WrittenMessage =
  { status: 'written'; message: NotificationMessage } | { status: 'missing_value'; name: string };

export interface MessageWriter {
  /** `missing_value`: the organization's template needs a value that the request does not have. */
  write(organization: Organization, recipient: Recipient, request: NotifyRequest): WrittenMessage;
  /** A text that staff or the host wrote. */
  free(organization: Organization, recipient: Recipient, text: string): NotificationMessage;
}

export function createMessageWriter(translations: Translations): MessageWriter {
  const speak = (organization: Organization, recipient: Recipient, wanted?: string) => {
    const tag = [wanted, ...recipient.locales].find((one) => one !== undefined);
    const locale = translations.closestLocale(tag, organization.defaultLocale);
    return { locale, dir: translations.direction(locale) };
  };
  return {
    write(organization, recipient, request) {
      const { locale, dir } = speak(organization, recipient, request.locale);
      const { title, body } = translations.notification({
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
      const actions = request.actions ?? organization.actions[request.type] ?? [];
      const message: NotificationMessage = {
        organization,
        kind: 'ticket',
        type: request.type,
        locale,
        dir,
        title,
        text,
        smsText,
        ...(actions.length > 0 && { actions: translations.actions({ locale, actions }) }),
      };
      return { status: 'written', message };
    },
    free(organization, recipient, text) {
      const { locale, dir } = speak(organization, recipient);
      return { organization, kind: 'message', type: null, locale, dir, title: organization.name, text, smsText: text };
    },
  };
}

/** The organization's template for this type and language; `null` where it has none. */
function ownText(organization: Organization, recipient: Recipient, request: NotifyRequest, locale: string) {
  const body = Object.hasOwn(recipient.templates, locale) ? recipient.templates[locale] : undefined;
  if (body === undefined || request.message?.trim()) return null;
  const { departmentName, ticketNumber } = recipient;
  return renderTemplate(body, { departmentName, ...request.params, ticketNumber, companyName: organization.name });
}
