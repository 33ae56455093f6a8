import { MESSAGE_STYLES, type MessageStyle } from '../contract/message-style.js';
import { errorMessage } from '../contract/error-messages.js';
import { OptInError, type OptInErrorCode } from '../contract/errors.js';
import { formatOptInCode } from '../contract/opt-in-code.js';
import { catalogueOf } from '../locales/catalogues.js';
import { createTranslator } from '../translator.js';
import { formatOptInMessage } from './opt-in-message.js';

/**
 * The pre-written message of an organization for a ticket; `parseOptInCode` finds the code in it again.
 *
 * @param organization - `messageStyle` @default 'brief'
 * @param options - `locale`: BCP 47, a regional tag finds its language, @default 'en'; `code`: any form of an opt-in code.
 * @throws OptInError `UNKNOWN_STYLE`, `UNKNOWN_LOCALE`; `MISSING_OPTION` where the organization or the ticket is missing.
 */
export function getPrewrittenMessage(
  organization: { name: string; messageStyle?: MessageStyle | null | undefined },
  ticket: { number: string },
  options?: { locale?: string | null | undefined; code?: string | null | undefined },
): string {
  if (!organization || !ticket) throw refusal('MISSING_OPTION', 'organization and ticket are needed.');
  const style = organization.messageStyle ?? 'brief';
  if (!MESSAGE_STYLES.includes(style)) {
    throw refusal('UNKNOWN_STYLE', `Found: ${shown(style)}. Known: ${MESSAGE_STYLES.join(', ')}.`);
  }
  const locale = options?.locale ?? 'en';
  const found = catalogueOf(locale);
  if (!found) throw refusal('UNKNOWN_LOCALE', `Found: ${shown(locale)}.`);
  const translator = createTranslator(found.locale, found.catalogue);
  const text = formatOptInMessage(translator, {
    style,
    companyName: String(organization.name ?? ''),
    ticketNumber: String(ticket.number ?? ''),
  });
  const code = options?.code;
  return code ? text + translator.t('message.reference', { code: formatOptInCode(code) }) : text;
}

function shown(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 32));
}

function refusal(code: OptInErrorCode, detail: string): OptInError {
  return new OptInError(code, errorMessage(code, detail));
}
