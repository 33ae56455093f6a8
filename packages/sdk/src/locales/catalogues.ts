import type { Catalogue } from './catalogue.js';
import ar from './ar.js';
import bn from './bn.js';
import de from './de.js';
import en from './en.js';
import es from './es.js';
import fil from './fil.js';
import fr from './fr.js';
import hi from './hi.js';
import id from './id.js';
import ptBR from './pt-BR.js';
import tr from './tr.js';
import ur from './ur.js';
import { closestLocale, type SupportedLocale } from './locales.js';

/** All catalogues; who imports this carries them all. A page that must not, imports one and calls `createTranslator`. */
export const CATALOGUES: Readonly<Record<SupportedLocale, Catalogue>> = {
  en,
  ar,
  es,
  'pt-BR': ptBR,
  fr,
  de,
  tr,
  ur,
  hi,
  bn,
  id,
  fil,
};

/** @returns the catalogue of the closest locale; `null` where the language has none. */
export function catalogueOf(locale: string): { locale: SupportedLocale; catalogue: Catalogue } | null {
  const found = closestLocale([locale]);
  return found && { locale: found, catalogue: CATALOGUES[found] };
}
