import { userAgentOf, type NavigatorLike } from './runtime-navigator.js';

/** Shape of the device: decides which link opens WhatsApp. */
export type DeviceKind = 'mobile' | 'tablet' | 'desktop';

/** The kind alone; all that a deep link needs to know. */
export function detectDeviceKind(source: NavigatorLike): DeviceKind {
  const userAgent = userAgentOf(source);
  if (isTouchMac(source, userAgent) || /iPad|Tablet/.test(userAgent)) return 'tablet';
  if (source.userAgentData?.mobile || /Mobi|Opera Mini/.test(userAgent)) return 'mobile';
  const os = detectHandheldOs(source);
  // A browser that requests the desktop site hides its size: phone and tablet get the same link.
  return os === 'android' ? 'tablet' : os ? 'mobile' : 'desktop';
}

/** @returns the system of a phone or tablet; `null` for a computer or an unknown device. */
export function detectHandheldOs(source: NavigatorLike): 'ios' | 'android' | null {
  const userAgent = userAgentOf(source);
  const described = `${source.userAgentData?.platform ?? ''} ${userAgent}`;
  if (isTouchMac(source, userAgent)) return 'ios';
  // Windows Phone also claims to be Android and iPhone; ARM Chromebooks have the platform of a phone.
  if (/Windows|CrOS|Chrome OS/.test(described)) return null;
  if (/iPhone|iPad|iPod|\biOS\b/.test(described)) return 'ios';
  return /Android/.test(described) || isTouchArm(source) ? 'android' : null;
}

/** iPadOS asks for desktop sites by default and then calls itself a Mac; no Mac has a touch screen. */
function isTouchMac(source: NavigatorLike, userAgent: string): boolean {
  return /Mac[Ii]/.test(source.platform + userAgent) && Number(source.maxTouchPoints) > 1;
}

/** Android on "Desktop site" hides its name in the user agent, but not its processor in `navigator.platform`. */
function isTouchArm({ platform, maxTouchPoints }: NavigatorLike): boolean {
  return /^Linux (arm|aarch)/.test(String(platform)) && Number(maxTouchPoints) > 0;
}
