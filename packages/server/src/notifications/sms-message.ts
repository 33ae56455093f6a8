import type { NotificationType } from '@whatsapp-optin/sdk/contract';

/** What `app.sms` is given: one SMS about one ticket. */
export interface SMSNotificationData {
  /** E.164 */
  phone: string;
  /** Replaces the text of the type. */
  message?: string | undefined;
  /** Decides the text, and whether the settings allow an SMS. */
  notificationType: NotificationType;
  /** The organization that sends and pays. */
  organizationId: string;
  /** The host's id of the ticket. */
  ticketId: string;
  /** What the customer sees, `A001`. */
  ticketNumber: string;
  /** Where `your_turn` sends the customer. Default: the text names no place. */
  departmentName?: string | null | undefined;
}

/** The settings that decide whether a type may cost an SMS at all. */
export interface SmsTypeSettings {
  enabled: boolean;
  /** `your_turn` and `critical` alone. */
  criticalOnly: boolean;
}

const CRITICAL_TYPES: readonly NotificationType[] = ['your_turn', 'critical'];

/**
 * The text of an SMS, in English. A `message` of the caller that is not blank goes out as it is. Without a
 * `departmentName`, `your_turn` says "Please proceed now." and names no place.
 */
export function formatSmsMessage(data: SMSNotificationData): string {
  if (data.message?.trim()) return data.message;
  switch (data.notificationType) {
    case 'your_turn': {
      const department = data.departmentName?.trim();
      const destination = department ? `to ${department}` : 'now';
      return `It's your turn! Ticket: ${data.ticketNumber}. Please proceed ${destination}.`;
    }
    case 'critical':
      return `Important update for ticket ${data.ticketNumber}. Please check with staff.`;
    default:
      return `Update for ticket ${data.ticketNumber}`;
  }
}

/** Whether a type may be sent by SMS. Says nothing of consent, country or spend: those are checked when the send is claimed. */
export function shouldSendSms(type: NotificationType, settings: SmsTypeSettings): boolean {
  if (!settings.enabled) return false;
  return !settings.criticalOnly || CRITICAL_TYPES.includes(type);
}
