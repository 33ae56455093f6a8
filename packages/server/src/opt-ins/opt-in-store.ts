import type { ConsentStatement, FunnelEventType, MessageStyle, OptInState } from '@whatsapp-optin/sdk/contract';

export interface NewOptIn {
  organizationId: string;
  id: string;
  code: string;
  clientTokenHash: Uint8Array;
  ticketId: string | null;
  ticketNumber: string | null;
  messageStyle: MessageStyle;
  locale: string;
  pageUrl: string | null;
  pageOrigin: string | null;
  businessNumber: string;
  /** The pre-written message without its code. */
  wording: string;
  lifetimeMinutes: number;
  /** What the page says that it showed; its hash is checked. */
  consent: Required<ConsentStatement> | null;
}

/** As it stands now by the database's clock: `expired` once its code has lapsed unused. */
export interface StoredOptIn {
  organizationId: string;
  id: string;
  state: OptInState;
  expiresAt: Date;
  /** `null` unless connected with a session that is open. */
  sessionExpiresAt: Date | null;
  ticketId: string | null;
}

export interface OptInByCode extends StoredOptIn {
  ticketNumber: string | null;
  messageStyle: MessageStyle;
  locale: string;
  businessNumber: string;
}

export interface OptInStore {
  insert(optIn: NewOptIn): Promise<{ expiresAt: Date }>;
  /** `null`: no such opt-in, or the token is another's. */
  find(organizationId: string, optInId: string, clientTokenHash: Uint8Array): Promise<StoredOptIn | null>;
  /** Those of many that exist; for watchers, whose tokens were checked. */
  findMany(ids: readonly { organizationId: string; optInId: string }[]): Promise<StoredOptIn[]>;
  findByCode(code: string): Promise<OptInByCode | null>;
  /**
   * One statement: keeps the event and, where it says so, moves `idle` on to `waiting`, or an open opt-in to `declined`. The
   * first of a type counts; a further one changes nothing.
   */
  recordEvent(organizationId: string, optInId: string, type: FunnelEventType): Promise<void>;
}

/** Follows one opt-in: first the state given, then each that differs, until `signal` aborts. */
export interface OptInChanges {
  follow(first: StoredOptIn, signal: AbortSignal): AsyncIterable<StoredOptIn>;
}
