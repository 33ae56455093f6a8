export {
  FINAL_OPT_IN_STATES,
  MESSAGE_STYLES,
  OPT_IN_ERROR_MESSAGES,
  OPT_IN_STATES,
  OptInError,
  createOptInCode,
  formatOptInCode,
  parseOptInCode,
  type DeclineReason,
  type FunnelEventType,
  type MessageStyle,
  type OptInCreated,
  type OptInErrorCode,
  type OptInState,
  type OptInStatus,
} from './contract/index.js';
export { generateWhatsAppLink, type WhatsAppLinkOptions } from './deep-link.js';
export { detectDevice, type Device, type DeviceKind, type DeviceOs, type NavigatorLike } from './device.js';
export { normalizePhoneNumber, type NormalizePhoneNumberOptions } from './phone-number.js';
export { messageTemplates } from './messages/message-templates.js';
export { getPrewrittenMessage } from './messages/opt-in-message.js';
export { SUPPORTED_LOCALES, closestLocale, directionOf, type SupportedLocale } from './locales/locales.js';
export type { Catalogue, TranslationKey } from './locales/catalogue.js';
export { createTranslator, type Translator } from './translator.js';
export type { OptIn, OptInEvent, OptInOptions, OptInSnapshot } from './opt-in/opt-in.js';
export type { OptInAction, OptInIcon, OptInView, OptInViewLink, RichText } from './opt-in/opt-in-view.js';
export type { Platform } from './platform.js';
