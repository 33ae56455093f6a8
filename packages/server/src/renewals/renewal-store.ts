/** A session that ends soon, of a customer who still waits. */
export interface DueRenewal {
  organizationId: string;
  sessionId: string;
  epoch: number;
  ticketId: string;
}

export interface RenewalStats {
  /** Notices that a vendor accepted. */
  sent: number;
  /** Of these, sessions that the customer prolonged before they ended. */
  renewed: number;
}

export interface RenewalStore {
  /**
   * Takes sessions that end within `leadSeconds`, once per session and epoch for ever: only where the ticket still waits,
   * the organization wants it and the person has not opted out. Those of the organizations in `except` stay.
   */
  takeDue(input: {
    leadSeconds: number;
    marginSeconds: number;
    limit: number;
    except?: readonly string[];
  }): Promise<DueRenewal[]>;
  /** The same for one session that staff chose, whenever it ends. `null`: a notice was taken before, or it is over. */
  takeOne(organizationId: string, sessionId: string, ticketId: string): Promise<DueRenewal | null>;
  record(renewal: DueRenewal, notificationId: string, sent: boolean): Promise<void>;
  stats(organizationId: string, sinceDays: number): Promise<RenewalStats>;
}
