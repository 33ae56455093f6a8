export { adoptOptInStyles } from './adopt-opt-in-styles.js';
export { adoptSheet } from './adopt-sheet.js';
export {
  OPT_IN_PARTS,
  OPT_IN_TOKENS,
  appearancePart,
  appearanceVariables,
  type OptInAppearance,
  type OptInPart,
  type OptInPartLook,
  type OptInToken,
} from './appearance.js';
export { optInFirstIcons } from './first-icons.js';
export { optInLaterStyles } from './later-styles.js';
export { followHeight } from './follow-height.js';
export { optInIcons, type OptInGlyph } from './opt-in-icons.js';
export { optInStyles } from './opt-in-styles.js';
