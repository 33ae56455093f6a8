import { isDrawnOut, readLookAlikes, withoutRepeats } from './look-alikes.js';

/** A folded word, and how it may have been meant. Made once for all languages. */
export interface WordForms {
  typed: string;
  /** With the letters that its signs look like. */
  latin: string;
  /** The same without repeated signs, the likelier first: "stoooopp" may be "stopp" or "stop". Empty where none is drawn out. */
  short: readonly string[];
}

export function formsOf(typed: string): WordForms {
  const latin = readLookAlikes(typed);
  return { typed, latin, short: isDrawnOut(latin) ? [latin.replaceAll(DRAWN_OUT, '$1'), withoutRepeats(latin)] : [] };
}

const DRAWN_OUT = /(.)\1{2,}/gsu;
