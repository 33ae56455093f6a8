import { FIRST_ENGLISH } from '../locales/first-words.js';
import type { Translator } from '../translator.js';

/** `null` where the words of the language that is wanted are still to come. */
export type Finder = (tags: readonly string[]) => Translator | 'english' | null;

type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** What a card says at first: every value is given, and no plural is asked for but that of the hours. */
const firstEnglish: Translator = {
  locale: 'en',
  dir: 'ltr',
  t(key, values = {}) {
    const [section = '', entry = ''] = key.split('.');
    const words = (FIRST_ENGLISH as Words)[section];
    const text = words?.[entry] ?? words?.[`${entry}_other`] ?? key;
    return text.replace(/{{(\w+)}}/g, (_, name: string) => `${values[name]}`);
  },
};

let english = firstEnglish;
let find: Finder | null = null;

/** In the first of these BCP 47 tags that has words, once they are loaded; else in English. */
export function wordsFor(tags: readonly string[]): Translator {
  const found = find?.(tags);
  return found && found !== 'english' ? found : english;
}

/** Whether `wordsFor` speaks as it finally will. */
export function hasWordsFor(tags: readonly string[]): boolean {
  return /^en\b/i.test(tags[0] ?? 'en') || Boolean(find?.(tags));
}

/** The whole of the English. */
export function learnEnglish(translator: Translator): void {
  english = translator;
}

/** Who knows other languages. */
export function teach(finder: Finder): void {
  find = finder;
}
