import type { Basis, DeliveryMethod, NotificationType, Reason, Tier } from './notifications.js';
import type { ConsentSource } from './shipped-consents.js';

/** Query of both analytics and of compliance: days in the organization's zone, `2026-11-24`, both included; default the last 30. */
export interface DayRange {
  /** First day. */
  from?: string;
  /** Last day, included. The range has at most 400 days. */
  to?: string;
}

/** Counts of the funnel's steps. Pages report `impressions` to `helpShown`; the server counts the rest. */
export interface OptInCounts {
  /** The prompt was seen. */
  impressions: number;
  /** The link was followed. */
  linkOpens: number;
  /** A QR was shown. */
  qrShown: number;
  /** The number or the message was copied. */
  copied: number;
  /** The help panel was opened. */
  helpShown: number;
  /** "I don't use WhatsApp". */
  declined: number;
  /** Skip was pressed. */
  skipped: number;
  /** A message with the code came. */
  connected: number;
  /** Messages of customers, with a code or without. */
  messages: number;
  /** Customers who wrote STOP. */
  optedOut: number;
}

/** Rates are 0 to 1, or `null` where there is nothing to divide by. */
export interface OptInAnalytics {
  /** First day, `2026-11-24`. */
  from: string;
  /** Last day, included. */
  to: string;
  /** IANA zone of the days. */
  timeZone: string;
  /** Over all of these days. */
  totals: OptInCounts;
  /** Over all of these days. */
  rates: {
    /** Connected of impressions. */
    adoption: number | null;
    /** Declined and skipped of impressions. */
    decline: number | null;
    /** Opted out of consents granted. */
    optOut: number | null;
    /** Renewed of the renewal notices that were answered or whose session has ended. */
    renewal: number | null;
    /** Genuine webhook messages that were accepted, of all that came. */
    capture: number | null;
  };
  /** From the making of an opt-in to its message; estimated from counts by length. `null` without samples. */
  timeToConnect: { medianSeconds: number | null; p90Seconds: number | null; samples: number };
  /** One a day, also where nothing happened. */
  days: ({ day: string } & OptInCounts)[];
}

/** How long after its request a notification was sent: under 1 minute, under 10, or later. */
export const LATENESSES = ['within_minute', 'within_ten_minutes', 'later'] as const;
/** One of `LATENESSES`. */
export type Lateness = (typeof LATENESSES)[number];

/** Answer of `GET /api/admin/analytics/deliveries`. */
export interface DeliveryAnalytics {
  /** First day, `2026-11-24`. */
  from: string;
  /** Last day, included. */
  to: string;
  /** IANA zone of the days. */
  timeZone: string;
  /** Notifications by how they ended. */
  totals: Record<DeliveryMethod, number>;
  /** One row a day, by how notifications ended. */
  days: ({ day: string } & Record<DeliveryMethod, number>)[];
  /** Attempts that failed, and notifications that reached nobody (`tier: null`), by reason; the most frequent first. */
  failures: { tier: Tier | null; reason: Reason; count: number }[];
  /** Attempts by tier. */
  attempts: { tier: Tier; made: number; succeeded: number; failed: number; late: number; unknown: number }[];
  /** Costs in cents. `unknownCost`: messages whose cost is not known; never counted as 0. */
  sms: { messages: number; segments: number; costCents: number; estimatedCostCents: number; unknownCost: number };
  /** Thumbs up and down to WhatsApp notifications, by type and lateness; without rows of zeros. Each as it stands now. */
  reactions: { type: NotificationType; lateness: Lateness; up: number; down: number }[];
}

/**
 * Result of a check of the consents' chain of hashes. `unsealed`: entries that are not sealed yet. `broken`: the first entry
 * that does not match, and why.
 */
export type ConsentChainCheck =
  | { status: 'whole'; seals: number; unsealed: number; checkedAt: string }
  | {
      status: 'broken';
      position: number;
      consentId: string;
      why: 'consent_changed' | 'consent_missing' | 'position_missing';
      checkedAt: string;
    };

/** `GET /api/admin/compliance`; `POST /api/admin/compliance/check` checks everything again, from the first row, and answers the same. */
export interface ComplianceReport {
  /** First day, `2026-11-24`. */
  from: string;
  /** Last day, included. */
  to: string;
  /** IANA zone of the days. */
  timeZone: string;
  /** Counts over all time. */
  proof: {
    /** WhatsApp sends ever, welcomes and confirmations included. */
    sends: number;
    /** Of these, without the customer's own message in the 24 hours before: 0. */
    unsolicited: number;
    /** SQL that anybody with the database can ask again. */
    query: string;
    /** What the sends of each tier rest on. `unproven`: sends without what their basis promises: 0. */
    bases: { tier: Exclude<Tier, 'none'>; basis: Basis; sends: number; unproven: number }[];
    /** The SQL of `bases`. */
    basesQuery: string;
    checkedAt: string;
  };
  /** The last check of the whole chain; `null` before the first. */
  chain: ConsentChainCheck | null;
  /**
   * Opt-ins that were made in these days and whose prompt was seen. `unopened`: nobody was asked by WhatsApp: the link was not
   * followed, nothing was copied, nobody declined, no message came, and the code has lapsed.
   */
  optIns: { shown: number; unopened: number };
  /** Consents that were granted and withdrawn in these days. */
  consents: { granted: number; withdrawn: number };
  /** As in `OptInAnalytics`. */
  rates: OptInAnalytics['rates'];
}

/** Query of `GET /api/admin/consents` and of `…/export/consents.csv`, newest first. */
export interface ConsentFilter {
  /** One of the two alone. */
  action?: 'granted' | 'withdrawn';
  /** Entries of one person. */
  contactId?: string;
  /** Entries of one ticket, by the host's id. */
  ticketId?: string;
  /** ISO 8601: at or after this moment. */
  from?: string;
  /** ISO 8601: before this moment. */
  to?: string;
}

/** Query of `GET /api/admin/consents`. */
export interface ConsentListQuery extends ConsentFilter {
  /** `nextCursor` of the page before. @default the first page */
  cursor?: string;
  /** 1 to 200. @default 50 */
  limit?: number;
}

/** One line of the journal. The person is a pseudonym: `contactId` stays when a person is erased, and then leads nowhere. */
export interface AdminConsent {
  /** UUID of the entry. */
  id: string;
  /** ISO 8601: when the entry was written. */
  recordedAt: string;
  /** Pseudonym of the person. */
  contactId: string;
  /** Whether the consent was given or taken back. */
  action: 'granted' | 'withdrawn';
  /** What the messages are for. */
  purpose: string;
  /** The channel that it is for: `whatsapp`, `sms`; `all` where it was taken back on the customer's own page. */
  channel: string;
  /** What the customer did. */
  method: 'opt_in_code' | 'inbound_message' | 'keyword' | 'vendor_report' | 'customer_page' | 'suppression_journal';
  /** The pre-written message that they agreed to, word for word. */
  wording: string | null;
  /** BCP 47 tag of the wording; `null` without one. */
  wordingLocale: string | null;
  /** The text beside the button, as the page said that it was shown. */
  consentText: string | null;
  /** Version of that text, as the page said; `null` without one. */
  consentVersion: string | null;
  /** SHA-256 of that text in UTF-8, 64 hexadecimal digits; `null` without one. */
  consentHash: string | null;
  /** `shipped`: it is our own text of that version. `claimed`: only the page says that it showed it. `null` without a text. */
  consentSource: ConsentSource | null;
  /** Origin of the page with the prompt; `null` if it is not known. */
  pageOrigin: string | null;
  /** The host's id of the ticket; `null` without one. */
  ticketId: string | null;
  /** The opt-in behind it; `null` without one. */
  optInId: string | null;
  /** The customer's message that gave or withdrew it; `null` without one. */
  inboundMessageId: string | null;
  /** Name of the vendor that brought the message. */
  provider: string;
  /** ISO 8601: when that message was sent, by the vendor's clock; `null` without one. */
  messageSentAt: string | null;
  /** How the message was proven to come from the vendor: a signature, a secret address, or by reading it back from the vendor; `capability_link`: the link that only the customer was sent; `keyed_hash`: the journal of STOPs, after a restore. */
  evidence: 'signed_webhook' | 'secret_url' | 'read_back' | 'capability_link' | 'keyed_hash';
  /** Its place in the chain and its hash in hex; `null` until it is sealed, seconds later. */
  seal: { position: number; hash: string } | null;
}

/** Answer of `GET /api/admin/consents`. */
export interface AdminConsentPage {
  /** The rows of this page. */
  items: AdminConsent[];
  /** `cursor` of the next page; `null` on the last one. */
  nextCursor: string | null;
}
