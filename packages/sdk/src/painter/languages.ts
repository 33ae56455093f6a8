import type { Catalogue } from '../locales/catalogue.js';
import { closestLocale, type SupportedLocale } from '../locales/locales.js';
import { createTranslator, type Translator } from '../translator.js';
import type { Finder } from './words.js';

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

/** English stands in for a language whose words did not come. */
const translators = new Map<SupportedLocale, Translator | 'english'>([['en', 'english']]);

/** Loads the words of the first of these tags that has any. Never rejects. @returns who finds them from now on. */
export async function speak(tags: readonly string[]): Promise<Finder> {
  const locale = localeFor(tags);
  if (locale !== 'en' && !translators.has(locale)) {
    await loadCatalogue(locale).then(
      (catalogue) => translators.set(locale, createTranslator(locale, catalogue)),
      () => translators.set(locale, 'english'),
    );
  }
  return find;
}

/** The words of one language, from a file of its own. */
export async function loadCatalogue(locale: Exclude<SupportedLocale, 'en'>): Promise<Catalogue> {
  return (await LOADERS[locale]()).default;
}

/** Words that the page has by other means, on a server say. @returns who finds them from now on. */
export function learnWords(locale: Exclude<SupportedLocale, 'en'>, catalogue: Catalogue): Finder {
  translators.set(locale, createTranslator(locale, catalogue));
  return find;
}

function find(tags: readonly string[]): ReturnType<Finder> {
  return translators.get(localeFor(tags)) ?? null;
}

function localeFor(tags: readonly string[]): SupportedLocale {
  return closestLocale(tags) ?? 'en';
}
