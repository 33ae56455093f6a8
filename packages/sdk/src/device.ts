import { detectDeviceKind, detectHandheldOs, type DeviceKind } from './device-kind.js';
import { runtimeNavigator, userAgentOf, type NavigatorLike } from './runtime-navigator.js';
import { IN_APP_BROWSERS } from './in-app-browsers.js';

export type { DeviceKind, NavigatorLike };

/** Operating system of a device. */
export type DeviceOs = 'ios' | 'android' | 'windows' | 'macos' | 'chromeos' | 'linux' | 'other';

/** A customer's device, as `detectDevice` finds it. */
export interface Device {
  /** Its shape. */
  kind: DeviceKind;
  /** iPadOS counts as `ios`. */
  os: DeviceOs;
  /** `instagram`, `facebook`, `tiktok`… or `webview` for an unnamed one; `null` in a browser of its own. */
  inAppBrowser: string | null;
}

/** Systems of computers. First match wins. */
const COMPUTER_SYSTEMS: readonly (readonly [DeviceOs, RegExp])[] = [
  ['windows', /Windows/],
  ['macos', /Mac/],
  ['chromeos', /CrOS|Chrome OS/],
  ['linux', /Linux|X11/],
];

/**
 * Detects kind, system and in-app browser of a device by its user agent.
 *
 * @param source - default: `globalThis.navigator`, where there is one.
 * @returns what the user agent says of the device; without a source a `desktop` with the os `other`.
 */
export function detectDevice(source?: NavigatorLike): Device {
  const from = source ?? runtimeNavigator() ?? {};
  const userAgent = userAgentOf(from);
  const described = `${from.userAgentData?.platform ?? ''} ${userAgent}`;
  const os = detectHandheldOs(from) ?? COMPUTER_SYSTEMS.find(([, pattern]) => pattern.test(described))?.[0] ?? 'other';
  const inApp = IN_APP_BROWSERS.find(([, ...tokens]) => tokens.some((token) => userAgent.includes(token)));
  const inAppBrowser = inApp?.[0] ?? (os === 'ios' && isBareWebKit(userAgent) ? 'webview' : null);
  return { kind: detectDeviceKind(from), os, inAppBrowser };
}

/** Every browser of iOS says `Safari/`. A web view inside another app does not, nor does an app of the home screen. */
function isBareWebKit(userAgent: string): boolean {
  return userAgent.includes('AppleWebKit/') && !userAgent.includes('Safari/');
}
