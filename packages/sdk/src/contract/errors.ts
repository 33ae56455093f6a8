/** Codes of `OptInError`, each with the sentence shown to an integrator. */
export const OPT_IN_ERROR_MESSAGES = {
  INVALID_PHONE_NUMBER: 'Phone number must have 8 to 15 digits with its country code, for example "+966500000000".',
  MESSAGE_TOO_LONG: 'The message may have at most 4,096 characters, and its link at most 8,192.',
  UNKNOWN_LOCALE: 'There is no catalogue for this locale.',
  UNKNOWN_STYLE: 'There is no message style of this name.',
  MISSING_OPTION: 'An option that is required is missing.',
  NETWORK: 'The server could not be reached.',
  UNAUTHORIZED: 'The server refused the key or the token.',
  NOT_FOUND: 'The opt-in does not exist on this server.',
  EXPIRED: 'The opt-in has expired.',
  RATE_LIMITED: 'Too many requests; try again later.',
  SERVER_ERROR: 'The server failed.',
  WHATSAPP_DISABLED: 'WhatsApp is not enabled for this organization.',
} as const satisfies Record<string, string>;
export type OptInErrorCode = keyof typeof OPT_IN_ERROR_MESSAGES;

/** The one error class of the SDK. `message` = the code's sentence, then what was found, where that is safe to show. */
export class OptInError extends Error {
  readonly code: OptInErrorCode;
  constructor(code: OptInErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail ? `${OPT_IN_ERROR_MESSAGES[code]} ${detail}` : OPT_IN_ERROR_MESSAGES[code], options);
    this.name = 'OptInError';
    this.code = code;
  }
}
