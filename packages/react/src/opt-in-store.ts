import { createOptIn, serverPlatform, type OptIn, type OptInEvent, type OptInSnapshot } from '@whatsapp-optin/sdk';
import { toOptInOptions, type WhatsAppOptInSettings } from './opt-in-options.js';

/** One opt-in as React's external store. It begins with the first subscription and stops with the last. */
export class OptInStore {
  readonly optIn: OptIn;
  readonly #listeners = new Set<(event: OptInEvent) => void>();
  readonly #settings: WhatsAppOptInSettings;
  #asOnServer: OptIn | null = null;

  constructor(settings: WhatsAppOptInSettings) {
    this.#settings = settings;
    this.optIn = createOptIn({
      ...toOptInOptions(settings),
      onEvent: (event) => {
        for (const listener of this.#listeners) listener(event);
      },
    });
  }

  readonly getSnapshot = (): OptInSnapshot => this.optIn.getSnapshot();

  /** What a server paints, who knows no device and no language; the browser's first frame repeats it. */
  readonly getServerSnapshot = (): OptInSnapshot => {
    this.#asOnServer ??= createOptIn(toOptInOptions({ ...this.#settings, platform: serverPlatform }));
    return this.#asOnServer.getSnapshot();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const unsubscribe = this.optIn.subscribe(listener);
    // StrictMode leaves and comes back at once; the opt-in must not stop and ask the server again for that.
    return () => queueMicrotask(unsubscribe);
  };

  /** @returns the function that stops listening. */
  readonly listen = (listener: (event: OptInEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };
}
