'use client';
export { WhatsAppButton, type WhatsAppButtonProps } from './whatsapp-button.js';
export {
  WhatsAppNotificationPrompt,
  type WhatsAppDisplay,
  type WhatsAppNotificationPromptProps,
} from './whatsapp-notification-prompt.js';
export {
  WhatsAppOptInProvider,
  type WhatsAppOptInProviderProps,
  type WhatsAppTheme,
} from './whatsapp-opt-in-provider.js';
export type { WhatsAppLinkProps } from './control-props.js';
export { usePush, type Push } from './use-push.js';
export { useWhatsAppOptIn, type WhatsAppOptIn } from './use-whatsapp-opt-in.js';
export type { WhatsAppOptInComponents } from './opt-in-components.js';
export type { WhatsAppBeforeOpenEvent, WhatsAppOptInOptions } from './opt-in-options.js';
export type { OptInAppearance } from '@whatsapp-optin/sdk/card';
