import { KEYWORDS } from '../keywords.js';
import { foldWords } from './fold.js';
import { LEXICONS } from './lexicons/all.js';
import { everyLanguage } from './lexicons/every-language.js';

/** Shorter words are one letter away from too many others. */
const MIN_LENGTH = 4;

const STOP_WORDS: readonly string[] = Object.values(KEYWORDS)
  .flatMap(({ stop }) => stop)
  .map(foldWords)
  .flatMap((words) => (words.length === 1 && (words[0]?.length ?? 0) >= MIN_LENGTH ? words : []));

/** Words that people write without a slip: Spanish "para" is no "parar". */
const COMMON = new Set(Object.values(LEXICONS).flatMap(({ filler }) => filler.flatMap(foldWords)));

const POLITE = new Set(everyLanguage.filler.flatMap(foldWords));

/** Whether a message is one word that is nearly a stop word, with "please" or "thanks" around it. */
export function isSlipOfStop(words: readonly string[]): boolean {
  const said = words.filter((word) => !POLITE.has(word));
  const [word = ''] = said;
  if (said.length !== 1 || word.length < MIN_LENGTH - 1 || COMMON.has(word)) return false;
  return STOP_WORDS.some((stop) => Math.abs(stop.length - word.length) <= 1 && isOneSlip(word, stop));
}

/** One letter too many, too few, wrong, or two exchanged. */
function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  // "shop" and "step" are a letter away from "stop" and are words of their own: a short word may gain one, not change one.
  if (left.length <= 1 && right.length <= 1) return other.length > MIN_LENGTH || one.length > other.length;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
