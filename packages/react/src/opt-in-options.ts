import type {
  ConsentChannel,
  DeclineReason,
  FunnelEventType,
  MessageStyle,
  OptInChanges,
  OptInDisplay,
  OptInError,
  OptInOptions,
  OptInState,
  OptInTheme,
  Platform,
  QrMode,
  Translator,
} from '@whatsapp-optin/sdk';
import { ownProperties, type OptInAppearance } from '@whatsapp-optin/sdk/card';

/** What an opt-in is about. The first three are enough: a static link, no live state. */
export interface WhatsAppOptInSettings {
  /** What the customer sees, `A001`. */
  ticketNumber?: string | undefined;
  organizationName?: string | undefined;
  /** E.164; with `server` the server's own number wins. */
  companyWhatsAppNumber?: string | undefined;
  messageStyle?: MessageStyle | undefined;
  /** BCP 47; default: the browser's language, once it is known. Give it wherever the page is rendered on a server. */
  locale?: string | undefined;
  /** Base URL of the companion server. */
  server?: string | undefined;
  publishableKey?: string | undefined;
  ticketId?: string | undefined;
  /** Signed by the host's server; only with it a browser's opt-in binds a ticket. */
  ticketToken?: string | undefined;
  /**
   * An opt-in that the host's server has made already: the whole answer of `POST /api/opt-ins`. With its id and clientToken
   * alone the link is the one of `companyWhatsAppNumber`, which carries no code.
   */
  optIn?: OptInOptions['optIn'];
  /** Where and how large it stands. @default 'card' */
  display?: OptInDisplay | undefined;
  /** @default 'auto': a QR beside the link on a desktop */
  qr?: QrMode | undefined;
  /** Milliseconds after "connected" until a kiosk clears its screen. @default 20000 */
  resetAfterMs?: number | undefined;
  /** Asks although the customer has said no to this ticket, or lately to another one. */
  askAgain?: boolean | undefined;
  /** Channels besides WhatsApp that your organization uses: the consent sentence names them. @default none */
  channels?: readonly ConsentChannel[] | undefined;
  /** Hides Skip. */
  noSkip?: boolean | undefined;
  /** Shows a state without a server, for stories and tests. */
  testState?: OptInState | undefined;
  /** The host's own words: `fromI18next(i18next)` of `@whatsapp-optin/sdk/i18next`. */
  i18n?: Translator | undefined;
  /** The world, for tests; default: the browser. */
  platform?: Platform | undefined;
}

/** Sent before WhatsApp opens; when it is prevented nothing happens, and the host opens it and calls `event.open()`. */
export interface WhatsAppBeforeOpenEvent {
  /** The address that is about to open. */
  readonly href: string;
  /** `preventDefault` was called. */
  readonly defaultPrevented: boolean;
  /** Keeps WhatsApp from opening. */
  preventDefault(): void;
  /** After `preventDefault()`: the host has opened WhatsApp by itself, now or later. */
  open(): void;
}

export interface WhatsAppOptInCallbacks {
  onReady?: (() => void) | undefined;
  onBeforeOpen?: ((event: WhatsAppBeforeOpenEvent) => void) | undefined;
  /** The customer followed the link. `onConnected` follows when their message has arrived. */
  onOptIn?: ((event: { href: string | null }) => void) | undefined;
  onSkip?: ((event: { reason: DeclineReason }) => void) | undefined;
  onConnected?: ((event: { sessionExpiresAt: Date | null }) => void) | undefined;
  onSessionEnded?: (() => void) | undefined;
  onExpired?: (() => void) | undefined;
  onFailure?: ((error: OptInError) => void) | undefined;
  /** Each step of the funnel, for the host's own analytics. */
  onFunnel?: ((event: { step: FunnelEventType }) => void) | undefined;
  /** A kiosk has cleared its screen for the next person. */
  onReset?: (() => void) | undefined;
  onStateChange?: ((event: { state: OptInState; previous: OptInState; reason: string | null }) => void) | undefined;
}

/** Options of `useWhatsAppOptIn`, and props of prompt and button. */
export type WhatsAppOptInOptions = WhatsAppOptInSettings & WhatsAppOptInCallbacks;

/** Props that choose the look of the prompt. */
export interface WhatsAppLooks {
  theme?: OptInTheme | undefined;
  /** Theme, tokens and parts in one; a `theme` beside it wins. */
  appearance?: OptInAppearance | undefined;
  /** The page loads `@whatsapp-optin/react/styles.css` itself. */
  noStyles?: boolean | undefined;
}

type Known = WhatsAppOptInOptions & WhatsAppLooks;

/**
 * Every prop of ours. `ticket`: another value starts another opt-in. `change`: the opt-in continues with it. `other`: read where it is
 * used. A forgotten one does not compile.
 */
const PROPS = {
  ticketNumber: 'ticket',
  ticketId: 'ticket',
  companyWhatsAppNumber: 'ticket',
  messageStyle: 'ticket',
  server: 'ticket',
  publishableKey: 'ticket',
  optIn: 'ticket',
  channels: 'ticket',
  testState: 'ticket',
  organizationName: 'change',
  ticketToken: 'change',
  locale: 'change',
  i18n: 'change',
  display: 'change',
  qr: 'change',
  noSkip: 'change',
  askAgain: 'change',
  resetAfterMs: 'change',
  platform: 'other',
  theme: 'other',
  appearance: 'other',
  noStyles: 'other',
  onReady: 'other',
  onBeforeOpen: 'other',
  onOptIn: 'other',
  onSkip: 'other',
  onConnected: 'other',
  onSessionEnded: 'other',
  onExpired: 'other',
  onFailure: 'other',
  onFunnel: 'other',
  onReset: 'other',
  onStateChange: 'other',
} as const satisfies Record<keyof Known, 'ticket' | 'change' | 'other'>;

const TICKET_PROPS = Object.entries(PROPS).flatMap(([name, kind]) => (kind === 'ticket' ? [name] : []));

/**
 * Splits our props from the DOM's. An `undefined` one falls back to `defaults`. The results have no prototype, so that a polluted
 * `Object.prototype` changes nothing.
 */
export function splitProps<Props extends Known, Defaults extends WhatsAppLooks>(props: Props, defaults: Defaults) {
  const settings = ownProperties(defaults as Defaults & Known);
  const others = ownProperties({} as Omit<Props, keyof Known>);
  for (const [name, value] of Object.entries(props)) {
    if (!Object.hasOwn(PROPS, name)) (others as Record<string, unknown>)[name] = value;
    else if (value !== undefined) (settings as Record<string, unknown>)[name] = value;
  }
  settings.theme = ownProperties(props).theme ?? settings.appearance?.theme ?? settings.theme;
  return { settings, others };
}

/** What the opt-in is about, in one comparable text. A ticket's token may be renewed. */
export function identityOf(settings: WhatsAppOptInSettings): string {
  const { ticketId, ticketNumber, ticketToken } = settings;
  const values = TICKET_PROPS.map((name) => (settings as Record<string, unknown>)[name]);
  return JSON.stringify([...values, ticketId || ticketNumber ? null : ticketToken]);
}

/** The settings that may change during an opt-in, by the names of the SDK. */
export function changesOf(settings: WhatsAppOptInSettings): OptInChanges {
  const { organizationName, ticketToken, locale, i18n, display, qr, noSkip = false, askAgain, resetAfterMs } = settings;
  return { organizationName, ticketToken, locale, translator: i18n, display, qr, noSkip, askAgain, resetAfterMs };
}

/** The options of a new opt-in. */
export function optionsOf(settings: WhatsAppOptInOptions): OptInOptions {
  const { companyWhatsAppNumber: phone, platform, ticketNumber, ticketId, messageStyle } = settings;
  const { server, publishableKey, optIn, channels, testState } = settings;
  const about = { phone, ticketNumber, ticketId, messageStyle, server, publishableKey, optIn, channels, testState };
  return { ...about, ...changesOf(settings), theme: (settings as WhatsAppLooks).theme, platform };
}
