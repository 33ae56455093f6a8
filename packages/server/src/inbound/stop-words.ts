import { KEYWORDS } from './keywords.js';
import type { Keyword } from './keywords/keywords.js';

/** Longer than any keyword with its exclamation marks; what is longer says more than a keyword. */
const MAX_LENGTH = 200;

/** Words besides ours. */
export interface FurtherKeywords {
  stop: readonly string[];
  start: readonly string[];
}

const NONE: FurtherKeywords = { stop: [], start: [] };

/**
 * Reads a message that is a keyword and nothing else, whatever its case, punctuation, emoji, diacritics, hamza or tatweel.
 * A keyword inside a sentence is no keyword: the pre-written opt-in messages speak of notifications too.
 *
 * @returns `null` for everything else.
 */
export function classifyKeyword(text: string, further: FurtherKeywords = NONE): Keyword | null {
  if (text.length > MAX_LENGTH) return null;
  const word = fold(text);
  const ours = BY_FOLDED_WORD.get(word);
  if (ours !== undefined || word === '') return ours ?? null;
  if (further.stop.some((one) => fold(one) === word)) return 'stop';
  return further.start.some((one) => fold(one) === word) ? 'start' : null;
}

/** Whether a message could be this word. */
export function isReadableKeyword(word: string): boolean {
  return word.length <= MAX_LENGTH && fold(word) !== '';
}

/**
 * The letters and digits of a text in one spelling. Decomposed, so that accents, Arabic vowels and the hamza of أ إ ؤ ئ
 * are marks, and fall away with punctuation, emoji and spaces: "opt-out" is "optout". Letters that are typed for each other
 * become one; both Turkish i's become the plain one, whatever the locale of the process. The vowel signs of Devanagari and
 * Bengali stay, because they distinguish words: रोको asks to stop, रुको to wait; বন্ধ is "closed", বন্ধু a friend.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ٱ', 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll(/[ةہھ]/g, 'ه')
    .replaceAll('ک', 'ك')
    .replaceAll('ں', 'ن')
    .replaceAll(/[ـء]/g, '')
    .replaceAll('ँ', 'ं')
    .replaceAll(/[\u093c\u09bc]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{Script=Devanagari}\p{Script=Bengali}]/gu, '');
}

/** The same, word by word; empty for a text without letters and digits. */
export function foldWords(text: string): string[] {
  return text.split(/[\s\p{P}]+/u).flatMap((word) => fold(word) || []);
}

const BY_FOLDED_WORD: ReadonlyMap<string, Keyword> = new Map(
  Object.values(KEYWORDS).flatMap(({ stop, start }) => [
    ...stop.map((word) => [fold(word), 'stop'] as const),
    ...start.map((word) => [fold(word), 'start'] as const),
  ]),
);
