import type { FailureAction, SendFailure } from '../send-outcome.js';

const TRY_AGAIN_MS = 30_000;

/**
 * Names of AWS's errors (API reference of SNS `Publish` and its common errors, 2026-11), with and without the `Exception`
 * that the SDK appends. A name that is missing here goes by its HTTP status.
 */
const ACTIONS: Readonly<Record<string, FailureAction>> = {
  Throttled: 'retry',
  Throttling: 'retry',
  TooManyRequests: 'retry',
  RequestLimitExceeded: 'retry',
  KMSThrottling: 'retry',
  InternalError: 'retry',
  InternalFailure: 'retry',
  ServiceUnavailable: 'retry',
  OptedOut: 'opt_out',
  AuthorizationError: 'bad_credentials',
  AccessDenied: 'bad_credentials',
  InvalidClientTokenId: 'bad_credentials',
  UnrecognizedClient: 'bad_credentials',
  SignatureDoesNotMatch: 'bad_credentials',
  IncompleteSignature: 'bad_credentials',
  ExpiredToken: 'bad_credentials',
  InvalidSecurity: 'bad_credentials',
  OptInRequired: 'bad_credentials',
  MissingAuthenticationToken: 'bad_credentials',
  // The SDK's own, before anything is sent: no credentials were found.
  CredentialsProviderError: 'bad_credentials',
  // Keys of an encrypted topic: a setting of the account, which no retry fixes.
  KMSAccessDenied: 'bad_credentials',
  KMSDisabled: 'bad_credentials',
  KMSInvalidState: 'bad_credentials',
  KMSNotFound: 'bad_credentials',
  KMSOptInRequired: 'bad_credentials',
  InvalidParameter: 'bug',
  InvalidParameterValue: 'bug',
  Validation: 'bug',
  ValidationError: 'bug',
  EndpointDisabled: 'next_tier',
  PlatformApplicationDisabled: 'next_tier',
  NotFound: 'next_tier',
  UserError: 'next_tier',
};

export interface SnsRefusal {
  /** `ThrottledException`, `InvalidParameter` … */
  name: string;
  /** Read here for what it is about, and kept nowhere: it repeats the phone. */
  message: string;
  /** `null` where there was no answer. */
  httpStatus: number | null;
  retryAfterMs: number | null;
}

/** What a refusal of Amazon SNS means for us; `null` for an error that is none of AWS's. */
export function readSnsRefusal({ name, message, httpStatus, retryAfterMs }: SnsRefusal): SendFailure | null {
  const plainName = name.replace(/Exception$/, '');
  const known = Object.hasOwn(ACTIONS, plainName) ? ACTIONS[plainName] : undefined;
  if (known === undefined && httpStatus === null) return null;
  // "Invalid parameter: PhoneNumber Reason: … is not valid to publish to"
  const action = known === 'bug' && /\bPhoneNumber\b/i.test(message) ? 'unreachable' : known;
  const decided = action ?? actionOfStatus(httpStatus ?? 0);
  return {
    action: decided,
    retryAfterMs: decided === 'retry' ? (retryAfterMs ?? TRY_AGAIN_MS) : null,
    errorCode: /^\w{1,64}$/.test(plainName) ? plainName : `http_${httpStatus}`,
  };
}

function actionOfStatus(httpStatus: number): FailureAction {
  if (httpStatus === 401 || httpStatus === 403) return 'bad_credentials';
  return httpStatus === 429 || httpStatus >= 500 ? 'retry' : 'next_tier';
}
