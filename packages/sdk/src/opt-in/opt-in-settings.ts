import { detectDevice, type Device } from '../device.js';
import type { Platform } from '../platform.js';
import type { OptInOptions } from './opt-in.js';

/** The options' own properties only: a polluted prototype changes nothing. */
export function ownOptions(options: OptInOptions | null | undefined): OptInOptions {
  return Object.assign(Object.create(null) as OptInOptions, options);
}

/** @returns the reader's device, or `null` while a page is rendered on a server. */
export function deviceOf(platform: Pick<Platform, 'navigator'>): Device | null {
  const source = platform.navigator();
  return source && detectDevice(source);
}
