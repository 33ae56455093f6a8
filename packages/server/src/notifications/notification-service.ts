import type { NotificationDocument, NotifyRequest, Reason } from '@whatsapp-optin/sdk/contract';
import type { AnsweredMessage } from './notification-message.js';
import type { SMSNotificationData } from './sms-message.js';

/** `unknown_ticket` → 404; `message_too_long` → 422 before anything is claimed; `unknown_locale` → 422. */
export type NotifyResult =
  | { status: 'done'; notification: NotificationDocument }
  | { status: 'unknown_ticket' }
  | { status: 'message_too_long'; limit: number }
  | { status: 'missing_param'; param: string };

/** `failed`: the server failed at this one. */
export type NotifyManyResult = NotifyResult | { status: 'failed'; error: unknown };

/** Answer of `POST /api/notifications/push`. */
export interface PushNotificationDocument extends NotificationDocument {
  whatsappFallback: { attempted: boolean; reason?: Reason; suggestion?: string; complianceNote?: string };
}

/** `refused`: nothing may be sent to this person now. */
export type ReplyResult =
  | { status: 'done'; notification: NotificationDocument }
  | { status: 'unknown_message' }
  | { status: 'message_too_long'; limit: number }
  | { status: 'refused'; reason: ReplyRefusal };

export type ReplyRefusal = Extract<Reason, 'no_active_session' | 'opted_out' | 'whatsapp_disabled'>;

export interface StaffReply extends AnsweredMessage {
  text: string;
}

export interface NotificationService {
  /**
   * push → WhatsApp → SMS → none. `notificationId`: what an idempotent request is stored as; where it is stored already,
   * nothing is sent and the answer is how it stands.
   */
  notify(organizationId: string, request: NotifyRequest, notificationId?: string | null): Promise<NotifyResult>;
  /**
   * Each as `notify` does it, all at once; in the order given. `batchId`: what an idempotent batch is stored as.
   *
   * @throws {Error} where the server failed at all of them
   */
  notifyMany(
    batch: readonly { organizationId: string; request: NotifyRequest }[],
    batchId?: string | null,
  ): Promise<NotifyManyResult[]>;
  /** The same run without sending: what would happen now. Its document is not stored. */
  explain(organizationId: string, request: NotifyRequest): Promise<NotifyResult>;
  /** push → WhatsApp if a session is open, no further. */
  notifyByPush(organizationId: string, request: NotifyRequest, notificationId?: string | null): Promise<NotifyResult>;
  /** SMS alone, same rules. */
  notifyBySms(organizationId: string, request: NotifyRequest, notificationId?: string | null): Promise<NotifyResult>;
  /** WhatsApp alone, as a renewal notice goes. */
  notifyByWhatsApp(
    organizationId: string,
    request: NotifyRequest,
    notificationId?: string | null,
  ): Promise<NotifyResult>;
  /** One SMS to the number that the host's own code names, under the same rules; the ticket need not be stored. */
  sendSms(organizationId: string, data: SMSNotificationData): Promise<NotifyResult>;
  find(organizationId: string, notificationId: string): Promise<NotificationDocument | null>;
  /** One WhatsApp text of staff to whoever wrote the message, inside the open window. `notificationId` as in `notify`. */
  reply(organizationId: string, reply: StaffReply, notificationId?: string | null): Promise<ReplyResult>;
  /** One WhatsApp text to a phone with an open session; refused with the reason otherwise. */
  sendWhatsApp(
    organizationId: string,
    input: { phone: string; message: string; ticketId?: string },
  ): Promise<NotificationDocument>;
}
