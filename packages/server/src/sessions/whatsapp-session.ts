import type { SessionStatusDocument } from '@whatsapp-optin/sdk/contract';

/** The 24-hour customer service window of one person with one business number. */
export interface WhatsAppSession {
  id: string;
  phoneNumber: string | null;
  initiatedAt: Date;
  /** The true end; sending subtracts the margin. */
  expiresAt: Date;
  isActive: boolean;
  organizationId: string;
  ticketId?: string;
}

export interface SessionScope {
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
