import type { MessageAction } from '@whatsapp-optin/sdk/contract';

/** What a customer answered to a notification by one tap, as `onMessageAction` passes it to the host. */
export interface MessageActionNotice {
  /** What the customer tapped. */
  action: MessageAction;
  /** The host's ticket. After `leave` it has the status `left`. */
  ticketId: string;
  /** The notification that offered the action. */
  notificationId: string;
  /** The customer's message, as `onInboundMessage` names it. */
  messageId: string;
  /** The organization whose notification it answers. */
  organizationId: string;
  /** When the server stored the message, by the database's clock. */
  receivedAt: Date;
}
