import type { Catalogue } from '../locales/catalogue.js';
import { FIRST_ENGLISH } from '../locales/first-words.js';
import { closestLocale, type SupportedLocale } from '../locales/locales.js';
import { createTranslator, type Translator } from '../translator.js';

/** A page loads one language beside English, whose rest comes with what needs it. */
const LOADERS: Readonly<Record<Exclude<SupportedLocale, 'en'>, () => Promise<{ default: Catalogue }>>> = {
  ar: () => import('../locales/ar.js'),
  es: () => import('../locales/es.js'),
  'pt-BR': () => import('../locales/pt-BR.js'),
  fr: () => import('../locales/fr.js'),
  de: () => import('../locales/de.js'),
  tr: () => import('../locales/tr.js'),
  ur: () => import('../locales/ur.js'),
  hi: () => import('../locales/hi.js'),
  bn: () => import('../locales/bn.js'),
  id: () => import('../locales/id.js'),
  fil: () => import('../locales/fil.js'),
};

let english = createTranslator('en', FIRST_ENGLISH as unknown as Catalogue);
const translators = new Map<SupportedLocale, Translator>();

/** In the first of these BCP 47 tags that has words, once they are loaded; else in English. */
export function wordsFor(tags: readonly string[]): Translator {
  return translators.get(localeFor(tags)) ?? english;
}

/** Whether `wordsFor` speaks as it finally will. */
export function hasWordsFor(tags: readonly string[]): boolean {
  const locale = localeFor(tags);
  return locale === 'en' || translators.has(locale);
}

/** Never rejects: where the words do not come, English stands in for them until the page is loaded anew. */
export async function loadWordsFor(tags: readonly string[]): Promise<void> {
  const locale = localeFor(tags);
  if (locale === 'en' || translators.has(locale)) return;
  await loadCatalogue(locale).then(
    (catalogue) => learnWords(locale, catalogue),
    () => translators.set(locale, english),
  );
}

/** The words of one language, from a file of its own. */
export async function loadCatalogue(locale: Exclude<SupportedLocale, 'en'>): Promise<Catalogue> {
  return (await LOADERS[locale]()).default;
}

/** Words that the page has by other means: on a server, or imported by the host beside the painter. */
export function learnWords(locale: SupportedLocale, catalogue: Catalogue): void {
  const translator = createTranslator(locale, catalogue);
  if (locale === 'en') english = translator;
  else translators.set(locale, translator);
}

function localeFor(tags: readonly string[]): SupportedLocale {
  return closestLocale(tags) ?? 'en';
}
