import type {
  AdminQueueTicket,
  DeliveryMethod,
  MessageAction,
  NotificationDocument,
  NotificationType,
} from '@whatsapp-optin/sdk/contract';
import { maskPhone } from '../contacts/mask-phone.js';

export interface QueueRow {
  id: string;
  number: string;
  status: AdminQueueTicket['status'];
  departmentName: string | null;
  contactId: string | null;
  name: string | null;
  phone: string | null;
  createdAt: Date;
  updatedAt: Date;
  notice: { id: string; type: NotificationType; success: boolean; method: DeliveryMethod; at: string } | null;
  action: { action: MessageAction; at: string } | null;
}

export interface QueueFilter {
  departmentName?: string;
  /** Waiting tickets at most. */
  limit: number;
}

export interface TicketQueries {
  /** Called tickets, the latest first, then waiting ones, the first in line first; counts of all of both. */
  queue(organizationId: string, filter: QueueFilter): Promise<{ rows: QueueRow[]; waiting: number; called: number }>;
  /** Departments of open tickets, by name; at most `limit`. */
  departments(organizationId: string, limit: number): Promise<string[]>;
}

/** @param plan - what a call would do now; `null` where its text cannot be written. */
export function toAdminQueueTicket(row: QueueRow, plan: NotificationDocument | null): AdminQueueTicket {
  const { contactId, name, phone, createdAt, updatedAt, ...ticket } = row;
  return {
    ...ticket,
    holder: { contactId, name, maskedPhone: maskPhone(phone) },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    reach: plan && { method: plan.method, reason: whyNotBetter(plan) },
  };
}

/** The reason that staff can act on: that WhatsApp is closed says more than that push is missing. */
function whyNotBetter({ success, reason, attempts }: NotificationDocument) {
  const refused = attempts.find(({ tier, status }) => tier === 'whatsapp' && status === 'skipped');
  return refused?.reason ?? (success ? null : (reason ?? null));
}
