import { optInFirstStyles } from './first-styles.js';
import { optInLaterStyles } from './later-styles.js';
import { lightStyles } from './light-styles.js';

/** The whole look, for a page that links it as one sheet, and for a light DOM. */
export const optInStyles = lightStyles + optInFirstStyles + optInLaterStyles;
