import type { Catalogue } from './catalogue.js';
import ar from './ar.js';
import en from './en.js';
import { closestLocale, type SupportedLocale } from './locales.js';

/** All catalogues; who imports this carries them all. A page that must not, imports one and calls `createTranslator`. */
export const CATALOGUES: Readonly<Record<SupportedLocale, Catalogue>> = { en, ar };

/** @returns the catalogue of the closest locale; `null` where the language has none. */
export function catalogueOf(locale: string): { locale: SupportedLocale; catalogue: Catalogue } | null {
  const found = closestLocale([locale]);
  return found && { locale: found, catalogue: CATALOGUES[found] };
}
