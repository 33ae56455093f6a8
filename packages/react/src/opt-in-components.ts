import type { ElementType } from 'react';
import { Icon } from './icon.js';

/** What the card is made of. A component given instead gets the same props and must pass them on. */
export interface WhatsAppOptInComponents {
  Root: ElementType;
  Heading: ElementType;
  Description: ElementType;
  Link: ElementType;
  Skip: ElementType;
  /** Gets `name`; `chat` is where an integrator with Meta's leave puts the WhatsApp mark. */
  Icon: ElementType<{ name: Parameters<typeof Icon>[0]['name'] }>;
}

export const DEFAULT_COMPONENTS: WhatsAppOptInComponents = {
  Root: 'section',
  Heading: 'h2',
  Description: 'p',
  Link: 'a',
  Skip: 'button',
  Icon,
};
