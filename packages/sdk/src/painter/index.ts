export { createDeferredOptIn, languagesOf, type DeferredOptIn } from './deferred-opt-in.js';
export { hasWordsFor, learnWords, loadCatalogue, loadWordsFor, wordsFor } from './words.js';
export { OPT_IN_STATES } from '../contract/opt-in-state.js';
export { OPT_IN_DISPLAYS, OPT_IN_THEMES } from '../opt-in/opt-in-display.js';
