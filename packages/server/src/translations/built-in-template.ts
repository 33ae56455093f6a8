import type { NotificationType } from '@whatsapp-optin/sdk/contract';
import { formatNumber } from './moments.js';
import type { Translations } from './translations.js';

/**
 * Numbers that stand for a placeholder while the text is written. Of nobody at place 0 the text says how many are ahead; the
 * plural of 11 is the general one.
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
