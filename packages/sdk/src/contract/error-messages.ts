import { MESSAGE_LENGTH_RULE, PHONE_NUMBER_RULE, type OptInErrorCode } from './errors.js';

/** The codes of `OptInError`, each with the sentence shown to an integrator. */
export const OPT_IN_ERROR_MESSAGES = {
  INVALID_PHONE_NUMBER: PHONE_NUMBER_RULE,
  MESSAGE_TOO_LONG: MESSAGE_LENGTH_RULE,
  UNKNOWN_LOCALE: 'There is no catalogue for this locale.',
  UNKNOWN_STYLE: 'There is no message style of this name.',
  UNKNOWN_DISPLAY: 'There is no display of this name.',
  UNKNOWN_THEME: 'There is no theme of this name.',
  MISSING_OPTION: 'An option that is required is missing.',
  NETWORK: 'The server could not be reached.',
  UNAUTHORIZED: 'The server refused the key or the token.',
  NOT_FOUND: 'The opt-in does not exist on this server.',
  EXPIRED: 'The opt-in has expired.',
  RATE_LIMITED: 'Too many requests; try again later.',
  SERVER_ERROR: 'The server failed.',
  WHATSAPP_DISABLED: 'WhatsApp is not enabled for this organization.',
} as const satisfies Record<OptInErrorCode, string>;

/**
 * Composes the message of an `OptInError`.
 *
 * @returns the code's sentence, then the detail.
 */
export function errorMessage(code: OptInErrorCode, detail?: string): string {
  return detail ? `${OPT_IN_ERROR_MESSAGES[code]} ${detail}` : OPT_IN_ERROR_MESSAGES[code];
}
