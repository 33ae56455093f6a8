/** @jsxImportSource preact */
import {
  browserPlatform,
  createOptInController,
  type DeclineReason,
  type OptIn,
  type OptInAction,
  type OptInEvent,
  type OptInOptions,
  type OptInSnapshot,
  type OptInState,
  type Platform,
  type Translator,
} from '@whatsapp-optin/sdk';
import { adoptOptInStyles } from '@whatsapp-optin/sdk/styles';
import { render } from 'preact';
import { elementWithAttributes, keepEarlyProperties } from './attribute-element.js';
import { ATTRIBUTES, PICTURE_ATTRIBUTES, type Display } from './attributes.js';
import { Card, HEADING_ID } from './card.js';
import { hasWordsFor, loadWordsFor, wordsFor } from './words.js';

/** What may be due, each including the one before it. */
const WORKS = ['paint', 'speak', 'start'] as const;
type Work = (typeof WORKS)[number];

/**
 * `<whatsapp-optin>`: the prompt as a custom element. The links among its children work without script; once upgraded, the
 * card in its shadow root takes their place.
 *
 * Events bubble and cross shadow roots: `ready statechange beforeopen optin skip connected sessionended expired failure`.
 * A cancelled `beforeopen` leaves everything as it is; the host then opens WhatsApp itself and calls `open()`.
 */
export class WhatsAppOptInElement extends elementWithAttributes(ATTRIBUTES) {
  readonly #internals = this.attachInternals();
  // A root that came with the HTML is kept: attachShadow would empty it.
  #root: ShadowRoot | null = this.shadowRoot ?? this.#internals.shadowRoot;
  #optIn: OptIn | null = null;
  #release = (): void => {};
  /** Calls that came before there was an opt-in to make them on. */
  #calls: ((optIn: OptIn) => void)[] = [];
  #queued: Work | null = null;
  #i18n: Translator | undefined;
  #platform: Platform | undefined;

  constructor() {
    super();
    keepEarlyProperties(this, [...Object.keys(ATTRIBUTES), 'i18n', 'platform']);
  }

  /** The page's own words: `fromI18next(i18next)` of `@whatsapp-optin/sdk/i18next`. */
  get i18n(): Translator | undefined {
    return this.#i18n;
  }
  set i18n(translator: Translator | undefined) {
    this.#i18n = translator;
    this.#queue('start');
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
    if (property === 'display') reportUnbuiltDisplay(this.display);
    if (PICTURE_ATTRIBUTES.includes(property)) this.#queue('paint');
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

  #call(task: (optIn: OptIn) => void): void {
    if (this.#queued === 'start' && hasWordsFor(this.#languages())) this.#work();
    if (this.#optIn) task(this.#optIn);
    else if (this.isConnected) this.#calls.push(task);
  }

  #work(): void {
    const work = this.#queued;
    if (!this.isConnected) this.#queued = null;
    if (!this.isConnected || !work) return;
    const languages = this.#languages();
    if (work !== 'paint' && !hasWordsFor(languages)) {
      // Until its words have come the page's own link stands, or the card in its former language.
      void loadWordsFor(languages).then(() => this.#work());
      return;
    }
    this.#queued = null;
    if (work === 'start' || !this.#optIn) this.#start();
    else if (work === 'speak' && languages[0]) this.#optIn.setLocale(languages[0]);
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
      locale: this.#pageLocale(),
      translator: this.#i18n,
      server: this.server,
      publishableKey: this.publishableKey,
      ticketToken: this.ticketToken,
      optIn: id && clientToken ? { id, clientToken } : undefined,
      noSkip: this.noSkip,
      testState: this.testState,
      platform: this.#platform,
      onEvent: (event) => {
        if (current && this.isConnected) this.#tell(event);
      },
    };
    const optIn = createOptInController(options, wordsFor);
    const unsubscribe = optIn.subscribe(() => this.#queue('paint'));
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
    if (!this.#optIn) return;
    const { view } = this.#optIn.getSnapshot();
    const root = (this.#root ??= this.attachShadow({ mode: 'open' }));
    const focused = root.activeElement;
    render(<Card view={view} theme={this.theme} onFollow={this.#follow} onAction={this.#act} />, root);
    adoptOptInStyles(root);
    // A control that disappears under the finger must not throw the reader back to the top of the page.
    if (focused && !focused.isConnected) root.getElementById(HEADING_ID)?.focus();
    this.#showState(view.state);
  }

  /** `:state(connected)` for the host's style sheets. */
  #showState(state: OptInState): void {
    const { states } = this.#internals;
    states?.clear();
    states?.add(state);
  }

  /** An explicit locale, else the language of the page around. */
  #pageLocale(): string | undefined {
    return this.locale ?? this.closest('[lang]')?.getAttribute('lang') ?? undefined;
  }

  /** Languages wanted, best first; none where the host has words of its own. */
  #languages(): string[] {
    if (this.#i18n) return [];
    const locale = this.#pageLocale();
    return [...(locale ? [locale] : []), ...(this.#platform ?? browserPlatform).languages()];
  }

  readonly #follow = (event: MouseEvent, href: string): void => {
    if (event.defaultPrevented) return;
    if (this.#emit('beforeopen', { href }, true)) this.#optIn?.open();
    else event.preventDefault();
  };

  readonly #act = (action: OptInAction): void => {
    if (action === 'decline') this.#optIn?.decline('skipped');
    else if (action === 'no_whatsapp') this.#optIn?.decline('no_whatsapp');
    else if (action === 'restart') this.#optIn?.restart();
    else this.#optIn?.open();
  };

  #tell({ type, ...detail }: OptInEvent): void {
    this.#emit(type, type === 'optin' ? { href: this.snapshot?.href ?? null } : detail);
  }

  /** @returns false where a listener has cancelled it. */
  #emit(type: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

function reportUnbuiltDisplay(display: Display): void {
  if (display === 'card' || !isDevelopment()) return;
  console.error(`<whatsapp-optin>: display "${display}" is not built yet; the card is shown in its place.`);
}

/** A bundler fills in the mode; a page that loads the script by itself has no `process`, and is in production. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}
