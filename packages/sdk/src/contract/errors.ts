/** The two sentences that travel with `generateWhatsAppLink`; apart from the table, so that a page with a link alone carries no more. */
export const PHONE_NUMBER_RULE = 'Phone numbers have 8 to 15 digits, country code included: "+966500000000".';
export const MESSAGE_LENGTH_RULE = 'A message has at most 4,096 characters, its link 8,192.';

/** Codes of `OptInError`, each with the sentence shown to an integrator. */
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
} as const satisfies Record<string, string>;
export type OptInErrorCode = keyof typeof OPT_IN_ERROR_MESSAGES;

/** The one error class of the SDK: what is right, what was found where that is safe to show, what to do. */
export class OptInError extends Error {
  readonly code: OptInErrorCode;
  /** @param message - whole sentences; `errorMessage` makes them from the table. @default the code */
  constructor(code: OptInErrorCode, message: string = code, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OptInError';
    this.code = code;
  }
}

/** @returns the code's sentence, then the detail. */
export function errorMessage(code: OptInErrorCode, detail?: string): string {
  return detail ? `${OPT_IN_ERROR_MESSAGES[code]} ${detail}` : OPT_IN_ERROR_MESSAGES[code];
}
