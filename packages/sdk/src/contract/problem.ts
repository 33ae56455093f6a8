/** Every `code` of a problem document, with its HTTP status and its sentence. */
export const PROBLEMS = {
  BAD_REQUEST: { status: 400, title: 'The request could not be parsed' },
  UNAUTHORIZED: { status: 401, title: 'No key, or a wrong one' },
  FORBIDDEN: { status: 403, title: 'The key is not for this' },
  NOT_FOUND: { status: 404, title: 'Not found' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address takes another method' },
  CONFLICT: { status: 409, title: 'The same request is still in flight' },
  TICKET_CLOSED: { status: 409, title: 'The ticket is closed' },
  TICKET_CALLED: { status: 409, title: 'The ticket is called already' },
  WHATSAPP_DISABLED: { status: 409, title: 'WhatsApp is not enabled for this organization' },
  NO_ACTIVE_SESSION: { status: 409, title: 'The 24-hour window of this customer is closed' },
  OPTED_OUT: { status: 409, title: 'The customer has stopped the updates' },
  GONE: { status: 410, title: 'No longer here' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNPROCESSABLE: { status: 422, title: 'A field is wrong' },
  INVALID_PHONE_NUMBER: { status: 422, title: 'The phone number is wrong' },
  MESSAGE_TOO_LONG: { status: 422, title: 'The message is too long' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The idempotency key was used with another body' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  SERVER_ERROR: { status: 500, title: 'The server failed' },
  PROVIDER_NOT_CONFIGURED: { status: 503, title: 'The provider is not configured' },
  UNAVAILABLE: { status: 503, title: 'Not available right now' },
} as const satisfies Record<string, { status: number; title: string }>;
/** A key of `PROBLEMS`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem document. `field` names the wrong one, where there is one. */
export interface Problem {
  /** A URI that identifies the kind of problem. */
  type: string;
  /** The sentence of the code. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What is wrong with this request. */
  detail: string;
  /** A key of `PROBLEMS`. */
  code: ProblemCode;
  /** Path of the wrong field, `items.0.phone`. */
  field?: string;
  /** Every wrong field, if there are several. */
  errors?: readonly { field: string; message: string }[];
}
