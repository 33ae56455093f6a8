import { optInFirstStyles } from './first-styles.js';
import { optInLaterStyles } from './later-styles.js';

/** The whole look, for a page that links it as one sheet. */
export const optInStyles = optInFirstStyles + optInLaterStyles;
