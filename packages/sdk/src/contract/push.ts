/** What `PushSubscription.toJSON()` gives, and whom it is for. */
export interface PushSubscriptionRequest {
  subscription: { endpoint: string; expirationTime?: number | null; keys: { p256dh: string; auth: string } };
  /** With a secret key: the ticket to be notified. With a clientToken: the opt-in it belongs to. */
  ticketId?: string;
  optInId?: string;
}

export interface PushSubscriptionCreated {
  id: string;
}

export interface PushPublicKeyDocument {
  publicKey: string;
}
