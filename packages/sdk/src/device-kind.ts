import { userAgentOf, type NavigatorLike } from './runtime-navigator.js';

export type DeviceKind = 'mobile' | 'tablet' | 'desktop';

/** The kind alone; all that a deep link needs to know. */
export function detectDeviceKind(source: NavigatorLike): DeviceKind {
  const userAgent = userAgentOf(source);
  if (isTouchMac(source, userAgent) || /iPad|Tablet/.test(userAgent)) return 'tablet';
  if (source.userAgentData?.mobile || /Mobi|Opera Mini/.test(userAgent)) return 'mobile';
  return userAgent.includes('Android') ? 'tablet' : 'desktop';
}

/** iPadOS asks for desktop sites by default and then calls itself a Mac; no Mac has a touch screen. */
export function isTouchMac(source: NavigatorLike, userAgent: string): boolean {
  return /Mac[Ii]/.test(source.platform + userAgent) && Number(source.maxTouchPoints) > 1;
}
