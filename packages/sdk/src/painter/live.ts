import en from '../locales/en.js';
import type { OptIn, OptInOptions } from '../opt-in/opt-in.js';
import { createOptInController } from '../opt-in/opt-in-controller.js';
import { learnWords, wordsFor } from './words.js';

/** What comes after the first paint: the opt-in itself, and the rest of the English. */
export function createLiveOptIn(options: OptInOptions): OptIn {
  learnWords('en', en);
  return createOptInController(options, wordsFor);
}
