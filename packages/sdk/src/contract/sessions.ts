/** Answer of `GET /api/sessions/:phone`; an unknown phone: `false` and nulls. */
export interface SessionStatusDocument {
  /** Whether a WhatsApp message may be sent now; false within the margin before the end. */
  hasActiveSession: boolean;
  /** ISO 8601; the true end of the window, margin not subtracted. */
  expiresAt: string | null;
  /** ISO 8601: when the customer's latest message was sent. */
  lastInboundAt: string | null;
  /** Whole seconds until the end. */
  secondsLeft: number | null;
}
