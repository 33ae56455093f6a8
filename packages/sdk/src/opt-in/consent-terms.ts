import type { Translator } from '../translator.js';
import { consent } from './idle-view.js';
import type { ConsentTerms } from './opt-in.js';

/** Raised whenever the meaning of the consent sentence changes in any language. */
export const CONSENT_VERSION = '1';

export function consentTerms(translator: Translator): ConsentTerms {
  return { version: CONSENT_VERSION, locale: translator.locale, text: consent({ translator })[0] };
}
