import { interpolate } from '../interpolate.js';
import { FIRST_ENGLISH } from '../locales/first-words.js';
import type { Translator } from '../translator.js';

type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** What a card says at first, without the plurals that only later words have. */
const firstEnglish: Translator = {
  locale: 'en',
  dir: 'ltr',
  t(key, values = {}) {
    const [section = '', entry = ''] = key.split('.');
    const words = (FIRST_ENGLISH as Words)[section];
    return interpolate(words?.[entry] ?? words?.[`${entry}_other`] ?? key, values);
  },
};

let english = firstEnglish;
let find: ((tags: readonly string[]) => Translator | 'english' | null) | null = null;

/** In the first of these BCP 47 tags that has words, once they are loaded; else in English. */
export function wordsFor(tags: readonly string[]): Translator {
  const found = find?.(tags);
  return found && found !== 'english' ? found : english;
}

/** Whether `wordsFor` speaks as it finally will. */
export function hasWordsFor(tags: readonly string[]): boolean {
  return /^en(?![a-z])/i.test(tags[0] ?? 'en') || Boolean(find?.(tags));
}

/** The whole of the English. */
export function learnEnglish(translator: Translator): void {
  english = translator;
}

/** Who knows other languages: `null` where the words of the one that is wanted are still to come. */
export function teach(finder: (tags: readonly string[]) => Translator | 'english' | null): void {
  find = finder;
}
