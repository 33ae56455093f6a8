/** What the caller must do about a refused send. */
export type FailureAction =
  'retry' | 'next_tier' | 'close_session' | 'opt_out' | 'unreachable' | 'pause_channel' | 'bad_credentials' | 'bug';

/** A vendor's refusal, in a form common to all vendors. */
export interface SendFailure {
  action: FailureAction;
  /** Earliest next try; `null` = do not try again. */
  retryAfterMs: number | null;
  /** The vendor's own code, or `http_503`, `timeout`; shown to staff. Never a secret, a phone or a text. */
  errorCode: string | null;
}

/**
 * Result of one send. `unknown` = the request may have reached the vendor, its answer did not reach us: never repeated
 * blindly. Senders do not throw for anything a vendor or the network does.
 */
export type SendOutcome =
  | { status: 'accepted'; providerMessageId: string | null }
  | { status: 'failed'; failure: SendFailure }
  | { status: 'unknown'; errorCode: string };

/** Codes of refusals of our own: no turn at the vendor came in time, or the claim was too old. No vendor was asked. */
export const OWN_REFUSALS = ['queue_full', 'claim_expired'] as const;

/** Longest time that one call of a vendor may take. Smaller than the session margin, so that a send cannot outlive its window. */
export const SEND_DEADLINE_MS = 20_000;
