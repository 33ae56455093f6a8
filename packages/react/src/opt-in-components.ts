import type { CardIcon } from '@whatsapp-optin/sdk/card';
import type { ElementType } from 'react';

/** Parts of the card that a host may replace. A component gets the part's props and must pass them on. */
export interface WhatsAppOptInComponents {
  /** @default 'section' */
  Root: ElementType;
  /** @default 'h2' */
  Heading: ElementType;
  /** @default 'p' */
  Description: ElementType;
  /** @default 'a' */
  Link: ElementType;
  /** @default 'button' */
  Skip: ElementType;
  /** Gets `name`. With Meta's permission an integrator shows the WhatsApp mark for `chat`. */
  Icon: ElementType<{ name: CardIcon }>;
}
