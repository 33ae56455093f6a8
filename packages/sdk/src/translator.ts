import { interpolate } from './interpolate.js';
import { PLURAL_SUFFIXES, type Catalogue, type TranslationKey } from './locales/catalogue.js';
import { directionOf } from './locales/locales.js';

export type TranslationValues = Readonly<Record<string, string | number>>;

/** Words of one locale. `t` takes the values of the placeholders; `count` chooses the plural form. */
export interface Translator {
  /** BCP 47 tag of the words. */
  readonly locale: string;
  /** Direction of the text. */
  readonly dir: 'ltr' | 'rtl';
  /** @returns the text of a key; the key itself if there is none. */
  t(key: TranslationKey, values?: TranslationValues): string;
  /** Calls back when the language or its words have changed; absent if they cannot. @returns unsubscribe. */
  onChange?(listener: () => void): () => void;
}

/**
 * Reads a catalogue as i18next would (JSON format v4: `{{name}}`, plural suffixes by `Intl.PluralRules`), without its 16 kB.
 *
 * @returns a translator whose `t` gives the key itself where the catalogue lacks it.
 */
export function createTranslator(locale: string, catalogue: Catalogue): Translator {
  let plurals: Intl.PluralRules | null = null;
  return {
    locale,
    dir: directionOf(locale),
    t(key, values = {}) {
      const [section = '', entry = ''] = key.split('.');
      const words = (catalogue as Readonly<Record<string, Readonly<Record<string, string>>>>)[section] ?? {};
      const count = values['count'];
      // The first plural rule of a page is slow, and a text with one form needs none.
      const isPlural =
        typeof count === 'number' &&
        PLURAL_SUFFIXES.some((form) => form !== 'other' && words[`${entry}_${form}`] !== undefined);
      const forms =
        typeof count !== 'number'
          ? []
          : isPlural
            ? pluralForms(count, (plurals ??= new Intl.PluralRules(locale)))
            : ['other'];
      const text = [...forms.map((form) => words[`${entry}_${form}`]), words[entry]].find(
        (found) => found !== undefined,
      );
      return text === undefined ? key : interpolate(text, values);
    },
  };
}

/** i18next uses `_zero` for 0 if the catalogue has it, even if the language's own rule has another form. */
function pluralForms(count: number, plurals: Intl.PluralRules): string[] {
  return [...(count === 0 ? ['zero'] : []), plurals.select(count), 'other'];
}
