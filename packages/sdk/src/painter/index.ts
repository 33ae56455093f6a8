export { createDeferredOptIn, languagesOf, type DeferredOptIn } from './deferred-opt-in.js';
export { hasWordsFor, learnWords, loadCatalogue, loadWordsFor, wordsFor } from './words.js';
