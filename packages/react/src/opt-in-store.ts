import type { OptIn, OptInEvent, OptInOptions, OptInSnapshot, Translator } from '@whatsapp-optin/sdk';
import {
  DISMISSAL_KEY,
  firstOffer,
  hasWordsFor,
  loadWordsFor,
  readPageStorage,
  tellWindow,
  wordsFor,
  type FirstOffer,
} from '@whatsapp-optin/sdk/painter/first';
import { later, prepare, waiting } from './later.js';
import type { WhatsAppOptInOptions } from './opt-in-options.js';
import { own } from './own.js';

/** What there is to draw; the same object until something changes. With neither of the first two nothing can be drawn yet. */
export interface Seen {
  /** What the opt-in itself will say at its beginning, known from less code. */
  readonly first?: FirstPicture;
  /** What the opt-in itself says, once it is here. */
  readonly snapshot?: OptInSnapshot;
  /** As a server sees it, who knows no device. */
  readonly served?: boolean;
}

export interface FirstPicture extends FirstOffer {
  readonly words: Translator;
  readonly noSkip: boolean | undefined;
}

/** One opt-in as React's external store. It begins with the first subscription and stops with the last. */
export interface OptInStore {
  /** As they are now. */
  readonly options: OptInOptions;
  readonly getSeen: () => Seen;
  /** The browser's first frame repeats what a server drew. */
  readonly getServerSeen: () => Seen;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads what a first picture lacks. Never rejects. */
  readonly load: () => Promise<void>;
  /** The settings of the latest frame: callbacks, words, display, QR and Skip. */
  readonly follow: (latest: WhatsAppOptInOptions) => void;
  /** Does it now, or as soon as it can be done. */
  readonly call: (task: (optIn: OptIn) => void) => void;
  /** A link to WhatsApp is being followed; nothing happens where a component prevents it. */
  readonly press: (click: Pick<Event, 'defaultPrevented' | 'preventDefault'>, href: string) => void;
}

export function createStore(given: WhatsAppOptInOptions): OptInStore {
  const { i18n } = given;
  const options: OptInOptions = Object.assign(own(given), {
    phone: given.companyWhatsAppNumber,
    translator: i18n,
    onEvent: (event: OptInEvent) => later.rest?.tell(latest, event, seen.snapshot?.href ?? null),
  });
  let latest = given;
  let inner: OptIn | null = null;
  let leave: (() => void) | null = null;
  let notify = () => {};
  let users = 0;
  let seen: Seen = {};
  let served: Seen = { served: true };
  let isStale = true;
  let isReady = false;

  /** Best first. A server knows but what it is told. */
  const languages = (server = false) =>
    [options.locale, ...(server ? [] : (options.platform?.languages() ?? navigator.languages))].filter(
      Boolean,
    ) as string[];
  const isMute = (server = false) => !i18n && !later.lost && !hasWordsFor(languages(server));

  function firstPicture(server = false): FirstPicture | null {
    const words = i18n ?? wordsFor(languages(server));
    // Without the rest no server can be asked; a link that needs none still leads to WhatsApp.
    if (later.lost) options.server = undefined;
    const first = firstOffer(options, words, server ? null : navigator);
    // Whoever has said no before may not be asked again; that, and a world of the host's own, is for the opt-in itself to judge.
    const memory = !server && (options.platform ?? (!options.askAgain && readPageStorage(DISMISSAL_KEY)));
    return later.lost || (first.drawable && !memory) ? { ...first, words, noSkip: options.noSkip } : null;
  }

  function see(): Seen {
    if (inner ?? (later.rest && !isMute())) {
      const snapshot = begin()?.getSnapshot();
      if (snapshot && snapshot !== seen.snapshot) seen = { snapshot };
    } else if (isStale && !isMute()) {
      const first = firstPicture();
      // What was drawn stays until what follows it can be drawn.
      if (first) seen = { first };
      isStale = false;
    }
    return seen;
  }

  function seeAsServer(): Seen {
    if (served.first ?? served.snapshot ?? isMute(true)) return served;
    const { rest } = later;
    const first = rest ? null : firstPicture(true);
    if (first) served = { served: true, first };
    else if (rest) {
      const opts = { ...options, platform: rest.serverPlatform };
      served = { served: true, snapshot: rest.createLiveOptIn(opts).getSnapshot() };
    }
    if (!seen.first && !seen.snapshot) seen = served;
    return served;
  }

  /** The opt-in itself, once it is here. */
  function begin(): OptIn | null {
    if (!inner && later.rest) inner = later.rest.createLiveOptIn({ ...options, isReady });
    if (inner && users > 0) leave ??= inner.subscribe(changed);
    return inner;
  }

  function changed(): void {
    isStale = true;
    notify();
  }

  /** What has come is part of the picture, whatever the opt-in says. */
  function arrived(): void {
    seen = { ...seen };
    changed();
  }

  async function load(): Promise<void> {
    // Asked for while React draws, which is no time to tell anyone.
    await Promise.resolve();
    await Promise.all([speak(options.locale), !firstPicture() && prepare()]);
  }

  async function speak(locale: string | undefined): Promise<void> {
    options.locale = locale;
    if (isMute()) await loadWordsFor(languages());
    if (options.locale !== locale) return;
    inner?.setLocale(locale);
    changed();
  }

  function call(task: (optIn: OptIn) => void): void {
    const optIn = begin();
    if (optIn) task(optIn);
    else void prepare().then(() => users > 0 && later.rest && call(task));
  }

  return {
    options,
    load,
    getSeen: see,
    getServerSeen: seeAsServer,
    subscribe(listener) {
      users += 1;
      notify = listener;
      waiting.add(arrived);
      if (isMute()) void load();
      else if (!begin() && !see().first?.whole) void prepare();
      else if (!inner && !isReady) {
        isReady = true;
        tellWindow('whatsapp-optin:ready', {});
        // In a task of its own: what breaks in the host's handler must not break the host's page.
        queueMicrotask(() => latest.onReady?.());
      }
      // StrictMode leaves and comes back at once; the opt-in must not stop and ask the server again for that.
      return () =>
        queueMicrotask(() => {
          users -= 1;
          if (users > 0) return;
          waiting.delete(arrived);
          leave?.();
          leave = null;
        });
    },
    follow(next) {
      const { locale, display, qr, noSkip = false } = next;
      const picture = { display, qr, noSkip };
      const before = latest;
      latest = next;
      if (locale !== undefined && locale !== before.locale) void speak(locale);
      if (display === before.display && qr === before.qr && noSkip === Boolean(before.noSkip)) return;
      Object.assign(options, picture);
      inner?.present(picture);
      changed();
      if (!inner && !see().first?.whole) void prepare();
    },
    call,
    press(click, href) {
      if (click.defaultPrevented) return;
      const open = () => call((optIn) => optIn.open());
      const before = {
        href,
        defaultPrevented: false,
        preventDefault: () => void (before.defaultPrevented = true),
        open: () => before.defaultPrevented && open(),
      };
      latest.onBeforeOpen?.(before);
      if (before.defaultPrevented) click.preventDefault();
      else open();
    },
  };
}
