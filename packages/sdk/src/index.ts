export {
  FINAL_OPT_IN_STATES,
  MESSAGE_STYLES,
  OPT_IN_ERROR_MESSAGES,
  OPT_IN_STATES,
  OptInError,
  createOptInCode,
  formatOptInCode,
  parseOptInCode,
  type ConsentStatement,
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
export { formatPhoneNumber } from './format-phone-number.js';
export { normalizePhoneNumber, type NormalizePhoneNumberOptions } from './phone-number.js';
export { messageTemplates } from './messages/message-templates.js';
export { getPrewrittenMessage } from './messages/get-prewritten-message.js';
export { SUPPORTED_LOCALES, closestLocale, directionOf, type SupportedLocale } from './locales/locales.js';
export type { Catalogue, TranslationKey } from './locales/catalogue.js';
export { createTranslator, type Translator } from './translator.js';
export type { ConsentChannel } from './opt-in/consent-channels.js';
export type { ConsentTerms, OptIn, OptInChanges, OptInEvent, OptInOptions, OptInSnapshot } from './opt-in/opt-in.js';
export type {
  OptInAction,
  OptInIcon,
  OptInView,
  OptInViewHelp,
  OptInViewLink,
  OptInViewQr,
  OptInViewRow,
  RichText,
} from './opt-in/opt-in-view.js';
export { OPT_IN_DISPLAYS, OPT_IN_THEMES, type OptInDisplay, type OptInTheme } from './opt-in/opt-in-display.js';
export { QR_MODES, type QrMode } from './opt-in/qr-mode.js';
export type { Platform, PlatformStorage } from './platform.js';
export { createApiClient, type ApiClient, type ApiClientOptions, type OptInAccess } from './api-client.js';
export { createOptIn } from './opt-in/create-opt-in.js';
export { createOptInController } from './opt-in/opt-in-controller.js';
export type { WordsFor } from './opt-in/opt-in-core.js';
export { createConsentReceipt, type ConsentReceipt } from './opt-in/consent-receipt.js';
export type { OpeningStrategy } from './opt-in/opening-strategy.js';
export { getOptInView } from './opt-in/get-opt-in-view.js';
export type { OptInNotice, OptInViewInput, OptInWays } from './opt-in/opt-in-view-input.js';
export { formatCount } from './opt-in/format-count.js';
export { plainText } from './opt-in/rich-text.js';
export { browserPlatform } from './browser-platform.js';
export { serverPlatform } from './server-platform.js';
