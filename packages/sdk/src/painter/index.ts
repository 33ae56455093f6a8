export { formatCount } from '../opt-in/format-count.js';
export { createDeferredOptIn, languagesOf, type DeferredOptIn } from './deferred-opt-in.js';
export { loadWordsFor } from './load-words.js';
export { hasWordsFor, wordsFor } from './words.js';
export { OPT_IN_STATES } from '../contract/opt-in-state.js';
export { OPT_IN_DISPLAYS, OPT_IN_THEMES } from '../opt-in/opt-in-display.js';
export { adoptSheet } from '../styles/adopt-sheet.js';
export { optInFirstIcons } from '../styles/first-icons.js';
export { optInFirstStyles } from '../styles/first-styles.js';
