/** `expiring`: over within the hour. `none`: no phone, or no open session. `failed`: the server gave no answer. */
export type WhatsAppSessionStatus = 'loading' | 'none' | 'active' | 'expiring' | 'failed';

/** The 24-hour customer service window of one phone. */
export interface WhatsAppSessionState {
  /** Whether a WhatsApp message may be sent at the moment. */
  hasActiveSession: boolean;
  /** The true end of the window; `null` where none is open. */
  expiresAt: Date | null;
  /** What is known; `hasActiveSession` is true for `active` and `expiring`. */
  status: WhatsAppSessionStatus;
}

/** The state of a phone without an open session. */
export const NO_SESSION: WhatsAppSessionState = { hasActiveSession: false, expiresAt: null, status: 'none' };
/** The state before the first answer. */
export const LOADING_SESSION: WhatsAppSessionState = { ...NO_SESSION, status: 'loading' };
export const FAILED_SESSION: WhatsAppSessionState = { ...NO_SESSION, status: 'failed' };
