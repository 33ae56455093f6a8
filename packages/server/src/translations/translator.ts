import type { SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { createInstance } from 'i18next';
import { ar } from './locales/ar.js';
import { bn } from './locales/bn.js';
import type { Catalogue, PlainKey, PluralKey } from './locales/catalogue.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { es } from './locales/es.js';
import { fil } from './locales/fil.js';
import { fr } from './locales/fr.js';
import { hi } from './locales/hi.js';
import { id } from './locales/id.js';
import { ptBR } from './locales/pt-BR.js';
import { tr } from './locales/tr.js';
import { ur } from './locales/ur.js';

/** One line a locale. One that the prompt speaks and the server does not is a type error. */
export const CATALOGUES = {
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
} as const satisfies Readonly<Record<SupportedLocale, Catalogue>>;
export type ServerLocale = keyof typeof CATALOGUES;

export type Values = Readonly<Record<string, string>>;

/** The texts of the catalogues with their placeholders filled; values come out as they go in. */
export interface Translator {
  say(locale: ServerLocale, key: PlainKey, values?: Values): string;
  /** `number` = `count` as it is shown. */
  sayCount(locale: ServerLocale, key: PluralKey, count: number, values: Values & { number: string }): string;
}

/** An i18next instance of our own: the host may have one too, with other settings. */
export function createTranslator(): Translator {
  const instance = createInstance();
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(Object.entries(CATALOGUES).map(([locale, translation]) => [locale, { translation }])),
    // Everything is in memory, so that the instance can speak at once.
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // WhatsApp shows plain text: an escaped name would show its `&amp;`. A name like `$t(critical)` stays a name.
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return {
    say: (locale, key, values) => instance.t(key, { ...values, lng: locale }),
    sayCount: (locale, key, count, values) => instance.t(key, { ...values, lng: locale, count }),
  };
}
