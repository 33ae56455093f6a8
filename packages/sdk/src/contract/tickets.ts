/** The states of a ticket. `served` and `cancelled` close it. */
export const TICKET_STATUSES = ['waiting', 'called', 'served', 'cancelled'] as const;
/** One of `TICKET_STATUSES`. */
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Body of `PUT /api/tickets/:ticketId`. */
export interface UpsertTicketRequest {
  /** What the customer sees, `A001`. */
  number: string;
  /** E.164 or a form of it; `null` clears it. */
  phone?: string | null;
  /** The host's name for the customer; `null` clears it. */
  customerName?: string | null;
  /** BCP 47 tag of the customer's language; `null` clears it. */
  locale?: string | null;
  /** Where the customer is to go; `null` clears it. */
  departmentName?: string | null;
  /** @default 'waiting' for a new ticket, else as before */
  status?: TicketStatus;
}

/** Answer of `PUT /api/tickets/:ticketId`. A `null` field was not given. */
export interface TicketDocument {
  /** The host's id. */
  id: string;
  /** What the customer sees, `A001`. */
  number: string;
  /** Where the ticket is in the queue. */
  status: TicketStatus;
  /** E.164. */
  phone: string | null;
  /** The host's name for the customer. */
  customerName: string | null;
  /** BCP 47 tag of the customer's language. */
  locale: string | null;
  /** Where the customer is to go. */
  departmentName: string | null;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  updatedAt: string;
}
