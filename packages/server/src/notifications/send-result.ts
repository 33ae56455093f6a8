import type { Reason } from '@whatsapp-optin/sdk/contract';
import type { SendFailure, SendOutcome } from '../providers/send-outcome.js';
import type { AttemptResult } from './notification-store.js';

/** A vendor's answer to one send, in the terms of an attempt. */
export interface SendResult extends AttemptResult {
  /** "2 devices" or the phone; `null`: nobody. */
  deliveredTo: string | null;
  /** The action after a paid vendor's refusal. */
  failure: SendFailure | null;
}

export const NO_RESULT = { reason: null, providerMessageId: null, errorCode: null, deliveredTo: null, failure: null };

/** Maps a paid vendor's answer to an attempt. `refused`: the reason where the vendor refuses for good. */
export function readOutcome(outcome: SendOutcome, refused: Reason, deliveredTo: string): SendResult {
  switch (outcome.status) {
    case 'accepted':
      return { ...NO_RESULT, status: 'accepted', providerMessageId: outcome.providerMessageId, deliveredTo };
    case 'unknown':
      return { ...NO_RESULT, status: 'unknown', reason: 'unknown_outcome', errorCode: outcome.errorCode };
    case 'failed': {
      const { action, errorCode } = outcome.failure;
      // A vendor that answered has refused; one that can be tried again was not there.
      const reason = action === 'retry' ? 'provider_unavailable' : refused;
      return { ...NO_RESULT, status: 'failed', reason, errorCode, failure: outcome.failure };
    }
  }
}
