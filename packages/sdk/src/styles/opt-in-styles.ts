import { cardStyles, lightDomStyles } from './card-styles.js';
import { liveStyles } from './live-styles.js';

/**
 * The whole look as one sheet. It has none of the characters that HTML escapes (`& < > " '`): React 18 and 19 both write it into
 * a `<style>` as it is.
 */
export const optInStyles = lightDomStyles + cardStyles + liveStyles;
