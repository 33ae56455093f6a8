import { KEYWORDS } from './keywords.js';
import type { Keyword } from './keywords/keywords.js';
import { fold } from './stop/fold.js';

/** Longer than any keyword with its exclamation marks; what is longer says more than a keyword. */
const MAX_LENGTH = 200;

/** Words besides ours. */
export interface FurtherKeywords {
  stop: readonly string[];
  start: readonly string[];
}

/** No words besides ours. */
export const NO_KEYWORDS: FurtherKeywords = { stop: [], start: [] };

/**
 * Reads a message that is a keyword and nothing else, whatever its case, punctuation, emoji, diacritics, hamza or tatweel.
 * A keyword inside a sentence is no keyword: the pre-written opt-in messages speak of notifications too.
 *
 * @returns `null` for everything else.
 */
export function classifyKeyword(text: string, further: FurtherKeywords = NO_KEYWORDS): Keyword | null {
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

const BY_FOLDED_WORD: ReadonlyMap<string, Keyword> = new Map(
  Object.values(KEYWORDS).flatMap(({ stop, start }) => [
    ...stop.map((word) => [fold(word), 'stop'] as const),
    ...start.map((word) => [fold(word), 'start'] as const),
  ]),
);
