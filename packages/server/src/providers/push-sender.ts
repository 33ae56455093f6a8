import type { NotificationType } from '@whatsapp-optin/sdk/contract';

/** A browser's push subscription as we keep it. */
export interface PushSubscription {
  id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushMessage {
  /** Our notification id. */
  notificationId: string;
  /** Our attempt id, which the acknowledgement of display carries. Without it the push requests none. */
  attemptId?: string | undefined;
  title: string;
  body: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The ticket page, opened by a tap on the notice. */
  url: string | null;
  /** At most 32 URL-safe characters: a newer notice of the same ticket replaces an undelivered older one. */
  topic: string;
  ttlSeconds: number;
  urgency: 'normal' | 'high';
}

/** Result of one device. `gone` = the subscription is dead and must be deleted (404, 410). */
export type PushOutcome =
  { status: 'accepted' } | { status: 'gone' } | { status: 'failed'; errorCode: string; retryAfterMs: number | null };

/**
 * The push service refuses our VAPID signature (401, 403): a fault of the settings, which hits every device alike. Nothing
 * is wrong with the subscription, which is kept.
 */
export const VAPID_REFUSED = 'vapid_refused';

/** Built-in web push: one call per device. Never throws for what a push service or the network does. */
export interface PushSender {
  /** VAPID public key, base64url. */
  readonly publicKey: string;
  /** Whether an endpoint from a browser may be stored: `null` when it may, else the reason. */
  refuseEndpoint(endpoint: string): string | null;
  send(subscription: PushSubscription, message: PushMessage): Promise<PushOutcome>;
  /** Whether a service worker that acknowledges a display was really asked to, for this attempt of this organization. */
  isAcknowledgement?(acknowledgement: { notificationId: string; attemptId: string; signature: string }): boolean;
}

/** What the host's own sender is given: tier 1 by the host, unchanged. */
export interface HostPushNotification {
  /** Our notification id, a UUID. */
  id: string;
  /** The organization of the ticket. */
  organizationId: string;
  /** The host's id of the ticket. */
  ticketId: string;
  /** What the customer sees, `A001`. */
  ticketNumber: string;
  /** Type of the notification, `your_turn` for example. */
  type: NotificationType;
  /** Plain text, in `locale`. */
  title: string;
  /** Plain text, in `locale`. */
  message: string;
  /** Language of the texts, a BCP 47 tag. */
  locale: string;
}

/** The host's existing push sender; `success` with no delivered device counts as no subscription. */
export type HostPushSender = (
  notification: HostPushNotification,
) => Promise<{ success: boolean; deliveredCount: number }>;
