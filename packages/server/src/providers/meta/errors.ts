import { isJsonObject } from '../json-object.js';
import type { FailureAction, SendFailure } from '../send-outcome.js';

/** One message to one person every six seconds. */
const PAIR_RETRY_MS = 6_000;
/** 80 messages a second for one number: room again soon. */
const THROUGHPUT_RETRY_MS = 5_000;
/** Limits of calls, counted by the hour. */
const CALLS_RETRY_MS = 60_000;
const OUTAGE_RETRY_MS = 10_000;
const MAINTENANCE_RETRY_MS = 60_000;

type KnownError = Exclude<FailureAction, 'retry'> | { retryAfterMs: number };

/**
 * Meta's codes, the same in the answer to a send and in a status that comes later. What is missing here falls to the next
 * tier and is not tried again.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (2026-05)
 */
const ERRORS: Readonly<Record<string, KnownError>> = {
  // More than 24 hours since the customer wrote, by Meta's clock. Mostly comes as a status, after an acceptance.
  131047: 'close_session',
  // The customer has stopped marketing; ours are notices, and one that Meta takes for marketing is not sent again either.
  131050: 'opt_out',
  // Not on WhatsApp, terms not accepted, too old an app; or the business number itself.
  131026: 'unreachable',
  131021: 'unreachable',
  // Their country may not be written to: a fact about this person, not about our number.
  130497: 'unreachable',
  // Spam by Meta's judgement, policy, locked account, payment: each further send makes it worse or is in vain.
  131048: 'pause_channel',
  368: 'pause_channel',
  131031: 'pause_channel',
  131042: 'pause_channel',
  // Token expired or withdrawn, permission missing. 200 to 299 are of this kind too.
  0: 'bad_credentials',
  3: 'bad_credentials',
  10: 'bad_credentials',
  190: 'bad_credentials',
  131005: 'bad_credentials',
  131056: { retryAfterMs: PAIR_RETRY_MS },
  130429: { retryAfterMs: THROUGHPUT_RETRY_MS },
  4: { retryAfterMs: CALLS_RETRY_MS },
  613: { retryAfterMs: CALLS_RETRY_MS },
  80007: { retryAfterMs: CALLS_RETRY_MS },
  133016: { retryAfterMs: CALLS_RETRY_MS },
  131000: { retryAfterMs: OUTAGE_RETRY_MS },
  131016: { retryAfterMs: OUTAGE_RETRY_MS },
  131057: { retryAfterMs: MAINTENANCE_RETRY_MS },
  // Marketing that Meta holds back for this person; a day must pass.
  131049: 'next_tier',
  130472: 'next_tier',
  // This kind of message needs a phone, and only a user id is known.
  131062: 'next_tier',
  // A parameter is missing: our error, or one that this recipient lacks. Meta does not say which.
  131008: 'next_tier',
  131009: 'bug',
  131051: 'bug',
  100: 'bug',
  33: 'bug',
};

/** `code` of an error of Meta's, in whatever form it comes; `null` where there is none. */
export function readErrorCode(error: unknown): number | null {
  if (!isJsonObject(error)) return null;
  const { code } = error;
  if (typeof code === 'number') return Number.isSafeInteger(code) && code >= 0 ? code : null;
  return typeof code === 'string' && /^\d{1,9}$/.test(code) ? Number(code) : null;
}

/** What a code means for us. A `Retry-After` of Meta's comes before our own guess. */
export function failureOfCode(code: number, retryAfterMs: number | null = null): SendFailure {
  const known = ERRORS[String(code)] ?? (code >= 200 && code <= 299 ? 'bad_credentials' : 'next_tier');
  const errorCode = String(code);
  return typeof known === 'string'
    ? { action: known, retryAfterMs: null, errorCode }
    : { action: 'retry', retryAfterMs: retryAfterMs ?? known.retryAfterMs, errorCode };
}

/** One of the `errors` of a status; `null` where it has no code. */
export function readWebhookFailure(error: unknown): SendFailure | null {
  const code = readErrorCode(error);
  return code === null ? null : failureOfCode(code);
}

/** What an answer means that refuses without a code; `null` for a status that is no refusal. */
export function failureOfStatus(httpStatus: number, retryAfterMs: number | null): SendFailure | null {
  if (httpStatus < 300) return null;
  const errorCode = `http_${httpStatus}`;
  if (httpStatus === 401 || httpStatus === 403) return { action: 'bad_credentials', retryAfterMs: null, errorCode };
  if (httpStatus === 429 || httpStatus >= 500) {
    return { action: 'retry', retryAfterMs: retryAfterMs ?? OUTAGE_RETRY_MS, errorCode };
  }
  return { action: 'next_tier', retryAfterMs: null, errorCode };
}
