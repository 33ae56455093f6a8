import type { Platform } from './platform.js';

/**
 * The world of a page that is being rendered away from its reader: nothing is known of the device, the language, the zone; nothing
 * is sent. A framework's first client render uses it too, so that it paints what the server painted.
 */
export const serverPlatform: Platform = {
  now: () => 0,
  setTimer: () => () => {},
  fetch: () => Promise.reject(new TypeError('Nothing is fetched while a page is rendered on a server.')),
  sendBeacon: () => false,
  randomId: () => '',
  random: () => 0,
  isVisible: () => false,
  isOnline: () => true,
  onChange: () => () => {},
  navigator: () => null,
  languages: () => [],
  pageUrl: () => null,
  timeZone: () => 'UTC',
  storage: () => null,
  copyText: () => Promise.resolve(false),
  saveFile: () => {},
  sha256: () => Promise.resolve(null),
  emitToWindow: () => {},
  isDevelopment: () => false,
};
