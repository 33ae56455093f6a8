/** Every locale that has a catalogue, in the order in which a chooser shows them. */
export const SUPPORTED_LOCALES = ['en', 'ar', 'es', 'pt-BR', 'fr', 'de', 'tr', 'ur', 'hi', 'bn', 'id', 'fil'] as const;
/** One of `SUPPORTED_LOCALES`. */
export type SupportedLocale = (typeof SUPPORTED_LOCALES)[number];

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ps', 'ug', 'ur', 'yi'];
/** Tags that name a language by another code than ours. */
const ALIASES: Readonly<Record<string, string>> = { tl: 'fil', in: 'id', iw: 'he' };

/**
 * Finds the direction of a locale.
 *
 * @returns the direction of the language's script; `ltr` where it is unknown.
 */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(languageOf(locale)) ? 'rtl' : 'ltr';
}

/**
 * The first of the reader's tags for which there is a catalogue: the same tag, else its language (`ar-SA` finds `ar`), else
 * the language's one regional catalogue (`pt` and `pt-PT` find `pt-BR`).
 *
 * @param tags - BCP 47, best first, any case, `_` for `-` allowed.
 * @returns one of `supported`, or `null`.
 */
export function closestLocale<L extends string = SupportedLocale>(
  tags: readonly string[],
  supported: readonly L[] = SUPPORTED_LOCALES as readonly string[] as readonly L[],
): L | null {
  for (const tag of tags) {
    const wanted = String(tag).toLowerCase().replace(/_/g, '-');
    const language = languageOf(wanted);
    const found =
      supported.find((locale) => locale.toLowerCase() === wanted) ??
      supported.find((locale) => locale.toLowerCase() === language) ??
      supported.find((locale) => languageOf(locale) === language);
    if (found) return found;
  }
  return null;
}

function languageOf(tag: string): string {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(ALIASES, language) ? (ALIASES[language] ?? language) : language;
}
