import type { NotificationDocument } from './notifications.js';

/** The states of a ticket. `served`, `cancelled` and `left` close it; `left`: the customer has given up their place. */
export const TICKET_STATUSES = ['waiting', 'called', 'served', 'cancelled', 'left'] as const;
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

/** Body of `POST /api/tickets/:ticketId/call`. */
export interface CallTicketRequest {
  /** How many of the next waiting tickets get `almost_your_turn`: 0 to 10. @default 2 */
  almost?: number;
  /** Refuses with 409 `TICKET_CALLED` a ticket that somebody has called already. @default false */
  onlyWaiting?: boolean;
}

/** A notification, and the ticket that it is about. */
export interface TicketNotificationDocument extends NotificationDocument {
  /** The host's id. */
  ticketId: string;
}

/** Answer of `POST /api/tickets/:ticketId/call`. */
export interface TicketCalledDocument {
  /** The `your_turn` of the ticket. */
  called: TicketNotificationDocument;
  /** The `almost_your_turn` of the next waiting tickets of its department, in their order; empty where none waits. */
  almost: TicketNotificationDocument[];
}
