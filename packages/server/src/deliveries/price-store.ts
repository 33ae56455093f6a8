import type { DeliveryStatus } from '../providers/inbound-event.js';
import type { SendingTier } from '../notifications/tiers.js';

/** A message that came to its end without its price; a row, so that a restart forgets none. */
export interface OwedPrice {
  organizationId: string;
  attemptId: string;
  tier: SendingTier;
  provider: string;
  providerMessageId: string;
  status: DeliveryStatus['status'];
  /** This one included. */
  tries: number;
}

export interface PriceStore {
  /** Prices to fetch now, but of the organizations in `except`. Each is due again later, in case this process dies. */
  takeDue(limit: number, except: readonly string[]): Promise<OwedPrice[]>;
  /** Known by now, or given up. */
  settle(price: OwedPrice): Promise<void>;
}
