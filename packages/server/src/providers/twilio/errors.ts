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
  // The person wrote STOP to this sender. Comes with the answer to a send, and in callbacks.
  21610: 'opt_out',
  // No text, or more than 1,600 characters; a status callback that Twilio cannot call.
  21602: 'bug',
  21617: 'bug',
  21609: 'bug',

  // A handset that is off today, a recipient or carrier that blocks, an unknown fault: the number itself may be right.
  30003: 'next_tier',
  30004: 'next_tier',
  30008: 'next_tier',
  // No such number; a landline.
  30005: 'unreachable',
  30006: 'unreachable',
  // Filtered by a carrier; dearer than `MaxPrice`.
  30007: 'next_tier',
  30010: 'next_tier',

  // WhatsApp. No such address; a recipient that cannot be; a sandbox that the person has not joined.
  63003: 'unreachable',
  63024: 'unreachable',
  63015: 'unreachable',
  // WhatsApp does not deliver to this person for now, for its own reason.
  63032: 'next_tier',
  // `From` is no WhatsApp sender of this account.
  63007: 'bad_credentials',
  // Content that WhatsApp does not take.
  63005: 'bug',
  63021: 'bug',
  // This message is against a policy of WhatsApp: a fact about its text, not about our number.
  63013: 'next_tier',
  // Taken for spam; the day's limit: everything more makes it worse.
  63026: 'pause_channel',
  63038: 'pause_channel',
  // The person has blocked the business, or has opted out at WhatsApp.
  63014: 'opt_out',
  63033: 'opt_out',
  // The 24-hour window is closed, whatever we thought.
  63016: 'close_session',
  // Too fast: for WhatsApp, for this sender.
  63017: 'retry',
  63018: 'retry',
};

/** The API as a whole; WhatsApp and its sender; HTTP without a code. */
export const TOO_FAST_CODES = ['20429', '63017', '63018', 'http_429'];

export interface TwilioRefusal {
  httpStatus: number;
  /** `code` of the error body, `error_code` of a message that failed at once, `ErrorCode` of a callback. */
  code: number | null;
  retryAfterMs: number | null;
  /** Shown to staff where there is no code. @default `http_<status>` */
  otherwise?: string | undefined;
}

/** What a refusal of Twilio means for us. */
export function readTwilioRefusal({ httpStatus, code, retryAfterMs, otherwise }: TwilioRefusal): SendFailure {
  const action = (code !== null ? ACTIONS[String(code)] : undefined) ?? actionOfStatus(httpStatus);
  return {
    action,
    retryAfterMs: action === 'retry' ? (retryAfterMs ?? TRY_AGAIN_MS) : null,
    errorCode: code !== null ? String(code) : (otherwise ?? `http_${httpStatus}`),
  };
}

function actionOfStatus(httpStatus: number): FailureAction {
  if (httpStatus === 401 || httpStatus === 403) return 'bad_credentials';
  return httpStatus === 429 || httpStatus >= 500 ? 'retry' : 'next_tier';
}
