import type {
  DeclineReason,
  OptInAction,
  OptInEvent,
  OptInOptions,
  OptInSnapshot,
  OptInState,
  Platform,
  QrMode,
  Translator,
} from '@whatsapp-optin/sdk';
import {
  adoptSheet,
  createDeferredOptIn,
  hasWordsFor,
  languagesOf,
  loadWordsFor,
  optInFirstStyles,
  type DeferredOptIn,
} from '@whatsapp-optin/sdk/painter';
import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';
import { elementWithAttributes, keepEarlyProperties } from './attribute-element.js';
import { ATTRIBUTES } from './attributes.js';
import { Card } from './card.js';
import type * as LaterPainter from './later-painter.js';
import { draw } from './picture/draw.js';

const PASSIVE = { passive: true };

/** All states but the first are drawn by what comes later; it is asked for again where it did not come. */
let later: typeof LaterPainter | null = null;
const loadLater = () =>
  import('./later-painter.js').then(
    (loaded) => void (later = loaded),
    () => {},
  );

/** What may be due, each including the one before it. */
const WORKS = ['paint', 'present', 'speak', 'start'] as const;
type Work = (typeof WORKS)[number];

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
 * @attr {boolean} no-skip - Hides Skip.
 * @attr {number} reset-after-ms - On a kiosk: so long after "connected" the screen is cleared.
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
  readonly #internals = this.attachInternals();
  // A root that came with the HTML is kept: attachShadow would empty it.
  #root: ShadowRoot | null = this.shadowRoot ?? this.#internals.shadowRoot;
  #optIn: DeferredOptIn | null = null;
  #release = (): void => {};
  /** Calls that came before there was an opt-in to make them on. */
  #calls: ((optIn: DeferredOptIn) => void)[] = [];
  #queued: Work | null = null;
  #i18n: Translator | undefined;
  #platform: Platform | undefined;
  #appearance: OptInAppearance | null = null;

  constructor() {
    super();
    keepEarlyProperties(this, [...Object.keys(ATTRIBUTES), 'appearance', 'i18n', 'platform']);
  }

  /** The page's own words: `fromI18next(i18next)` of `@whatsapp-optin/sdk/i18next`. */
  get i18n(): Translator | undefined {
    return this.#i18n;
  }
  set i18n(translator: Translator | undefined) {
    this.#i18n = translator;
    this.#queue('start');
  }

  /** Theme, tokens and parts in one; the attribute `theme` wins over its theme. */
  get appearance(): OptInAppearance | null {
    return this.#appearance;
  }
  set appearance(appearance: OptInAppearance | null) {
    this.#appearance = appearance ?? null;
    this.#queue('paint');
  }

  /** The world behind the opt-in, for tests; default: the browser. */
  get platform(): Platform | undefined {
    return this.#platform;
  }
  set platform(platform: Platform | undefined) {
    this.#platform = platform;
    this.#queue('start');
  }

  get state(): OptInState {
    return this.#optIn?.getSnapshot().state ?? 'idle';
  }

  /** `null` before the element is in a page and after it has left. */
  get snapshot(): OptInSnapshot | null {
    return this.#optIn?.getSnapshot() ?? null;
  }

  /** WhatsApp has been opened by the host: `idle → waiting`. Opens no window and sends no `beforeopen`. */
  open(): void {
    this.#call((optIn) => optIn.open());
  }

  decline(reason?: DeclineReason): void {
    this.#call((optIn) => optIn.decline(reason));
  }

  /** Asks the server now. Never rejects. */
  refresh(): Promise<void> {
    if (!this.#optIn && !this.isConnected) return Promise.resolve();
    return new Promise((resolve) => this.#call((optIn) => void optIn.refresh().then(resolve)));
  }

  /** A fresh opt-in in place of one that has expired, failed or been declined. */
  restart(): void {
    this.#call((optIn) => optIn.restart());
  }

  connectedCallback(): void {
    this.#queue(this.#optIn ? 'speak' : 'start');
  }

  disconnectedCallback(): void {
    // A node that is moved leaves and comes back within one task; only one that stays away has left.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  override attributeChanged(property: string): void {
    if (property === 'theme' || property === 'name') this.#queue('paint');
    else if (property === 'display' || property === 'qr' || property === 'noSkip') this.#queue('present');
    else if (property === 'locale') this.#queue('speak');
    else this.#queue('start');
  }

  /** Work waits for the end of the script that causes it, so that ten attributes make one opt-in. */
  #queue(work: Work): void {
    // What has left the page while its attributes change begins anew when it returns.
    if (!this.isConnected && work === 'start') this.#stop();
    if (!this.isConnected) return;
    if (!this.#queued) queueMicrotask(() => this.#work());
    if (!this.#queued || WORKS.indexOf(work) > WORKS.indexOf(this.#queued)) this.#queued = work;
  }

  #call(task: (optIn: DeferredOptIn) => void): void {
    if (this.#queued === 'start' && hasWordsFor(this.#languages())) this.#work();
    if (this.#optIn) task(this.#optIn);
    else if (this.isConnected) this.#calls.push(task);
  }

  #work(): void {
    const work = this.#queued;
    if (!this.isConnected) this.#queued = null;
    if (!this.isConnected || !work) return;
    const languages = this.#languages();
    if ((work === 'speak' || work === 'start') && !hasWordsFor(languages)) {
      // Until its words have come the page's own link stands, or the card in its former language.
      void loadWordsFor(languages).then(() => this.#work());
      return;
    }
    this.#queued = null;
    if (work === 'start' || !this.#optIn) this.#start();
    else {
      if (work === 'speak' && languages[0]) this.#optIn.setLocale(languages[0]);
      if (work !== 'paint') this.#optIn.present(this.#picture());
    }
    this.#paint();
  }

  #start(): void {
    this.#stop();
    const { optIn: id, clientToken } = this;
    let current = true;
    const options: OptInOptions = {
      phone: this.phone,
      organizationName: this.organization,
      ticketNumber: this.ticket,
      messageStyle: this.messageStyle,
      locale: this.locale,
      pageLocale: this.#pageLocale(),
      translator: this.#i18n,
      server: this.server,
      publishableKey: this.publishableKey,
      ticketToken: this.ticketToken,
      optIn: id && clientToken ? { id, clientToken } : undefined,
      ...this.#picture(),
      theme: this.getAttribute('theme') ?? undefined,
      resetAfterMs: this.resetAfterMs,
      askAgain: this.askAgain,
      testState: this.testState,
      platform: this.#platform,
      onEvent: (event) => {
        if (current && this.isConnected) this.#tell(event);
      },
    };
    const optIn = createDeferredOptIn(options);
    const unsubscribe = optIn.subscribe(() => this.#queue('paint'));
    if (!optIn.isWhole()) void loadLater().then(() => this.#queue('paint'));
    this.#optIn = optIn;
    this.#release = () => {
      current = false;
      unsubscribe();
      optIn.destroy();
    };
    for (const call of this.#calls.splice(0)) call(optIn);
  }

  #stop(): void {
    this.#release();
    this.#release = () => {};
    this.#optIn = null;
  }

  #paint(): void {
    const optIn = this.#optIn;
    if (!optIn?.isPaintable()) return;
    const { view, optInId } = optIn.getSnapshot();
    const root = (this.#root ??= this.attachShadow({ mode: 'open' }));
    adoptSheet(root, optInFirstStyles);
    for (const type of ['click', 'auxclick']) root.addEventListener(type, this.#press);
    for (const type of ['pointerover', 'focusin', 'touchstart']) root.addEventListener(type, this.#prepare, PASSIVE);
    if (later) {
      later.paintLater(root, view, {
        theme: this.hasAttribute('theme') ? this.theme : null,
        appearance: this.#appearance,
        again: () => this.#queue('paint'),
        act: (action) => this.#optIn?.act(action),
      });
    } else if (root.childElementCount > 0 || view.state !== 'idle' || this.#appearance) {
      // What is drawn stays as it is until it can be changed without being torn down.
      void loadLater().then(() => later && this.#paint());
      return;
    } else {
      draw(Card({ view, theme: this.theme }), root);
    }
    this.#showState(view.state);
    // What a form around it submits under its `name`; never a reason to hold the form back.
    this.#internals.setFormValue?.(optInId);
  }

  /** `:state(connected)` for the host's style sheets. */
  #showState(state: OptInState): void {
    const { states } = this.#internals;
    states?.clear();
    states?.add(state);
  }

  #pageLocale(): string | undefined {
    return this.closest('[lang]')?.getAttribute('lang') ?? undefined;
  }

  /** What stands there, not what it is read as: an unknown name is to be told. */
  #picture(): Pick<OptInOptions, 'display' | 'qr' | 'noSkip'> {
    const { qr, noSkip } = this;
    return {
      noSkip,
      display: (this.getAttribute('display') ?? undefined) as OptInOptions['display'],
      qr: qr as QrMode | undefined,
    };
  }

  /** Languages wanted, best first; none where the host has words of its own. */
  #languages(): string[] {
    if (this.#i18n) return [];
    return languagesOf({ locale: this.locale, pageLocale: this.#pageLocale(), platform: this.#platform });
  }

  /** A press on one of the view's controls. A middle click opens a link too, and tells of it by `auxclick` alone. */
  readonly #press = (event: Event): void => {
    const control = (event.target as Element).closest('[data-action]');
    if (!control || event.defaultPrevented || (event.type === 'auxclick' && (event as MouseEvent).button !== 1)) return;
    const action = control.getAttribute('data-action') as OptInAction;
    if (!control.matches('a') && this.#root) later?.toggle(this.#root, action);
    const href = control.getAttribute('href');
    if (href === null ? control.localName === 'a' : !this.#emit('beforeopen', { href }, true)) event.preventDefault();
    else this.#optIn?.act(action);
  };

  /** The reader is about to act. */
  readonly #prepare = (): void => {
    void this.#optIn?.preload();
    void loadLater();
  };

  #tell({ type, ...detail }: OptInEvent): void {
    this.#emit(type, type === 'optin' ? { href: this.snapshot?.href ?? null } : detail);
  }

  /** @returns false where a listener has cancelled it. */
  #emit(type: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}
