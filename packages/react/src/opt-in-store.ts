import { createOptIn, serverPlatform, type OptIn, type OptInEvent, type OptInSnapshot } from '@whatsapp-optin/sdk';
import {
  pictureOf,
  toOptInOptions,
  type OptInPicture,
  type WhatsAppBeforeOpenEvent,
  type WhatsAppOptInSettings,
} from './opt-in-options.js';
import { own } from './own.js';

/** What components hear: the events of the opt-in, and the question before WhatsApp opens. */
export type StoreEvent = OptInEvent | { type: 'beforeopen'; before: WhatsAppBeforeOpenEvent };

/** One opt-in as React's external store. It begins with the first subscription and stops with the last. */
export class OptInStore {
  readonly optIn: OptIn;
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  readonly #settings: WhatsAppOptInSettings;
  #asOnServer: OptIn | null = null;
  #picture: string;

  constructor(settings: WhatsAppOptInSettings) {
    this.#settings = settings;
    this.#picture = JSON.stringify(pictureOf(settings));
    this.optIn = createOptIn({
      ...toOptInOptions(settings),
      onEvent: (event) => this.#tell(event),
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

  /** Another display, QR mode or Skip; nothing where they are the same. */
  present(picture: OptInPicture): void {
    const wanted = JSON.stringify(picture);
    if (wanted === this.#picture) return;
    this.#picture = wanted;
    const { display, qr, noSkip = false } = own(picture);
    this.optIn.present({ display, qr, noSkip });
  }

  /** @returns the function that stops listening. */
  readonly listen = (listener: (event: StoreEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** A link to WhatsApp is being followed; nothing happens where a component prevents it. */
  readonly follow = (click: Pick<Event, 'defaultPrevented' | 'preventDefault'>, href: string): void => {
    if (click.defaultPrevented) return;
    let prevented = false;
    const before: WhatsAppBeforeOpenEvent = {
      href,
      get defaultPrevented() {
        return prevented;
      },
      preventDefault() {
        prevented = true;
      },
      open: () => {
        if (prevented) this.optIn.open();
      },
    };
    this.#tell({ type: 'beforeopen', before });
    if (prevented) click.preventDefault();
    else this.optIn.open();
  };

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
