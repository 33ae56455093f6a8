import { detectDevice } from '../device.js';
import type { PushPlatform } from './push-platform.js';

/** The browser that runs this page. */
export const browserPushPlatform: PushPlatform = {
  isSupported: () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  needsHomeScreen() {
    const { os, inAppBrowser } = detectDevice(navigator);
    const isInstalled = window.matchMedia('(display-mode: standalone)').matches;
    return os === 'ios' && inAppBrowser === null && !isInstalled && !('PushManager' in window);
  },
  permission: () => Notification.permission,
  requestPermission: () => Notification.requestPermission(),
  async register(serviceWorker) {
    await navigator.serviceWorker.register(serviceWorker);
    return navigator.serviceWorker.ready;
  },
};
