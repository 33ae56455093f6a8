import { KEYWORDS } from './keywords.js';
import { foldWords } from './stop/fold.js';
import { classifyKeyword } from './stop-words.js';

/** Why staff should read a message soon. */
export type MessageFlag = 'near_stop' | 'cancel';

/** What says more than this is a sentence about something. */
const MAX_WORDS = 6;
/** Shorter words are one letter away from too many others. */
const MIN_LENGTH_OF_A_SLIP = 4;

/**
 * Bare "cancel" in each locale: the booking, most often, or the messages. What it means is for the organization to say; by
 * default staff decide.
 */
const CANCEL_WORDS: readonly string[] = [
  'cancel',
  'cancel it',
  'الغاء',
  'إلغاء',
  'الغي',
  'cancelar',
  'cancela',
  'annuler',
  'annulez',
  'abbrechen',
  'stornieren',
  'iptal',
  'iptal et',
  'منسوخ',
  'کینسل',
  'रद्द',
  'रद्द करें',
  'कैंसिल',
  'বাতিল',
  'বাতিল করুন',
  'batal',
  'batalkan',
  'kanselahin',
  'i-cancel',
];

const CANCEL = new Set(CANCEL_WORDS.map((word) => foldWords(word).join('')));

/** A stop word in a longer message counts only if it can hardly be part of another sentence. */
const STOP_WORDS = new Set(
  Object.values(KEYWORDS)
    .flatMap(({ stop }) => stop)
    .map(foldWords)
    .flatMap((words) => (words.length === 1 && (words[0]?.length ?? 0) >= MIN_LENGTH_OF_A_SLIP ? words : [])),
);

/** `cancel`: a bare word that may mean the booking. `near_stop`: almost a STOP. `null`: neither, or a keyword proper. */
export function flagMessage(text: string): MessageFlag | null {
  if (classifyKeyword(text) !== null) return null;
  const words = foldWords(text);
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  if (CANCEL.has(words.join(''))) return 'cancel';
  return words.some((word) => STOP_WORDS.has(word) || isSlipOfStop(word)) ? 'near_stop' : null;
}

/** One letter too many, too few, wrong, or two exchanged. */
function isSlipOfStop(word: string): boolean {
  if (word.length < MIN_LENGTH_OF_A_SLIP - 1) return false;
  for (const stop of STOP_WORDS) {
    if (Math.abs(stop.length - word.length) <= 1 && isOneSlip(word, stop)) return true;
  }
  return false;
}

function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  // "shop" and "step" are a letter away from "stop" and are words of their own: a short word may gain one, not change one.
  if (left.length <= 1 && right.length <= 1) return other.length > MIN_LENGTH_OF_A_SLIP || one.length > other.length;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
