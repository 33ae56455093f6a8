import { expect, it } from 'vitest';
import { detectDeviceKind } from '../device-kind.js';
import type { NavigatorLike } from '../runtime-navigator.js';
import { DESKTOP_USER_AGENT, PHONE_USER_AGENT } from '../testing/index.js';
import { isDesktop } from './first-device.js';

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15';

it.each<[string, NavigatorLike]>([
  ['a desktop', { userAgent: DESKTOP_USER_AGENT }],
  ['a phone', { userAgent: PHONE_USER_AGENT }],
  ['a Mac', { userAgent: MAC, platform: 'MacIntel', maxTouchPoints: 0 }],
  ['an iPad that calls itself a Mac', { userAgent: MAC, platform: 'MacIntel', maxTouchPoints: 5 }],
  ['an Android tablet', { userAgent: 'Mozilla/5.0 (Linux; Android 14; SM-X710) Chrome/126 Safari/537.36' }],
  ['Opera Mini', { userAgent: 'Opera/9.80 (J2ME/MIDP; Opera Mini/9) Presto/2.12' }],
  ['a phone by its client hints', { userAgent: 'Mozilla/5.0 Chrome/126', userAgentData: { mobile: true } }],
  ['nothing known', {}],
])('calls a desktop what the whole calls one: %s', (_, source) => {
  expect(isDesktop(source)).toBe(detectDeviceKind(source) === 'desktop');
});
