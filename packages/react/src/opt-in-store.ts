import type { OptInEvent, OptInSnapshot } from '@whatsapp-optin/sdk';
import {
  adoptSheet,
  applyPageScheme,
  cardStyles,
  createLazyOptIn,
  lightDomStyles,
  livePart,
  type CardAction,
  type CardEffects,
  type LazyOptIn,
} from '@whatsapp-optin/sdk/card';
import { emitToHost } from './emit-to-host.js';
import { changesOf, optionsOf, type WhatsAppOptInOptions } from './opt-in-options.js';

/** One opt-in as React's external store, and what follows each frame of it. */
export interface OptInStore {
  readonly optIn: LazyOptIn;
  readonly subscribe: (listener: () => void) => () => void;
  /** `null` while nothing can be rendered yet. */
  readonly getSnapshot: () => OptInSnapshot | null;
  readonly getServerSnapshot: () => OptInSnapshot | null;
  /** The settings of the latest frame: callbacks, words, display, QR and Skip. */
  readonly follow: (settings: WhatsAppOptInOptions) => void;
  readonly getLatest: () => WhatsAppOptInOptions;
  /** The outer element, or `null` when it leaves. */
  readonly attach: (node: HTMLElement | null) => void;
  readonly getNode: () => HTMLElement | null;
  readonly beforeRender: () => void;
  readonly afterRender: (options: { act: (action: CardAction) => void; noStyles: boolean }) => void;
}

export function createOptInStore(given: WhatsAppOptInOptions): OptInStore {
  const onEvent = (event: OptInEvent) => emitToHost(latest, event, optIn.getSnapshot().href);
  const optIn = createLazyOptIn({ ...optionsOf(given), onEvent }, livePart);
  let latest = given;
  let node: HTMLElement | null = null;
  let effects: CardEffects | null = null;

  function beforeRender(): void {
    effects?.beforeRender(optIn.getSnapshot().view);
  }

  return {
    optIn,
    getSnapshot: () => (optIn.isReady() ? optIn.getSnapshot() : null),
    getServerSnapshot: optIn.getServerSnapshot,
    subscribe(listener) {
      const leave = optIn.subscribe(() => {
        beforeRender();
        listener();
      });
      // StrictMode unsubscribes and subscribes at once; that must not stop the opt-in.
      return () => queueMicrotask(leave);
    },
    follow(settings) {
      const [changes, before] = [changesOf(settings), changesOf(latest)];
      latest = settings;
      const names = Object.keys(changes) as (keyof typeof changes)[];
      if (names.some((name) => changes[name] !== before[name])) optIn.setOptions(changes);
    },
    getLatest: () => latest,
    attach(next) {
      effects?.stop();
      effects = null;
      node = next;
      // The customer is about to act.
      for (const type of ['pointerover', 'focusin', 'touchstart'])
        node?.addEventListener(type, () => void optIn.preload(), { passive: true });
    },
    getNode: () => node,
    beforeRender,
    afterRender({ act, noStyles }) {
      if (!node) return;
      const live = livePart.get();
      const place = node.getRootNode() as Document | ShadowRoot;
      // A tree outside the page has no style sheets.
      if (!noStyles && 'styleSheets' in place) {
        adoptSheet(place, lightDomStyles + cardStyles);
        if (live) adoptSheet(place, live.liveStyles);
      }
      applyPageScheme(node, node.parentElement ?? (place as ShadowRoot).host ?? null);
      if (live) effects ??= live.createCardEffects(node, act);
      effects?.afterRender(optIn.getSnapshot().view);
    },
  };
}
