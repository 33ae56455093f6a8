/** What `PushSubscription.toJSON()` gives, and whom it is for. */
export interface PushSubscriptionRequest {
  /** `PushSubscription.toJSON()`. @see https://www.w3.org/TR/push-api/ */
  subscription: { endpoint: string; expirationTime?: number | null; keys: { p256dh: string; auth: string } };
  /** With a secret key: the ticket to be notified. With a clientToken: the opt-in it belongs to. */
  ticketId?: string;
  /** UUID of the opt-in. */
  optInId?: string;
}

/** Answer of `POST /api/push/subscriptions`. */
export interface PushSubscriptionCreated {
  /** UUID, for `DELETE /api/push/subscriptions/:id`. */
  id: string;
}

/** Answer of `GET /api/push/public-key`. */
export interface PushPublicKeyDocument {
  /** The VAPID public key, base64url. @see https://www.rfc-editor.org/rfc/rfc8292 */
  publicKey: string;
}
