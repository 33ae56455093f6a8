export { adoptOptInStyles } from './adopt-opt-in-styles.js';
export { optInStyles } from './opt-in-styles.js';
