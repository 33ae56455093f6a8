export const TICKET_STATUSES = ['waiting', 'called', 'served', 'cancelled'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Body of `PUT /api/tickets/:ticketId`. */
export interface UpsertTicketRequest {
  /** What the customer sees, `A001`. */
  number: string;
  /** E.164 or a form of it; `null` clears it. */
  phone?: string | null;
  customerName?: string | null;
  locale?: string | null;
  departmentName?: string | null;
  status?: TicketStatus;
}

export interface TicketDocument {
  id: string;
  number: string;
  status: TicketStatus;
  phone: string | null;
  customerName: string | null;
  locale: string | null;
  departmentName: string | null;
  createdAt: string;
  updatedAt: string;
}
