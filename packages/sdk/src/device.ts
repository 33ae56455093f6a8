import { IN_APP_BROWSERS } from './in-app-browsers.js';

/** The part of `navigator` that device detection reads. */
export interface NavigatorLike {
  userAgent?: string;
  platform?: string;
  maxTouchPoints?: number;
  userAgentData?: { mobile?: boolean; platform?: string };
}

export type DeviceKind = 'mobile' | 'tablet' | 'desktop';
export type DeviceOs = 'ios' | 'android' | 'windows' | 'macos' | 'chromeos' | 'linux' | 'other';

export interface Device {
  kind: DeviceKind;
  /** iPadOS counts as `ios`. */
  os: DeviceOs;
  /** `instagram`, `facebook`, `tiktok`… or `webview` for an unnamed one; `null` in a browser of its own. */
  inAppBrowser: string | null;
}

/** Real user agents stay well below; a longer one is not read to its end. */
const MAX_USER_AGENT_LENGTH = 512;

/** First match wins: Windows Phone also says Android and iPhone, Android also says Linux. */
const OPERATING_SYSTEMS: readonly (readonly [DeviceOs, RegExp])[] = [
  ['windows', /Windows/],
  ['ios', /iPhone|iPad|iPod|\biOS\b/],
  ['android', /Android/],
  ['macos', /Mac/],
  ['chromeos', /CrOS|Chrome OS/],
  ['linux', /Linux|X11/],
];

/**
 * @param source - default: `globalThis.navigator`, where there is one.
 * @returns what the device says of itself; without a source a `desktop` with the os `other`.
 */
export function detectDevice(source?: NavigatorLike): Device {
  const from = source ?? runtimeNavigator() ?? {};
  const userAgent = userAgentOf(from);
  const described = `${from.userAgentData?.platform ?? ''} ${userAgent}`;
  const os = isTouchMac(from, userAgent)
    ? 'ios'
    : OPERATING_SYSTEMS.find(([, pattern]) => pattern.test(described))?.[0];
  const inApp = IN_APP_BROWSERS.find(([, ...tokens]) => tokens.some((token) => userAgent.includes(token)));
  return { kind: detectDeviceKind(from), os: os ?? 'other', inAppBrowser: inApp?.[0] ?? null };
}

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
function isTouchMac(source: NavigatorLike, userAgent: string): boolean {
  return /Mac[Ii]/.test(source.platform + userAgent) && Number(source.maxTouchPoints) > 1;
}

function userAgentOf(source: NavigatorLike): string {
  return String(source.userAgent ?? '').slice(0, MAX_USER_AGENT_LENGTH);
}
