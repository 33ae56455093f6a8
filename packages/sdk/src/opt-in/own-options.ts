import type { OptInOptions } from './opt-in.js';

/** The options' own properties only: a polluted prototype changes nothing. */
export function ownOptions(options: OptInOptions | null | undefined): OptInOptions {
  return Object.assign(Object.create(null) as OptInOptions, options);
}
