import type { OptInSnapshot } from './opt-in.js';

/** A file for the customer: to what they agreed, where, when. */
export interface ConsentReceipt {
  /** File name. */
  readonly name: string;
  /** MIME type. */
  readonly type: 'application/json';
  /** JSON, indented. */
  readonly content: string;
}

/**
 * A customer's copy of the consent, from what the page has. It is no signed proof: the server keeps that. The code and the
 * message are left out, so that a receipt may be shown to anyone.
 *
 * @param issuedAt - milliseconds since 1970
 */
export function createConsentReceipt(snapshot: OptInSnapshot, issuedAt: number): ConsentReceipt {
  const { consent, connectedAt, sessionExpiresAt } = snapshot;
  const receipt = {
    kind: 'whatsapp-optin consent receipt',
    organization: snapshot.organizationName,
    companyNumber: snapshot.companyNumber,
    ticket: snapshot.ticketNumber,
    optIn: snapshot.optInId,
    channel: 'whatsapp',
    consent: { version: consent.version, locale: consent.locale, text: consent.text, sha256: consent.hash ?? null },
    connectedAt: connectedAt?.toISOString() ?? null,
    sessionExpiresAt: sessionExpiresAt?.toISOString() ?? null,
    issuedAt: new Date(issuedAt).toISOString(),
  };
  const ticket = (snapshot.ticketNumber ?? '').replace(/[^\w-]+/g, '-').slice(0, 32);
  return {
    name: `whatsapp-consent${ticket && `-${ticket}`}.json`,
    type: 'application/json',
    content: `${JSON.stringify(receipt, null, 2)}\n`,
  };
}
