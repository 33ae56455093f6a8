import type { SessionScope, WhatsAppSession } from './whatsapp-session.js';

export interface SessionStatusRow {
  hasActiveSession: boolean;
  expiresAt: Date;
  lastInboundAt: Date;
  /** Whole seconds to the true end; 0 once it is over. */
  secondsLeft: number;
}

export interface SessionStore {
  /** `null`: this phone never had one. Active = open beyond the margin, on the database's clock, and not opted out. */
  status(scope: Required<SessionScope>, phone: string, marginSeconds: number): Promise<SessionStatusRow | null>;
  get(scope: Required<SessionScope>, phone: string): Promise<WhatsAppSession | null>;
  openFromMessage(
    scope: Required<SessionScope>,
    input: { phone: string; inboundMessageId: string; ticketId: string | null; durationHours: number },
  ): Promise<boolean>;
  /** `false`: none was open. A later message of the person opens a new one. */
  endByStaff(scope: Required<SessionScope>, phone: string): Promise<boolean>;
  /** Marks at most `limit` expired sessions inactive. @returns how many. */
  markExpired(limit: number): Promise<number>;
}
