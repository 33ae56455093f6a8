import { isDrawnOut, withoutRepeats } from './look-alikes.js';
import { CLASS, spellAs, type Vocabulary } from './vocabulary.js';
import type { WordForms } from './word-forms.js';

/** One clause of a message, as one language reads it. */
export interface ReadClause {
  /** Classes of the phrases, in their order; 0: a word that is not known. */
  phrases: readonly number[];
  unknownWords: number;
  /** A question mark follows. */
  isQuestion: boolean;
}

/** Reads the longest phrase at each word: a few look-ups a word. */
export function readClause(words: readonly WordForms[], isQuestion: boolean, vocabulary: Vocabulary): ReadClause {
  const spelt = words.map((word) => spellAs(word, vocabulary));
  const phrases: number[] = [];
  for (let at = 0; at < spelt.length;) {
    const { length, bits } = longestPhrase(spelt, at, vocabulary);
    phrases.push(bits);
    at += length;
  }
  return { phrases, unknownWords: phrases.filter((bits) => bits === 0).length, isQuestion };
}

function longestPhrase(words: readonly string[], at: number, { classes, longest, objectStems }: Vocabulary) {
  const word = words[at] ?? '';
  for (let length = Math.min(longest.get(word) ?? 0, words.length - at); length > 0; length -= 1) {
    const bits = classes.get(words.slice(at, at + length).join(' '));
    if (bits !== undefined) return { length, bits };
  }
  const short = isDrawnOut(word) ? withoutRepeats(word) : null;
  const isObject = objectStems.some(
    (stem) => word.startsWith(stem) || short?.startsWith(withoutRepeats(stem)) === true,
  );
  return { length: 1, bits: isObject ? CLASS.object : 0 };
}

/** The same classes without the words that change nothing, cut where a word is not known. */
export function knownRuns({ phrases }: ReadClause): number[][] {
  const runs: number[][] = [[]];
  for (const bits of phrases) {
    if (bits === 0) runs.push([]);
    else runs.at(-1)?.push(bits);
  }
  return runs.filter((run) => run.length > 0);
}
