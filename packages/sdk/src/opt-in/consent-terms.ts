import type { Translator } from '../translator.js';
import { formatCount } from './format-count.js';
import type { ConsentTerms } from './opt-in.js';

/** Raised whenever the meaning of the consent sentence changes in any language. */
export const CONSENT_VERSION = '1';
/** WhatsApp's customer service window. */
const SESSION_HOURS = 24;

/** The sentence to which the customer agrees by sending the message. */
export function consent({ t, locale }: Translator): string {
  return t('prompt.consent', { count: SESSION_HOURS, hours: formatCount(locale, SESSION_HOURS) });
}

export function consentTerms(translator: Translator): ConsentTerms {
  return { version: CONSENT_VERSION, locale: translator.locale, text: consent(translator) };
}
