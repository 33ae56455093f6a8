import type { Platform } from './platform.js';

/**
 * The platform of a page that is rendered on a server. Device, language and time zone are unknown, and nothing is sent. A
 * framework's first client render uses it too, so that it renders the same as the server.
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
