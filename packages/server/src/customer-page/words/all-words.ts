import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { ar } from './ar.js';
import { bn } from './bn.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fil } from './fil.js';
import { fr } from './fr.js';
import { hi } from './hi.js';
import { id } from './id.js';
import type { PageWords } from './page-words.js';
import { ptBR } from './pt-BR.js';
import { tr } from './tr.js';
import { ur } from './ur.js';

/** One line a locale. */
export const PAGE_WORDS: Readonly<Record<SupportedLocale, PageWords>> = {
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
