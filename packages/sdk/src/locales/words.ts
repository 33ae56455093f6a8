import { createLazyPart, type LazyPart } from '../lazy-part.js';
import { createTranslator, type Translator } from '../translator.js';
import type { Catalogue } from './catalogue.js';
import { INITIAL_ENGLISH } from './initial-english.js';
import { closestLocale, type SupportedLocale } from './locales.js';

type ForeignLocale = Exclude<SupportedLocale, 'en'>;

const part = (locale: ForeignLocale, load: () => Promise<{ default: Catalogue }>) =>
  createLazyPart(`the words of "${locale}"`, async () => createTranslator(locale, (await load()).default));

/** One file a language, beside English. */
const PARTS: Readonly<Record<ForeignLocale, LazyPart<Translator>>> = {
  ar: part('ar', () => import('./ar.js')),
  es: part('es', () => import('./es.js')),
  'pt-BR': part('pt-BR', () => import('./pt-BR.js')),
  fr: part('fr', () => import('./fr.js')),
  de: part('de', () => import('./de.js')),
  tr: part('tr', () => import('./tr.js')),
  ur: part('ur', () => import('./ur.js')),
  hi: part('hi', () => import('./hi.js')),
  bn: part('bn', () => import('./bn.js')),
  id: part('id', () => import('./id.js')),
  fil: part('fil', () => import('./fil.js')),
};

/** The words of `idle`; the live part brings the others. */
let english = createTranslator('en', INITIAL_ENGLISH as unknown as Catalogue);

function partOf(tags: readonly string[]): LazyPart<Translator> | null {
  const locale = closestLocale(tags) ?? 'en';
  return locale === 'en' ? null : PARTS[locale];
}

/** @returns the words of the first of these BCP 47 tags that has any; English until they are loaded. */
export function wordsFor(tags: readonly string[]): Translator {
  return partOf(tags)?.get() ?? english;
}

/** @returns false while the words that `wordsFor` would give are still on their way. */
export function hasWordsFor(tags: readonly string[]): boolean {
  const wanted = partOf(tags);
  return !wanted || wanted.get() !== null || wanted.hasFailed();
}

/** Loads the words. Never rejects. */
export async function loadWordsFor(tags: readonly string[]): Promise<void> {
  await partOf(tags)?.load();
}

/** @param listener - called each time an attempt to load the words has ended. @returns unsubscribe. */
export function subscribeToWordsFor(tags: readonly string[], listener: () => void): () => void {
  return partOf(tags)?.subscribe(listener) ?? (() => {});
}

/** The whole of the English. */
export function registerEnglish(catalogue: Catalogue): void {
  english = createTranslator('en', catalogue);
}

/** Every language at once, for a server, which renders synchronously. */
export function registerCatalogues(catalogues: Readonly<Record<SupportedLocale, Catalogue>>): void {
  registerEnglish(catalogues.en);
  for (const [locale, lazy] of Object.entries(PARTS))
    lazy.set(createTranslator(locale, catalogues[locale as ForeignLocale]));
}
