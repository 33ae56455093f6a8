import type {
  ConsentStatement,
  FunnelEventType,
  MessageStyle,
  OptInCreated,
  OptInStatus,
} from '@whatsapp-optin/sdk/contract';

/** One opt-in to create. `null`: not given. */
export interface OptInInput {
  /** The ticket to bind. Set only by a secret key or a verified ticketToken. */
  boundTicketId: string | null;
  /** For the text of the message alone; binds nothing. */
  ticketNumber: string | null;
  /** `null`: the organization's style. */
  messageStyle: MessageStyle | null;
  /** BCP 47 tag; `null`: the ticket's, else the organization's default. */
  locale: string | null;
  /** URL of the page with the link. */
  pageUrl: string | null;
  /** Of the page, as its browser says; `null` for a server's call. */
  pageOrigin?: string | null;
  /** The sentence beside the link, as the page reports it. */
  consent?: ConsentStatement | null;
}

/** The created opt-in, or why none was created. */
export type CreateOptInResult =
  | { status: 'created'; optIn: OptInCreated }
  | { status: 'whatsapp_disabled' }
  | { status: 'unknown_ticket' }
  | { status: 'wrong_consent_hash' };

/** Where `/o/:code` leads. */
export type ShortLinkResult =
  { status: 'open'; phone: string; message: string } | { status: 'gone' } | { status: 'unknown' };

/** Opt-ins that browsers start. The holder of a clientToken reads its own opt-in alone. */
export interface OptInService {
  /** Creates an opt-in with its code and links. */
  create(organizationId: string, input: OptInInput): Promise<CreateOptInResult>;
  /** `null`: unknown id, or a clientToken that is not this opt-in's (the caller cannot distinguish them). */
  read(optInId: string, clientToken: string): Promise<OptInStatus | null>;
  /**
   * The present state, then each change, until `signal` aborts or the state is final. Ends at once where `read` gives `null`.
   */
  watch(optInId: string, clientToken: string, signal: AbortSignal): AsyncIterable<OptInStatus>;
  /** Records a step of the funnel. `false` where `read` gives `null`. */
  recordEvent(optInId: string, clientToken: string, type: FunnelEventType): Promise<boolean>;
  /** The WhatsApp message behind a code; `gone`: no longer open, `unknown`: no such code. */
  resolveShortLink(code: string): Promise<ShortLinkResult>;
  /** The organization and the bound ticket behind a clientToken; `null` as `read`. */
  authorize(optInId: string, clientToken: string): Promise<{ organizationId: string; ticketId: string | null } | null>;
}
