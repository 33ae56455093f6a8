export { firstOffer, type FirstOffer } from './first-offer.js';
export { firstPaint } from './first-paint.js';
export { loadWordsFor } from './load-words.js';
export { hasWordsFor, wordsFor } from './words.js';
export { readPageStorage, tellWindow } from '../browser-platform-first.js';
export { consent } from '../opt-in/consent-terms.js';
export { formatCount } from '../opt-in/format-count.js';
export { DISMISSAL_KEY } from '../opt-in/dismissal-key.js';
export { optInFirstIcons } from '../styles/first-icons.js';
