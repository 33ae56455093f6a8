import { detectDevice, type Device } from '../device.js';
import type { Platform } from '../platform.js';

/** @returns the reader's device, or `null` while a page is rendered on a server. */
export function deviceOf(platform: Pick<Platform, 'navigator'>): Device | null {
  const source = platform.navigator();
  return source && detectDevice(source);
}
