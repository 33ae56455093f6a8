import type {
  ConsentStatement,
  FunnelEventType,
  MessageStyle,
  OptInCreated,
  OptInStatus,
} from '@whatsapp-optin/sdk/contract';

export interface OptInInput {
  /** Set only by a secret key or a verified ticketToken: binds. */
  boundTicketId: string | null;
  /** Words only. */
  ticketNumber: string | null;
  messageStyle: MessageStyle | null;
  locale: string | null;
  pageUrl: string | null;
  /** Of the page, as its browser says; `null` for a server's call. */
  pageOrigin?: string | null;
  /** The sentence beside the link, as the page reports it. */
  consent?: ConsentStatement | null;
}

export type CreateOptInResult =
  | { status: 'created'; optIn: OptInCreated }
  | { status: 'whatsapp_disabled' }
  | { status: 'unknown_ticket' }
  | { status: 'wrong_consent_hash' };

/** Where `/o/:code` leads. */
export type ShortLinkResult =
  { status: 'open'; phone: string; message: string } | { status: 'gone' } | { status: 'unknown' };

export interface OptInService {
  create(organizationId: string, input: OptInInput): Promise<CreateOptInResult>;
  /** `null`: unknown id, or a clientToken that is not this opt-in's (the caller cannot distinguish them). */
  read(optInId: string, clientToken: string): Promise<OptInStatus | null>;
  /**
   * The present state, then each change, until `signal` aborts or the state is final. Ends at once where `read` gives `null`.
   */
  watch(optInId: string, clientToken: string, signal: AbortSignal): AsyncIterable<OptInStatus>;
  /** `false` as `read` gives `null`. */
  recordEvent(optInId: string, clientToken: string, type: FunnelEventType): Promise<boolean>;
  resolveShortLink(code: string): Promise<ShortLinkResult>;
  /** The organization and the bound ticket behind a clientToken; `null` as `read`. */
  authorize(optInId: string, clientToken: string): Promise<{ organizationId: string; ticketId: string | null } | null>;
}
