/** The two sentences that travel with `generateWhatsAppLink`; apart from the table, so that a page with a link alone carries no more. */
export const PHONE_NUMBER_RULE = 'Phone numbers have 8 to 15 digits, country code included: "+966500000000".';
export const MESSAGE_LENGTH_RULE = 'A message has at most 4,096 characters, its link 8,192.';

/** Codes of `OptInError`; `error-messages.ts` has a sentence for each. */
export type OptInErrorCode =
  | 'INVALID_PHONE_NUMBER'
  | 'MESSAGE_TOO_LONG'
  | 'UNKNOWN_LOCALE'
  | 'UNKNOWN_STYLE'
  | 'UNKNOWN_DISPLAY'
  | 'UNKNOWN_THEME'
  | 'MISSING_OPTION'
  | 'NETWORK'
  | 'UNAUTHORIZED'
  | 'NOT_FOUND'
  | 'EXPIRED'
  | 'RATE_LIMITED'
  | 'SERVER_ERROR'
  | 'WHATSAPP_DISABLED';

/** The one error class of the SDK: what is right, what was found where that is safe to show, what to do. */
export class OptInError extends Error {
  /** The kind of error, the same in every language and version. */
  readonly code: OptInErrorCode;
  /** @param message - whole sentences; `errorMessage` makes them from the table. @default the code */
  constructor(code: OptInErrorCode, message: string = code, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OptInError';
    this.code = code;
  }
}
