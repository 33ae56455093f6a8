import { createOptIn, type OptIn, type OptInEvent, type OptInSnapshot, type Platform } from '@whatsapp-optin/sdk';
import { toOptInOptions, type WhatsAppOptInSettings } from './opt-in-options.js';

/**
 * The world as a server sees it, where nothing ever happens: server and browser paint the same first frame, and an opt-in
 * that is made during a render starts nothing.
 */
const STILL: Platform = {
  now: () => 0,
  setTimer: () => () => {},
  fetch: () => new Promise(() => {}),
  sendBeacon: () => false,
  random: () => 0,
  randomId: () => '',
  isVisible: () => false,
  isOnline: () => true,
  onChange: () => () => {},
  navigator: () => null,
  languages: () => [],
  pageUrl: () => null,
  timeZone: () => 'UTC',
};

/** An opt-in that begins when a component subscribes and ends when the last one has left for good. */
export class OptInStore {
  readonly #settings: WhatsAppOptInSettings;
  readonly #first: OptIn;
  readonly #listeners = new Set<(event: OptInEvent) => void>();
  #live: OptIn | null = null;
  #subscribers = 0;
  #locale: string | undefined;

  constructor(settings: WhatsAppOptInSettings) {
    this.#settings = settings;
    this.#locale = settings.locale;
    this.#first = createOptIn(toOptInOptions({ ...settings, platform: STILL }));
  }

  /** The running opt-in; `null` before the first effect and after the last component has left. */
  get live(): OptIn | null {
    return this.#live;
  }

  setLocale(locale: string): void {
    if (locale === this.#locale) return;
    this.#locale = locale;
    this.#live?.setLocale(locale);
  }

  readonly getSnapshot = (): OptInSnapshot => (this.#live ?? this.#first).getSnapshot();

  readonly getServerSnapshot = (): OptInSnapshot => this.#first.getSnapshot();

  readonly subscribe = (listener: () => void): (() => void) => {
    const live = (this.#live ??= this.#begin());
    const unsubscribe = live.subscribe(listener);
    this.#subscribers += 1;
    return () => {
      unsubscribe();
      this.#subscribers -= 1;
      // StrictMode leaves and comes back at once; that must cost no second opt-in.
      queueMicrotask(() => {
        if (this.#subscribers > 0) return;
        this.#live?.destroy();
        this.#live = null;
      });
    };
  };

  readonly listen = (listener: (event: OptInEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #begin(): OptIn {
    const onEvent = (event: OptInEvent) => {
      for (const listener of this.#listeners) listener(event);
    };
    return createOptIn({ ...toOptInOptions({ ...this.#settings, locale: this.#locale }), onEvent });
  }
}
