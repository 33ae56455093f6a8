/** @jsxImportSource preact */
import {
  createOptIn,
  type DeclineReason,
  type OptIn,
  type OptInAction,
  type OptInEvent,
  type OptInSnapshot,
  type OptInState,
  type Platform,
  type Translator,
} from '@whatsapp-optin/sdk';
import { adoptOptInStyles } from '@whatsapp-optin/sdk/styles';
import { render } from 'preact';
import { elementWithAttributes, keepEarlyProperties } from './attribute-element.js';
import { ATTRIBUTES, PICTURE_ATTRIBUTES } from './attributes.js';
import { Card, HEADING_ID } from './card.js';

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
  readonly #root = this.shadowRoot ?? this.#internals.shadowRoot ?? this.attachShadow({ mode: 'open' });
  #optIn: OptIn | null = null;
  #release = (): void => {};
  #queued: 'nothing' | 'paint' | 'start' = 'nothing';
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
    this.#running()?.open();
  }

  decline(reason?: DeclineReason): void {
    this.#running()?.decline(reason);
  }

  /** Asks the server now. Never rejects. */
  async refresh(): Promise<void> {
    await this.#running()?.refresh();
  }

  /** A fresh opt-in in place of one that has expired, failed or been declined. */
  restart(): void {
    this.#running()?.restart();
  }

  connectedCallback(): void {
    this.#queue(this.#optIn ? 'paint' : 'start');
  }

  disconnectedCallback(): void {
    // A node that is moved leaves and comes back within one task; only one that stays away has left.
    setTimeout(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  override attributeChanged(property: string): void {
    if (PICTURE_ATTRIBUTES.includes(property)) this.#queue('paint');
    else if (property === 'locale' && this.#optIn && !this.#i18n) this.#optIn.setLocale(this.#locale() ?? 'en');
    else this.#queue('start');
  }

  /** Work waits for the end of the script that causes it, so that ten attributes make one opt-in. */
  #queue(work: 'paint' | 'start'): void {
    if (!this.isConnected) {
      // What is started anew on return needs no work now; what still runs must not run on with old attributes.
      if (work === 'start') this.#stop();
      return;
    }
    if (this.#queued === 'nothing') queueMicrotask(() => this.#work());
    if (this.#queued !== 'start') this.#queued = work;
  }

  #work(): void {
    const work = this.#queued;
    this.#queued = 'nothing';
    if (!this.isConnected || work === 'nothing') return;
    if (work === 'start') this.#start();
    this.#paint();
  }

  #running(): OptIn | null {
    if (!this.#optIn) this.#work();
    return this.#optIn;
  }

  #start(): void {
    this.#stop();
    const { optIn: id, clientToken } = this;
    let current = true;
    const optIn = createOptIn({
      phone: this.phone,
      organizationName: this.organization,
      ticketNumber: this.ticket,
      messageStyle: this.messageStyle,
      locale: this.#locale(),
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
    });
    const unsubscribe = optIn.subscribe(() => this.#queue('paint'));
    this.#optIn = optIn;
    this.#release = () => {
      current = false;
      unsubscribe();
      optIn.destroy();
    };
  }

  #stop(): void {
    this.#release();
    this.#release = () => {};
    this.#optIn = null;
  }

  #paint(): void {
    if (!this.#optIn) return;
    const { view } = this.#optIn.getSnapshot();
    const focused = this.#root.activeElement;
    render(<Card view={view} theme={this.theme} onFollow={this.#follow} onAction={this.#act} />, this.#root);
    adoptOptInStyles(this.#root);
    // A control that disappears under the finger must not throw the reader back to the top of the page.
    if (focused && !focused.isConnected) this.#root.getElementById(HEADING_ID)?.focus();
    this.#showState(view.state);
  }

  /** `:state(connected)` for the host's style sheets. */
  #showState(state: OptInState): void {
    const { states } = this.#internals;
    states?.clear();
    states?.add(state);
  }

  /** An explicit locale, else the language of the page around; the SDK goes on to the browser's where it has no words for it. */
  #locale(): string | undefined {
    if (this.locale) return this.locale;
    const pageLanguage = this.closest('[lang]')?.getAttribute('lang');
    return pageLanguage || undefined;
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
