/** Answer of `GET /api/sessions/:phone`; an unknown phone: `false` and nulls. */
export interface SessionStatusDocument {
  hasActiveSession: boolean;
  /** ISO 8601; the true end of the window, margin not subtracted. */
  expiresAt: string | null;
  lastInboundAt: string | null;
  secondsLeft: number | null;
}
