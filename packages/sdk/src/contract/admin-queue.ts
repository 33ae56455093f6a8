import type { DeliveryMethod, MessageAction, NotificationType, Reason } from './notifications.js';
import type { TicketStatus } from './tickets.js';

/** Who holds a ticket, as staff see them. The phone is masked. */
export interface AdminTicketHolder {
  /** Pseudonym of the person; `null` while the product knows nobody of this ticket. */
  contactId: string | null;
  /** The host's name for them, else the name of their WhatsApp profile. Text of a stranger: never markup. */
  name: string | null;
  /** `+966•••••••01`; `null` where no phone is known. */
  maskedPhone: string | null;
}

/** One ticket of the queue. */
export interface AdminQueueTicket {
  /** The host's id. */
  id: string;
  /** What the customer sees, `A001`. */
  number: string;
  /** A closed ticket stands in no queue. */
  status: Extract<TicketStatus, 'waiting' | 'called'>;
  /** Where the customer is to go; `null` where the host gave none. */
  departmentName: string | null;
  /** Who holds it. */
  holder: AdminTicketHolder;
  /** ISO 8601: since when the ticket waits. */
  createdAt: string;
  /** ISO 8601: the last change of the ticket; of a called one, its call. */
  updatedAt: string;
  /** How a call would reach the holder now, and why not by a better channel. `null` where the text cannot be written. */
  reach: { method: DeliveryMethod; reason: Reason | null } | null;
  /** The latest notification about this ticket; `null` before the first. */
  notice: { id: string; type: NotificationType; success: boolean; method: DeliveryMethod; at: string } | null;
  /** The holder's latest tap below a notification; `null` without one. */
  action: { action: MessageAction; at: string } | null;
}

/** Query of `GET /api/admin/tickets`. */
export interface AdminQueueQuery {
  /** One department alone. @default all */
  departmentName?: string;
  /** Waiting tickets at most: 1 to 100. @default 50 */
  limit?: number;
}

/** Answer of `GET /api/admin/tickets`: open tickets that the host changed within 24 hours. */
export interface AdminQueue {
  /** The ten called last, the latest first; then the waiting, the first in line first. */
  items: AdminQueueTicket[];
  /** All that wait, also those beyond `limit`. */
  waiting: number;
  /** All that are called, also those beyond the ten. */
  called: number;
  /** Departments of all open tickets, at most 50, by name. */
  departments: string[];
}
