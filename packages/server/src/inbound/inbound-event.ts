import type { Identity } from '../contacts/identity.js';

/** What a vendor's webhook says, in our words. */
export type InboundEvent = InboundMessage | IgnoredEvent;

/** A message that a person wrote to the business. Only this may open a window. */
export interface InboundMessage {
  kind: 'message';
  /** Unique at the vendor for ever; the key of de-duplication. May contain a phone: never logged. */
  providerMessageId: string;
  /** The vendor's own time; `null` where it gives none. Not yet clamped. */
  sentAt: Date | null;
  /** At least one, best first. */
  sender: readonly [Identity, ...Identity[]];
  senderName: string | null;
  /** `text`, `image`, `location` … */
  contentType: string;
  /** Text or caption; empty where there is none. */
  text: string;
  /** The vendor's item as it came, secrets removed; kept for staff and for replay. */
  raw: unknown;
}

/** Something that opens nothing: own echo, group, broadcast, newsletter, status, reaction, acknowledgement, other instance. */
export interface IgnoredEvent {
  kind: 'ignored';
  /** One word for the log: `own`, `group`, `broadcast`, `newsletter`, `status`, `reaction`, `ack`, `other_instance`, `unknown_type`. */
  why: string;
}
