import { CATALOGUES } from '../locales/catalogues.js';
import { closestLocale } from '../locales/locales.js';
import { createTranslator } from '../translator.js';
import type { OptIn, OptInOptions } from './opt-in.js';
import { createOptInController } from './opt-in-controller.js';

/**
 * The opt-in of one place on one page, in every language there is a catalogue for. Never throws: options that cannot lead
 * anywhere give the state `failed`, with the error.
 */
export function createOptIn(options: OptInOptions): OptIn {
  return createOptInController(options, (tags) => {
    const locale = closestLocale(tags) ?? 'en';
    return createTranslator(locale, CATALOGUES[locale]);
  });
}
