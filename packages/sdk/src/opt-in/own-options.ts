import { ownProperties } from '../own-properties.js';
import type { OptInOptions } from './opt-in.js';

/** The options as the opt-in works with them: the phone is a text, as are the names and ids. */
export type OwnOptions = Omit<OptInOptions, 'phone'> & { phone?: string | undefined };

/** Texts that a host may hold as a number. */
const TEXTS = ['organizationName', 'ticketNumber', 'ticketId'] as const;

/**
 * The options' own properties only: a polluted prototype changes nothing. A number where a text is expected is read by its digits;
 * a phone that is no whole number stays as it is, and is refused with all that is no phone number.
 */
export function ownOptions(options: OptInOptions | null | undefined): OwnOptions {
  const own = ownProperties(options);
  const { phone } = own;
  if (typeof phone === 'number' && Number.isSafeInteger(phone) && phone > 0) own.phone = String(phone);
  for (const name of TEXTS) if (typeof own[name] === 'number') own[name] = String(own[name]);
  return own as OwnOptions;
}
