import { CATALOGUES } from '../locales/catalogues.js';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import { learnWords } from './languages.js';
import { teach } from './words.js';

/** Gives the painter the words of every language at once: for a server, which renders in one go or not at all. */
export function learnAllWords(): void {
  for (const locale of SUPPORTED_LOCALES) if (locale !== 'en') teach(learnWords(locale, CATALOGUES[locale]));
}
