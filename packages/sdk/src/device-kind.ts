/** The part of `navigator` that device detection reads. */
export interface NavigatorLike {
  userAgent?: string;
  platform?: string;
  maxTouchPoints?: number;
  userAgentData?: { mobile?: boolean; platform?: string };
}

export type DeviceKind = 'mobile' | 'tablet' | 'desktop';
/** Real user agents stay well below; a longer one is not read to its end. */
const MAX_USER_AGENT_LENGTH = 512;

/** The kind alone; all that a deep link needs to know. */
export function detectDeviceKind(source: NavigatorLike): DeviceKind {
  const userAgent = userAgentOf(source);
  if (isTouchMac(source, userAgent) || /iPad|Tablet/.test(userAgent)) return 'tablet';
  if (source.userAgentData?.mobile || /Mobi|Opera Mini/.test(userAgent)) return 'mobile';
  return userAgent.includes('Android') ? 'tablet' : 'desktop';
}

/** `globalThis.navigator` of a browser; those of Node, Deno, Bun and Workers tell nothing of the reader's device. */
export function runtimeNavigator(): NavigatorLike | null {
  const found = (globalThis as { navigator?: NavigatorLike }).navigator;
  return found && /Mozilla|Opera/.test(userAgentOf(found)) ? found : null;
}

/** iPadOS asks for desktop sites by default and then calls itself a Mac; no Mac has a touch screen. */
export function isTouchMac(source: NavigatorLike, userAgent: string): boolean {
  return /Mac[Ii]/.test(source.platform + userAgent) && Number(source.maxTouchPoints) > 1;
}

export function userAgentOf(source: NavigatorLike): string {
  return String(source.userAgent ?? '').slice(0, MAX_USER_AGENT_LENGTH);
}
