import type { DeclineReason, OptInSnapshot, OptInState, Platform, Translator } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/card';
import { elementWithAttributes, keepEarlyProperties } from './attribute-element.js';
import { ATTRIBUTES } from './attributes.js';
import { CHANGE, RENDER, START, createPrompt, type Prompt } from './prompt.js';

/**
 * `<whatsapp-optin>`: the prompt as a custom element. The links among its children work without script; once upgraded, the
 * card in its shadow root takes their place. In a form, under its `name`, it submits the id of its opt-in, and is never required.
 *
 * Events bubble and cross shadow roots. A cancelled `beforeopen` leaves everything as it is; the host then opens WhatsApp itself
 * and calls `open()`.
 *
 * @tagname whatsapp-optin
 * @attr {string} phone - The company's WhatsApp number, E.164.
 * @attr {string} organization - What the company is called.
 * @attr {string} ticket - What the customer sees, `A001`.
 * @attr {string} message-style - Which of the seven pre-written messages.
 * @attr {string} locale - BCP 47; changes the words and keeps the state.
 * @attr {'card'|'bar'|'button'|'floating'|'sheet'|'qr'|'kiosk'|'print'} display - Where and how large it stands.
 * @attr {'auto'|'light'|'dark'|'contrast'} theme - Its colours.
 * @attr {string} server - Base URL of the companion server.
 * @attr {string} publishable-key - The server's key for browsers.
 * @attr {string} ticket-token - Signed by the host's server; only with it a ticket is bound.
 * @attr {string} opt-in - Id of an opt-in that the host's server has made.
 * @attr {string} client-token - Beside `opt-in`.
 * @attr {'auto'|'always'|'never'} qr - Whether a QR stands beside the link.
 * @attr {string} channels - Channels besides WhatsApp that the consent sentence names: `sms push`.
 * @attr {boolean} no-skip - Hides Skip.
 * @attr {number} reset-after-ms - Milliseconds after "connected" until a kiosk clears its screen. Default: 20000.
 * @attr {boolean} ask-again - Asks although the customer has said no before.
 * @attr {string} name - The form's field that carries the opt-in's id.
 * @attr {'idle'|'waiting'|'connected'|'expired'|'declined'|'failed'} test-state - Shows a state without a server.
 *
 * @fires {CustomEvent} ready - The link works.
 * @fires {CustomEvent<{ state: string, previous: string, reason: string | null }>} statechange
 * @fires {CustomEvent<{ href: string }>} beforeopen - WhatsApp is about to open; can be cancelled.
 * @fires {CustomEvent<{ href: string | null }>} optin - The link was followed.
 * @fires {CustomEvent<{ reason: string }>} skip - `skipped` or `no_whatsapp`.
 * @fires {CustomEvent<{ sessionExpiresAt: Date | null }>} connected - The message has arrived.
 * @fires {CustomEvent} sessionended - The 24 hours are over, or STOP was sent.
 * @fires {CustomEvent} expired - The code lapsed unused.
 * @fires {CustomEvent<{ error: Error }>} failure - With a `code`.
 * @fires {CustomEvent<{ step: string }>} funnel - A step of the funnel.
 * @fires {CustomEvent} reset - A kiosk has cleared its screen.
 *
 * @csspart container - The outer box.
 * @csspart card - The card inside a panel of `floating` and `sheet`.
 * @csspart launcher - The button of `floating` and `sheet`.
 * @csspart panel - A panel in the top layer.
 * @csspart close - Its cross.
 * @csspart heading
 * @csspart description
 * @csspart benefits
 * @csspart steps
 * @csspart hint - What to do inside another app.
 * @csspart link - The way to WhatsApp.
 * @csspart skip
 * @csspart qr
 * @csspart status - The one live region.
 * @csspart help - A list of rows.
 * @csspart help-action - One row.
 * @csspart number
 * @csspart consent
 *
 * @slot - The page's own link, shown without script and where the prompt has none to offer.
 * @slot icon
 * @slot heading
 * @slot description
 * @slot consent
 * @slot footer
 *
 * @cssprop --whatsapp-optin-accent - Everything else follows it.
 * @cssprop --whatsapp-optin-accent-hover
 * @cssprop --whatsapp-optin-on-accent
 * @cssprop --whatsapp-optin-surface
 * @cssprop --whatsapp-optin-text
 * @cssprop --whatsapp-optin-muted
 * @cssprop --whatsapp-optin-line
 * @cssprop --whatsapp-optin-tint
 * @cssprop --whatsapp-optin-warn
 * @cssprop --whatsapp-optin-focus
 * @cssprop --whatsapp-optin-shadow
 * @cssprop --whatsapp-optin-space
 * @cssprop --whatsapp-optin-radius
 * @cssprop --whatsapp-optin-radius-control
 * @cssprop --whatsapp-optin-font
 * @cssprop --whatsapp-optin-qr-size
 * @cssprop --whatsapp-optin-z - Of the floating button, and of panels where there is no top layer.
 */
export class WhatsAppOptInElement extends elementWithAttributes(ATTRIBUTES) {
  static readonly formAssociated = true;
  readonly #prompt: Prompt;
  #i18n: Translator | undefined;
  #platform: Platform | undefined;
  #appearance: OptInAppearance | null = null;

  constructor() {
    super();
    // Safari before 16.4 and jsdom before 21 have no internals. Safari before 16 misreads a call in a field's initializer.
    this.#prompt = createPrompt(this, this.attachInternals?.() ?? null);
    keepEarlyProperties(this);
  }

  /** The page's own words: `fromI18next(i18next)` of `@whatsapp-optin/sdk/i18next`. */
  get i18n(): Translator | undefined {
    return this.#i18n;
  }
  set i18n(translator: Translator | undefined) {
    this.#i18n = translator;
    this.#prompt.queue(CHANGE);
  }

  /** Theme, tokens and parts in one; the attribute `theme` wins over its theme. */
  get appearance(): OptInAppearance | null {
    return this.#appearance;
  }
  set appearance(appearance: OptInAppearance | null) {
    this.#appearance = appearance ?? null;
    this.#prompt.queue(RENDER);
  }

  /** The world behind the opt-in, for tests; default: the browser. */
  get platform(): Platform | undefined {
    return this.#platform;
  }
  set platform(platform: Platform | undefined) {
    this.#platform = platform;
    this.#prompt.queue(START);
  }

  /** The state of the opt-in; `idle` before there is one. */
  get state(): OptInState {
    return this.snapshot?.state ?? 'idle';
  }

  /** `null` before the element is in a page and after it has left. */
  get snapshot(): OptInSnapshot | null {
    return this.#prompt.optIn()?.getSnapshot() ?? null;
  }

  /** WhatsApp has been opened by the host: `idle → waiting`. Opens no window and sends no `beforeopen`. */
  open(): void {
    this.#prompt.call((optIn) => optIn.open());
  }

  /** Skip, or "I don't use WhatsApp". @param reason - @default 'skipped' */
  decline(reason?: DeclineReason): void {
    this.#prompt.call((optIn) => optIn.decline(reason));
  }

  /** Asks the server now. Never rejects. */
  async refresh(): Promise<void> {
    if (!this.#prompt.optIn() && !this.isConnected) return;
    await new Promise<void>((resolve) => this.#prompt.call((optIn) => void optIn.refresh().then(resolve)));
  }

  /** A fresh opt-in in place of one that has expired, failed or been declined. */
  restart(): void {
    this.#prompt.call((optIn) => optIn.restart());
  }

  connectedCallback(): void {
    this.#prompt.queue(this.#prompt.optIn() ? CHANGE : START);
  }

  disconnectedCallback(): void {
    // A moved node leaves and returns within one task. Only a node that stays away has left.
    setTimeout(() => {
      if (!this.isConnected) this.#prompt.stop();
    });
  }

  override attributeChanged(property: string): void {
    if (/^(theme|name)$/.test(property)) this.#prompt.queue(RENDER);
    else this.#prompt.queue(CHANGING.test(property) ? CHANGE : START);
  }
}

/** Attributes that may change during an opt-in. A change of any other attribute starts another opt-in. */
const CHANGING = /^(organization|locale|display|qr|noSkip|askAgain|resetAfterMs|ticketToken)$/;
