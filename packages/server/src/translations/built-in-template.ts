import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import { formatNumber } from './moments.js';
import type { Translations } from './translations.js';

/**
 * The number that is put in for a value, and then replaced by its name in braces. At place 0 no text says how many are ahead. The
 * plural of 11 is the general one in every language.
 */
const STAND_INS: Readonly<Partial<Record<NotificationType, readonly [name: string, value: number]>>> = {
  position_update: ['position', 0],
  session_expiring: ['minutesLeft', 11],
};

/**
 * The built-in text of a notification with its values in braces, as staff edit it. What the built-in text says only where a value
 * is known is left out: a template whose value is missing is refused.
 *
 * @param locale - any tag; the nearest language is taken
 */
export function builtInTemplate(
  { notification, closestLocale }: Pick<Translations, 'notification' | 'closestLocale'>,
  { type, locale: tag }: { type: NotificationType; locale: string },
): string {
  const locale = closestLocale(tag, 'en');
  const [name, value] = STAND_INS[type] ?? ['', 0];
  const { body } = notification({
    ...{ locale, type, params: name === '' ? {} : { [name]: value }, departmentName: null },
    ...{ ticketNumber: '{ticketNumber}', companyName: '{companyName}' },
  });
  return name === '' ? body : body.replace(formatNumber(locale, value), `{${name}}`);
}
