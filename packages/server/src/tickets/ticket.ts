import type { TicketDocument, TicketStatus } from '@whatsapp-optin/sdk/contract';

/** A field left out is kept as it is; `null` clears it. `phone` is E.164 by now. */
export interface TicketInput {
  number: string;
  phone?: string | null;
  customerName?: string | null;
  locale?: string | null;
  departmentName?: string | null;
  status?: TicketStatus;
}

export interface TicketService {
  upsert(
    organizationId: string,
    ticketId: string,
    input: TicketInput,
  ): Promise<{ ticket: TicketDocument; created: boolean }>;
  /** `null` where the organization has no such ticket. */
  find(organizationId: string, ticketId: string): Promise<TicketDocument | null>;
}
