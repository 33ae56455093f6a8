import type { ConsentChannel, MessageStyle, OptInDisplay, OptInState, OptInTheme } from '@whatsapp-optin/sdk';
import { OPT_IN_DISPLAYS, OPT_IN_STATES, OPT_IN_THEMES } from '@whatsapp-optin/sdk/card';
import { choice, flag, number, text, words, type Attribute } from './attribute.js';

/** The displays, as `OPT_IN_DISPLAYS` of the SDK. */
export const DISPLAYS = OPT_IN_DISPLAYS;
/** One of `DISPLAYS`. */
export type Display = OptInDisplay;

/** The themes, as `OPT_IN_THEMES` of the SDK. */
export const THEMES = OPT_IN_THEMES;
/** One of `THEMES`. */
export type Theme = OptInTheme;

/** Every attribute of `<whatsapp-optin>`, by its property. The SDK checks their values. */
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
  /** Channels besides WhatsApp that the consent sentence names: `sms push`. */
  channels: words as Attribute<readonly ConsentChannel[] | undefined>,
  noSkip: flag,
  /** Milliseconds after "connected" until a kiosk clears its screen. @default 20000 */
  resetAfterMs: number,
  /** Asks although the customer has said no to this ticket before. */
  askAgain: flag,
  /** The field of a form around it that carries the opt-in's id. */
  name: text,
  /** Shows a state without a server. */
  testState: choice<OptInState, undefined>(OPT_IN_STATES, undefined),
} satisfies Readonly<Record<string, Attribute<unknown>>>;
