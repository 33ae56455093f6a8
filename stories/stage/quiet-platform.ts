import { browserPlatform, type Platform } from '@whatsapp-optin/sdk';

/** The browser, but nothing leaves the page and nothing is remembered: a story looks the same each time it is opened. */
export const QUIET_PLATFORM: Platform = {
  ...browserPlatform,
  storage: () => null,
  session: () => null,
  sendBeacon: () => true,
  fetch: () => Promise.reject(new TypeError('A story has no network.')),
};
