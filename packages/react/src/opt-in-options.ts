import type {
  DeclineReason,
  FunnelEventType,
  MessageStyle,
  OptInDisplay,
  OptInError,
  OptInOptions,
  OptInState,
  Platform,
  QrMode,
  Translator,
} from '@whatsapp-optin/sdk';
import { own } from './own.js';

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
  /** On a kiosk: so long after "connected" the screen is cleared. @default 20000 */
  resetAfterMs?: number | undefined;
  /** Asks although the customer has said no to this ticket, or lately to another one. */
  askAgain?: boolean | undefined;
  /** Hides Skip. */
  noSkip?: boolean | undefined;
  /** Shows a state without a server, for stories and tests. */
  testState?: OptInState | undefined;
  /** The host's own words: `fromI18next(i18next)` of `@whatsapp-optin/sdk/i18next`, made once: another one is another opt-in. */
  i18n?: Translator | undefined;
  /** The world, for tests; default: the browser. */
  platform?: Platform | undefined;
}

/** Sent before WhatsApp opens; when it is prevented nothing happens, and the host opens it and calls `event.open()`. */
export interface WhatsAppBeforeOpenEvent {
  readonly href: string;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
  /** After `preventDefault()`: the host has opened WhatsApp by itself, now or later. */
  open(): void;
}

export interface WhatsAppOptInCallbacks {
  onReady?: (() => void) | undefined;
  onBeforeOpen?: ((event: WhatsAppBeforeOpenEvent) => void) | undefined;
  /** The link has been followed. That the message was sent is told by `onConnected`. */
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

export type WhatsAppOptInOptions = WhatsAppOptInSettings & WhatsAppOptInCallbacks;

/** Settings whose change is a new opt-in. Words, display, QR and Skip are not among them: they change, and the state stays. */
export type OptInIdentity = Omit<WhatsAppOptInSettings, 'locale' | 'i18n' | 'platform' | keyof OptInPicture>;

/** What changes the picture alone. */
export type OptInPicture = Pick<WhatsAppOptInSettings, 'display' | 'qr' | 'noSkip' | 'resetAfterMs' | 'askAgain'>;

/** The identity in one comparable text, and back by `JSON.parse`. Fields that are not given are left out. */
export function identityOf(settings: WhatsAppOptInSettings): string {
  const { ticketNumber, organizationName, companyWhatsAppNumber, messageStyle, server, publishableKey } = settings;
  const { ticketId, ticketToken, optIn, testState } = settings;
  const identity: OptInIdentity = {
    ...{ ticketNumber, organizationName, companyWhatsAppNumber, messageStyle, server, publishableKey },
    ...{ ticketId, ticketToken, optIn, testState },
  };
  return JSON.stringify(identity);
}

export function pictureOf({ display, qr, noSkip, resetAfterMs, askAgain }: WhatsAppOptInSettings): OptInPicture {
  return { display, qr, noSkip, resetAfterMs, askAgain };
}

export function toOptInOptions(settings: WhatsAppOptInSettings): OptInOptions {
  const { companyWhatsAppNumber, i18n, ...same } = own(settings);
  return { ...same, phone: companyWhatsAppNumber, translator: i18n };
}

/** Parts the options of the opt-in from the other props of a component. */
export function splitOptInOptions<Props extends WhatsAppOptInOptions>(props: Props) {
  const { ticketNumber, organizationName, companyWhatsAppNumber, messageStyle, locale, ...afterTicket } = own(props);
  const { server, publishableKey, ticketId, ticketToken, optIn, ...afterServer } = own(afterTicket);
  const { display, qr, resetAfterMs, askAgain, ...afterPicture } = own(afterServer);
  const { noSkip, testState, i18n, platform, ...afterSettings } = own(afterPicture);
  const { onReady, onBeforeOpen, onOptIn, onSkip, onConnected, ...afterConnected } = own(afterSettings);
  const { onSessionEnded, onExpired, onFailure, onFunnel, onReset, onStateChange, ...others } = own(afterConnected);
  const options: WhatsAppOptInOptions = {
    ...{ ticketNumber, organizationName, companyWhatsAppNumber, messageStyle, locale },
    ...{ server, publishableKey, ticketId, ticketToken, optIn },
    ...{ display, qr, resetAfterMs, askAgain },
    ...{ noSkip, testState, i18n, platform },
    ...{ onReady, onBeforeOpen, onOptIn, onSkip, onConnected },
    ...{ onSessionEnded, onExpired, onFailure, onFunnel, onReset, onStateChange },
  };
  return { options, others: own(others) };
}
