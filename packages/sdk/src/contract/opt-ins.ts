import type { MessageStyle } from './message-style.js';
import type { OptInState } from './opt-in-state.js';

/** Body of `POST /api/opt-ins`. All fields are optional; without a ticket the opt-in opens a session and binds nothing. */
export interface CreateOptInRequest {
  /** The host's id of the ticket. Binds only with a secret key, or beside a `ticketToken` whose `sub` is this id. */
  ticketId?: string;
  /**
   * What the customer sees, `A001`. Words only: it never binds, and no message of the server repeats it. With a publishable
   * key and no `ticketToken`: at most 16 letters, digits, spaces and hyphens.
   */
  ticketNumber?: string;
  /** A JWT (HS256 with the secret key) whose `sub` is the ticket id and whose `exp` is at most 31 days ahead; made by the host's server. */
  ticketToken?: string;
  /** @default the organization's */
  messageStyle?: MessageStyle;
  /** BCP 47 tag of the page; the message is written in the closest supported locale. */
  locale?: string;
  /** The page the customer came from; the welcome message links back to it. `https:`, or `http:` on localhost; with a publishable key, of the page's own origin. */
  pageUrl?: string;
  /** The consent sentence that stood beside the link. */
  consent?: ConsentStatement;
}

/**
 * The consent sentence that the customer read before the tap, word for word. From a browser it is the page's claim: proofs
 * show it as such, unless it is a sentence that the SDK ships.
 */
export interface ConsentStatement {
  /** Changes with the meaning of the sentence; at most 32 characters. */
  version: string;
  /** BCP 47 tag of the sentence. */
  locale: string;
  /** At most 2,000 characters. */
  text: string;
  /** SHA-256 of the text in UTF-8, 64 hexadecimal digits; absent from pages without https. */
  hash?: string;
}

/** Answer of `POST /api/opt-ins`. */
export interface OptInCreated {
  /** UUID of the opt-in. */
  id: string;
  /** Capability of the browser: reads this opt-in's state and reports its funnel, nothing else. */
  clientToken: string;
  /** `XXXX-XXXX-XXXX` */
  code: string;
  /** The pre-written message, code included. */
  message: string;
  /** The company number, E.164, that the links lead to. */
  companyNumber: string;
  /** What the company is called. */
  organizationName: string;
  /** Deep links with the message written. */
  links: OptInLinks;
  /** `idle`, or the state of the opt-in that the same idempotency key made before. */
  state: OptInState;
  /** ISO 8601; the code works until then. */
  expiresAt: string;
}

/** Addresses that open WhatsApp with the message written. */
export interface OptInLinks {
  /** `https://wa.me/…`, which works on every device. @see https://faq.whatsapp.com/5913398998672934 */
  universal: string;
  /** `whatsapp://send?…`, for an installed app. */
  app: string;
  /** `https://web.whatsapp.com/send?…`, WhatsApp Web. */
  web: string;
  /** `<PUBLIC_URL>/o/<code>`: short enough for a small QR. */
  short: string;
}

/** Answer of `GET /api/opt-ins/:id` and each event of its stream. Never a phone, a name or a text. */
export interface OptInStatus {
  /** UUID of the opt-in. */
  id: string;
  /** The state on the server. */
  state: OptInState;
  /** ISO 8601; the code works until then. */
  expiresAt: string;
  /** ISO 8601 end of the 24-hour session; absent unless connected. */
  sessionExpiresAt?: string;
}

/** Funnel steps that a page may report. */
export const FUNNEL_EVENT_TYPES = [
  'impression',
  'link_open',
  'qr_shown',
  'help_shown',
  'copied',
  'declined',
  'skipped',
] as const;
/** One of `FUNNEL_EVENT_TYPES`. */
export type FunnelEventType = (typeof FUNNEL_EVENT_TYPES)[number];

/** Body of `POST /api/opt-ins/:id/events`; sent as `text/plain` JSON by `sendBeacon`, which cannot set a header. */
export interface FunnelEventRequest {
  /** The step. */
  type: FunnelEventType;
  /** Where the request carries no Authorization header. */
  clientToken?: string;
}
