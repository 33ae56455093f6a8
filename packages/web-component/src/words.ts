import {
  closestLocale,
  createTranslator,
  type Catalogue,
  type SupportedLocale,
  type Translator,
  type WordsFor,
} from '@whatsapp-optin/sdk';
import en from '@whatsapp-optin/sdk/locales/en';

/** A page loads one language beside English. */
const LOADERS: Readonly<Record<Exclude<SupportedLocale, 'en'>, () => Promise<{ default: Catalogue }>>> = {
  ar: () => import('@whatsapp-optin/sdk/locales/ar'),
};

const english = createTranslator('en', en);
const translators = new Map<SupportedLocale, Translator>([['en', english]]);

/** In the first of these languages that is loaded, else in English. */
export const wordsFor: WordsFor = (tags) => translators.get(localeFor(tags)) ?? english;

export function hasWordsFor(tags: readonly string[]): boolean {
  return translators.has(localeFor(tags));
}

/** Never rejects: where the words do not come, English stands in for them until the page is loaded anew. */
export async function loadWordsFor(tags: readonly string[]): Promise<void> {
  const locale = localeFor(tags);
  if (locale === 'en' || translators.has(locale)) return;
  const translator = await LOADERS[locale]().then(
    (module) => createTranslator(locale, module.default),
    () => english,
  );
  translators.set(locale, translator);
}

function localeFor(tags: readonly string[]): SupportedLocale {
  return closestLocale(tags) ?? 'en';
}
