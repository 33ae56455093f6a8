import { adoptSheet } from './adopt-sheet.js';
import { optInFirstStyles } from './first-styles.js';
import { optInLaterStyles } from './later-styles.js';
import { lightStyles } from './light-styles.js';

/** Gives `root` the whole look, once however often it is called. */
export function adoptOptInStyles(root: Document | ShadowRoot): void {
  adoptSheet(root, lightStyles + optInFirstStyles);
  adoptSheet(root, optInLaterStyles);
}
