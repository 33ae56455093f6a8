export { adoptBadgeStyles, badgeStyles } from './badge-styles.js';
export { BADGE_WORDS, type BadgeWords } from './badge-words.js';
export { createSessionStore, type SessionPlatform, type SessionStore } from './create-session-store.js';
export { getBadgeView, type BadgeView, type BadgeViewInput } from './get-badge-view.js';
export {
  createSessionConnection,
  createTokenHolder,
  type SessionConnection,
  type SessionConnectionOptions,
  type StaffToken,
} from './session-connection.js';
export { LOADING_SESSION, NO_SESSION, type WhatsAppSessionState, type WhatsAppSessionStatus } from './session-state.js';
export { badgeContext, type BadgeSettings } from './badge-context.js';
export { TONE_SHAPES, type Tone } from './status-shapes.js';
