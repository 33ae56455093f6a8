import { detectDevice, type Device } from '../device.js';
import type { Platform } from '../platform.js';

/** @returns the customer's device; `null` on a server. */
export function deviceOf(platform: Pick<Platform, 'navigator'>): Device | null {
  const source = platform.navigator();
  return source && detectDevice(source);
}
