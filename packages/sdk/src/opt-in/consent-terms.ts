import type { Translator } from '../translator.js';
import { formatCount } from './format-count.js';
import type { ConsentTerms } from './opt-in.js';
import { isShared, type OptInDisplay } from './opt-in-display.js';

/** Raised whenever the meaning of the consent sentence changes in any language. */
export const CONSENT_VERSION = '1';
/** WhatsApp's customer service window. */
const SESSION_HOURS = 24;

/** The consent sentence of this display: the customer agrees to it by sending the message. */
export function consent({ t, locale }: Translator, display: OptInDisplay | undefined): string {
  const first = t(isShared(display) ? 'qr.consentFirst' : 'prompt.consentFirst');
  return `${first} ${t('prompt.consent', { count: SESSION_HOURS, hours: formatCount(locale, SESSION_HOURS) })}`;
}

export function consentTerms(translator: Translator, display: OptInDisplay | undefined): ConsentTerms {
  return { version: CONSENT_VERSION, locale: translator.locale, text: consent(translator, display) };
}
