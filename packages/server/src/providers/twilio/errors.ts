import type { FailureAction, SendFailure } from '../send-outcome.js';

const TRY_AGAIN_MS = 30_000;

/**
 * Twilio's own codes, as its error reference lists them (2026-11). What is missing here falls to the next tier: an
 * unknown code is never tried again.
 */
const ACTIONS: Readonly<Record<string, FailureAction>> = {
  20003: 'bad_credentials',
  // No such account, or one that is not active.
  20404: 'bad_credentials',
  20005: 'bad_credentials',
  // `From` is no number of this account, or cannot send SMS.
  21212: 'bad_credentials',
  21606: 'bad_credentials',
  21659: 'bad_credentials',
  20429: 'retry',
  // The queue of this sender is full.
  21611: 'retry',
  // `To` is no phone, or no mobile one.
  21211: 'unreachable',
  21614: 'unreachable',
  21217: 'unreachable',
  // The region of `To` is not enabled in the account.
  21408: 'next_tier',
  // The person wrote STOP to this sender.
  21610: 'opt_out',
  // No text, or more than 1,600 characters.
  21602: 'bug',
  21617: 'bug',
};

export interface TwilioRefusal {
  httpStatus: number;
  /** `code` of the error body, or `error_code` of a message that was created and failed at once. */
  code: number | null;
  retryAfterMs: number | null;
}

/** What a refusal of Twilio means for us. */
export function readTwilioRefusal({ httpStatus, code, retryAfterMs }: TwilioRefusal): SendFailure {
  const action = (code !== null ? ACTIONS[String(code)] : undefined) ?? actionOfStatus(httpStatus);
  return {
    action,
    retryAfterMs: action === 'retry' ? (retryAfterMs ?? TRY_AGAIN_MS) : null,
    errorCode: code !== null ? String(code) : `http_${httpStatus}`,
  };
}

function actionOfStatus(httpStatus: number): FailureAction {
  if (httpStatus === 401 || httpStatus === 403) return 'bad_credentials';
  return httpStatus === 429 || httpStatus >= 500 ? 'retry' : 'next_tier';
}
