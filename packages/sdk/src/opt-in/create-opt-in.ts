import { CATALOGUES } from '../locales/catalogues.js';
import { closestLocale } from '../locales/locales.js';
import { createTranslator } from '../translator.js';
import type { OptIn, OptInOptions } from './opt-in.js';
import { createOptInController } from './opt-in-controller.js';

/**
 * Creates the opt-in of one place on one page, with the catalogues of all languages. Never throws: unusable options give the
 * state `failed`, with the error.
 */
export function createOptIn(options: OptInOptions): OptIn {
  return createOptInController(options, (tags) => {
    const locale = closestLocale(tags) ?? 'en';
    return createTranslator(locale, CATALOGUES[locale]);
  });
}
