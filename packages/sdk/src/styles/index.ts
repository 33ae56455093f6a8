export { adoptOptInStyles } from './adopt-opt-in-styles.js';
export { optInIcons, type OptInGlyph } from './opt-in-icons.js';
export { optInStyles } from './opt-in-styles.js';
