import type { TicketDocument, TicketStatus } from '@whatsapp-optin/sdk/contract';

/** A field left out is kept as it is; `null` clears it. */
export interface TicketInput {
  /** What the customer sees, `A001`. */
  number: string;
  /** E.164. */
  phone?: string | null;
  customerName?: string | null;
  /** BCP 47 tag. */
  locale?: string | null;
  /** Where `your_turn` sends the customer. */
  departmentName?: string | null;
  /** Only a `waiting` ticket gets renewal notices. */
  status?: TicketStatus;
}

/** The host's tickets. */
export interface TicketService {
  /** Creates the ticket, or updates the fields that are given. */
  upsert(
    organizationId: string,
    ticketId: string,
    input: TicketInput,
  ): Promise<{ ticket: TicketDocument; created: boolean }>;
  /** `null` where the organization has no such ticket. */
  find(organizationId: string, ticketId: string): Promise<TicketDocument | null>;
}
