import type { Identity } from '../providers/identity.js';
import type { AttemptResult } from '../notifications/notification-store.js';

/** A reply that we owe to one inbound message, with all that its text needs. */
export interface OwedReply {
  organizationId: string;
  id: string;
  kind: 'welcome' | 'opt_out_confirmation' | 'stop_question';
  contactId: string;
  businessNumber: string;
  /** 1 for the first. */
  tries: number;
  /** Since it is owed, by the database's clock, in milliseconds. */
  ageMs: number;
  identities: readonly Identity[];
  locale: string | null;
  /** `null` where the session has ended meanwhile. */
  sessionExpiresAt: Date | null;
  ticketNumber: string | null;
  pageUrl: string | null;
}

export interface ReplyStore {
  /** Takes due replies for this process; another's are passed over, and those of the organizations named here. */
  takeDue(limit: number, except: readonly string[]): Promise<OwedReply[]>;
  /**
   * Claims the send in one statement: a welcome and a question only in an open session of a person who has not opted out, nor
   * paused since they wrote; a confirmation only as the answer to the STOP that took effect. `false`: not allowed any more;
   * the reply is dropped.
   */
  claim(
    reply: OwedReply,
    input: { attemptId: string; provider: string; locale: string; marginSeconds: number },
  ): Promise<boolean>;
  record(reply: OwedReply, attemptId: string, result: AttemptResult): Promise<void>;
  /** Due again after a refusal that says so. */
  postpone(reply: OwedReply, delayMs: number): Promise<void>;
  drop(reply: OwedReply, reason: string): Promise<void>;
  /**
   * The worker itself failed: due again later, a dead letter after some failures; over if its try may have been sent.
   */
  fail(reply: OwedReply, errorName: string): Promise<void>;
  /** Replies whose process died: tried ones are over (their outcome is unknown), untried ones are due again. @returns how many. */
  reconcileLost(): Promise<number>;
}
