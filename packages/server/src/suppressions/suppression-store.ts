import type { SuppressionKind } from './journal-line.js';

/** A fact that the journal lacks yet. */
export interface OwedSuppression {
  organizationId: string;
  turn: number;
  kind: SuppressionKind;
  at: Date;
  /** Names of the person; empty for an erasure. */
  names: readonly string[];
  /** Of an erasure: its names were hashed before they went. */
  nameHashes: readonly Uint8Array[];
}

/** A name that the database knows: a phone in E.164, or a user id of WhatsApp. */
export interface KnownName {
  name: string;
  /** `null`: a phone of a ticket or an SMS alone. */
  contactId: string | null;
}

/** What was settled, by what it was. */
export interface SettledRows {
  notifications: number;
  replies: number;
  messages: number;
  renewals: number;
}

export interface SuppressionStore {
  /** From now on each STOP, START and erasure is owed to the journal. */
  keep(): Promise<void>;
  /** Lines that were reserved so far; 0 where no journal was ever kept. */
  position(): Promise<number>;
  /** Reserves lines, committed. @returns the last of them. */
  reserve(lines: number): Promise<number>;
  takeOwed(limit: number): Promise<OwedSuppression[]>;
  forgetOwed(owed: readonly OwedSuppression[]): Promise<void>;
  /** Every name of an organization, page by page. */
  names(organizationId: string): AsyncGenerator<readonly KnownName[]>;
  /** @returns false where they had stopped before. */
  stop(organizationId: string, contactId: string, since: Date): Promise<boolean>;
  /** Nothing is sent to these names until they write again, unless the database knows the person. */
  block(organizationId: string, nameHashes: readonly Uint8Array[]): Promise<void>;
  /** Settles all that is due. */
  settleDue(): Promise<SettledRows>;
  /** The database is as far as this line of the journal, and was checked now. */
  markChecked(position: number): Promise<void>;
}
