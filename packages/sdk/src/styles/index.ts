export { adoptOptInStyles } from './adopt-opt-in-styles.js';
export { adoptSheet } from './adopt-sheet.js';
export { optInFirstIcons } from './first-icons.js';
export { optInFirstStyles } from './first-styles.js';
export { optInLaterStyles } from './later-styles.js';
export { optInIcons, type OptInGlyph } from './opt-in-icons.js';
export { optInStyles } from './opt-in-styles.js';
