import type { FailureAction, SendFailure } from '../send-outcome.js';

interface KnownRefusal {
  says: RegExp;
  action: FailureAction;
  errorCode: string;
}

const TRY_AGAIN_MS = 30_000;

/**
 * UltraMsg has no error codes: its refusals are English sentences, with HTTP 200. First match wins.
 *
 * Sentences as public integrations quote them (2026-11): "Wrong token. Please provide token as a GET parameter.",
 * "Instance not found", "Your instance has been Stopped due to non-payment", "WhatsApp not connected". The others are
 * worded after the same model and unconfirmed.
 */
const KNOWN_REFUSALS: readonly KnownRefusal[] = [
  { says: /\btoken\b/i, action: 'bad_credentials', errorCode: 'wrong_token' },
  { says: /instance\b.*\bnot found/i, action: 'bad_credentials', errorCode: 'instance_not_found' },
  { says: /non-?payment|stopped|suspend/i, action: 'bad_credentials', errorCode: 'instance_stopped' },
  {
    says: /not connected|disconnected|not auth|standby|\bqr\b/i,
    // The phone behind the bridge comes and goes; the next message may find it.
    action: 'next_tier',
    errorCode: 'whatsapp_not_connected',
  },
  {
    says: /not (registered|exist|on whatsapp)|(invalid|wrong|incorrect)\b.*\b(number|phone|recipient|chat)|\bwid\b/i,
    action: 'unreachable',
    errorCode: 'invalid_recipient',
  },
  { says: /too many|rate limit/i, action: 'retry', errorCode: 'rate_limited' },
];

/**
 * What a sentence of UltraMsg means for us; `null` where it is none that we know. The sentence itself never comes out: it
 * may repeat what was sent. A `Retry-After` of the vendor comes before our own guess.
 */
export function readRefusal(sentence: string, retryAfterMs: number | null): SendFailure | null {
  const known = KNOWN_REFUSALS.find(({ says }) => says.test(sentence));
  if (!known) return null;
  const { action, errorCode } = known;
  return { action, retryAfterMs: action === 'retry' ? (retryAfterMs ?? TRY_AGAIN_MS) : null, errorCode };
}

/** `null` for a status that is no refusal. */
export function readHttpRefusal(httpStatus: number, retryAfterMs: number | null): SendFailure | null {
  if (httpStatus < 300) return null;
  const errorCode = `http_${httpStatus}`;
  if (httpStatus === 401 || httpStatus === 403) return { action: 'bad_credentials', retryAfterMs: null, errorCode };
  // An instance that does not exist has no path.
  if (httpStatus === 404) return { action: 'bad_credentials', retryAfterMs: null, errorCode: 'instance_not_found' };
  if (httpStatus === 429 || httpStatus >= 500) {
    return { action: 'retry', retryAfterMs: retryAfterMs ?? TRY_AGAIN_MS, errorCode };
  }
  return { action: 'next_tier', retryAfterMs: null, errorCode };
}
