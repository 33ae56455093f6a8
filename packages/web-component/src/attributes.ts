import { OPT_IN_STATES, type MessageStyle, type OptInState } from '@whatsapp-optin/sdk';
import { choice, flag, text, type Attribute } from './attribute.js';

export const DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk'] as const;
export type Display = (typeof DISPLAYS)[number];

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Every attribute of `<whatsapp-optin>`, by its property. The SDK judges what is in them. */
export const ATTRIBUTES = {
  /** The company's WhatsApp number, E.164. */
  phone: text,
  organization: text,
  /** What the customer sees, `A001`. */
  ticket: text,
  messageStyle: text as Attribute<MessageStyle | undefined>,
  /** BCP 47; default: the closest `lang`, else the browser's language. */
  locale: text,
  display: choice(DISPLAYS, 'card'),
  theme: choice(THEMES, 'auto'),
  /** Base URL of the companion server. */
  server: text,
  publishableKey: text,
  ticketToken: text,
  /** Id of an opt-in that the host's server has made; works beside `client-token`. */
  optIn: text,
  clientToken: text,
  qr: text,
  noSkip: flag,
  /** Shows a state without a server. */
  testState: choice<OptInState, undefined>(OPT_IN_STATES, undefined),
} satisfies Readonly<Record<string, Attribute<unknown>>>;

/** Attributes that change the picture alone; every other one but `locale` makes a new opt-in. */
export const PICTURE_ATTRIBUTES: readonly string[] = ['display', 'theme', 'qr'];
