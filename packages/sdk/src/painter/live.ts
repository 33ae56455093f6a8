import en from '../locales/en.js';
import type { OptIn, OptInOptions } from '../opt-in/opt-in.js';
import { createOptInController } from '../opt-in/opt-in-controller.js';
import { createTranslator } from '../translator.js';
import { learnEnglish, wordsFor } from './words.js';

export { serverPlatform } from '../server-platform.js';

/** What comes after the first paint: the opt-in itself, and the rest of the English. */
export function createLiveOptIn(options: OptInOptions): OptIn {
  learnEnglish(english);
  return createOptInController(options, wordsFor);
}

const english = createTranslator('en', en);
