import type { TranslationKey } from '../locales/catalogue.js';
import type { TranslationValues, Translator } from '../translator.js';
import type { RichText } from './opt-in-view.js';

/** No text contains it; it marks where a value begins and ends. */
const MARK = '\u0001';

/** Translates a text some of whose values (codes, phones) keep their own direction. */
export function richText(
  translator: Translator,
  key: TranslationKey,
  values: { plain?: TranslationValues; isolated: Readonly<Record<string, string>> },
): RichText {
  const marked: Record<string, string> = {};
  for (const [name, value] of Object.entries(values.isolated)) marked[name] = MARK + value.replaceAll(MARK, '') + MARK;
  const pieces = translator.t(key, { ...values.plain, ...marked }).split(MARK);
  return pieces.map((piece, index) => (index % 2 ? { isolated: piece } : piece)).filter((piece) => piece !== '');
}

/**
 * Joins a text of pieces.
 *
 * @returns the text as it reads, without its isolation.
 */
export function plainText(text: RichText): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.isolated)).join('');
}
