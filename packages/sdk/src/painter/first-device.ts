import type { NavigatorLike } from '../runtime-navigator.js';

/** What `detectDeviceKind` calls a desktop, in fewer words. Real user agents are no longer than what is read here. */
export function isDesktop({
  userAgent = '',
  platform = '',
  maxTouchPoints = 0,
  userAgentData,
}: NavigatorLike): boolean {
  const agent = userAgent.slice(0, 512);
  // iPadOS calls itself a Mac; no Mac has a touch screen.
  const isTouchMac = /Mac[Ii]/.test(platform + agent) && maxTouchPoints > 1;
  return !isTouchMac && !userAgentData?.mobile && !/iPad|Tablet|Mobi|Opera Mini|Android/.test(agent);
}
