import type { DeliveryMethod, Reason, Tier } from './notifications.js';

/** Query of both analytics and of compliance: days in the organization's zone, `2026-11-24`, both included; default the last 30. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** Counts of the funnel's steps. Pages report `impressions` to `helpShown`; the server counts the rest. */
export interface OptInCounts {
  impressions: number;
  linkOpens: number;
  qrShown: number;
  copied: number;
  helpShown: number;
  /** "I don't use WhatsApp". */
  declined: number;
  skipped: number;
  /** A message with the code came. */
  connected: number;
  /** Messages of customers, with a code or without. */
  messages: number;
  optedOut: number;
}

/** Rates are 0 to 1, or `null` where there is nothing to divide by. */
export interface OptInAnalytics {
  from: string;
  to: string;
  timeZone: string;
  totals: OptInCounts;
  rates: {
    /** Connected of impressions. */
    adoption: number | null;
    /** Declined and skipped of impressions. */
    decline: number | null;
    /** Opted out of consents granted. */
    optOut: number | null;
    /** Renewed of renewal notices. */
    renewal: number | null;
    /** Genuine webhook messages that were accepted, of all that came. */
    capture: number | null;
  };
  /** From the making of an opt-in to its message; estimated from counts by length. `null` without samples. */
  timeToConnect: { medianSeconds: number | null; p90Seconds: number | null; samples: number };
  /** One a day, also where nothing happened. */
  days: ({ day: string } & OptInCounts)[];
}

export interface DeliveryAnalytics {
  from: string;
  to: string;
  timeZone: string;
  /** Notifications by how they ended. */
  totals: Record<DeliveryMethod, number>;
  days: ({ day: string } & Record<DeliveryMethod, number>)[];
  /** Attempts that failed, and notifications that reached nobody (`tier: null`), by reason; the most frequent first. */
  failures: { tier: Tier | null; reason: Reason; count: number }[];
  /** Attempts by tier. */
  attempts: { tier: Tier; made: number; succeeded: number; failed: number; late: number; unknown: number }[];
  sms: { messages: number; segments: number; costCents: number; estimatedCostCents: number; unknownCost: number };
}

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
  from: string;
  to: string;
  timeZone: string;
  proof: {
    /** WhatsApp sends ever, welcomes and confirmations included. */
    sends: number;
    /** Of these, without the customer's own message in the 24 hours before: 0. */
    unsolicited: number;
    /** SQL that anybody with the database can ask again. */
    query: string;
    checkedAt: string;
  };
  /** The last check of the whole chain; `null` before the first. */
  chain: ConsentChainCheck | null;
  consents: { granted: number; withdrawn: number };
  rates: OptInAnalytics['rates'];
}

/** Query of `GET /api/admin/consents` and of `…/export/consents.csv`, newest first. */
export interface ConsentFilter {
  action?: 'granted' | 'withdrawn';
  contactId?: string;
  ticketId?: string;
  from?: string;
  to?: string;
}

export interface ConsentListQuery extends ConsentFilter {
  cursor?: string;
  limit?: number;
}

/** One line of the journal. The person is a pseudonym: `contactId` stays when a person is erased, and then leads nowhere. */
export interface AdminConsent {
  id: string;
  recordedAt: string;
  contactId: string;
  action: 'granted' | 'withdrawn';
  purpose: string;
  channel: string;
  method: 'opt_in_code' | 'inbound_message' | 'keyword' | 'vendor_report';
  /** The pre-written message that they agreed to, word for word. */
  wording: string | null;
  wordingLocale: string | null;
  /** The text beside the button, as the page said that it was shown. */
  consentText: string | null;
  consentVersion: string | null;
  pageOrigin: string | null;
  ticketId: string | null;
  optInId: string | null;
  inboundMessageId: string | null;
  provider: string;
  messageSentAt: string | null;
  evidence: 'signed_webhook' | 'secret_url' | 'read_back';
  /** Its place in the chain and its hash in hex; `null` until it is sealed, seconds later. */
  seal: { position: number; hash: string } | null;
}

export interface AdminConsentPage {
  items: AdminConsent[];
  nextCursor: string | null;
}
