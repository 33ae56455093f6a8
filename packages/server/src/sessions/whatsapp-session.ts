import type { SessionStatusDocument } from '@whatsapp-optin/sdk/contract';

/** The 24-hour customer service window of one person with one business number. */
export interface WhatsAppSession {
  /** A UUID. */
  id: string;
  /** E.164 of the person; `null` where the vendor gives no phone. */
  phoneNumber: string | null;
  /** When the session was opened. */
  initiatedAt: Date;
  /** The true end; sending subtracts the margin. */
  expiresAt: Date;
  /** Whether the session is open now, without the margin. */
  isActive: boolean;
  /** The organization of the business number. */
  organizationId: string;
  /** The host's ticket that the session is bound to; absent: none. */
  ticketId?: string;
}

/** Organization and business number that a session belongs to. */
export interface SessionScope {
  /** Id of a configured organization. */
  organizationId: string;
  /** E.164; default: the organization's number. */
  businessNumber?: string;
}

export interface SessionService {
  /** E.164 in. An unknown phone: `hasActiveSession: false` and nulls. */
  status(scope: SessionScope, phone: string): Promise<SessionStatusDocument>;
  get(scope: SessionScope, phone: string): Promise<WhatsAppSession | null>;
  /** Opens or extends from an accepted inbound message of this very person, else `null`. */
  openFromMessage(
    scope: SessionScope,
    input: { phone: string; inboundMessageId: string; ticketId?: string },
  ): Promise<WhatsAppSession | null>;
  /** By staff, at once; a later message of the person opens a new one. @returns whether one was open. */
  end(scope: SessionScope, phone: string): Promise<boolean>;
  /** Book-keeping only: marks expired sessions inactive, in batches. @returns how many. */
  cleanUpExpired(): Promise<number>;
}
