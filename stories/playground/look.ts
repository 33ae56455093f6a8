import type { WhatsAppTheme } from '@whatsapp-optin/react';
import { OPT_IN_DISPLAYS, type OptInDisplay } from '@whatsapp-optin/sdk';
import { ACME } from '../stage/acme.js';

/** What a host chooses of the prompt's look. */
export interface Look {
  display: Exclude<OptInDisplay, 'print'>;
  locale: string;
  theme: WhatsAppTheme;
  /** `#rrggbb` */
  accent: string;
  radiusPx: number;
}

export const FIRST_LOOK = { display: 'card', accent: '#00755f', radiusPx: 16 } as const;
export const DISPLAYS = OPT_IN_DISPLAYS.filter((display) => display !== 'print');

/** The tokens of a look; the corners of controls follow those of the card. */
export function tokensOf({ accent, radiusPx }: Look): Readonly<Record<string, string>> {
  return { accent, radius: `${radiusPx}px`, 'radius-control': `${Math.round(radiusPx * 0.6)}px` };
}

/** The attributes of `<whatsapp-optin>` for the clinic of all stories. */
export function attributesOf({ display, locale, theme }: Look) {
  const { phone, organizationName: organization, ticketNumber: ticket } = ACME;
  return { phone, organization, ticket, display, locale, theme };
}
