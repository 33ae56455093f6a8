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
export { cardStyles, lightDomStyles } from './card-styles.js';
export { liveStyles } from './live-styles.js';
export { optInStyles } from './opt-in-styles.js';
