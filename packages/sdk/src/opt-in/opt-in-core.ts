import { browserPlatform } from '../browser-platform.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import { initialContext } from './initial-context.js';
import { guard } from './guard.js';
import type { OptIn, OptInEvent, OptInOptions, OptInSnapshot } from './opt-in.js';
import { OPT_IN_DISPLAYS } from './opt-in-display.js';
import { QR_MODES } from './qr-mode.js';
import { deviceOf } from './device-of.js';
import { ownOptions, type OwnOptions } from './own-options.js';
import { getLiveSnapshot } from './live-snapshot.js';
import type { OptInContext } from './opt-in-snapshot.js';
import { transition, type OptInTransitionEvent } from './opt-in-transition.js';
import { windowDetail } from './window-event.js';

/** Finds the words for the first of these BCP 47 tags that has any, else English. */
export type WordsFor = (tags: readonly string[]) => Translator;

/** The context of one opt-in, its listeners and its words. Server sync, help and controller change it by `send` and `update`. */
export interface OptInCore {
  readonly options: OwnOptions;
  readonly platform: Platform;
  context(): OptInContext;
  translator(): Translator;
  getSnapshot(): OptInSnapshot;
  update(change: Partial<OptInContext>): void;
  emit(event: OptInEvent): void;
  /** Moves the state by an event, and `change` with it. @returns false if the state stays; `change` is dropped then. */
  send(event: OptInTransitionEvent, change?: Partial<OptInContext>): boolean;
  /** Called after each change of state, before the host's `statechange`. */
  onState(listener: (context: OptInContext) => void): void;
  setOptions: OptIn['setOptions'];
  /** Adds a listener of the snapshot. @returns unsubscribe, which returns whether no listener is left. */
  listen(listener: () => void): () => boolean;
}

export function createOptInCore(given: OptInOptions, wordsFor: WordsFor): OptInCore {
  const options = ownOptions(given);
  const platform = options.platform ?? browserPlatform;
  const listeners = new Set<() => void>();
  const stateListeners: ((context: OptInContext) => void)[] = [];
  const wordsOf = (locale: string | undefined) =>
    wordsFor([locale, options.pageLocale, ...platform.languages()].filter((tag) => typeof tag === 'string'));
  let translator = options.translator ?? wordsOf(options.locale);
  let context = initialContext(options, translator, platform);
  let snapshot: OptInSnapshot | null = null;

  function update(change: Partial<OptInContext>): void {
    context = { ...context, ...change };
    snapshot = null;
    for (const listener of [...listeners]) guard(listener);
  }

  function getSnapshot(): OptInSnapshot {
    snapshot ??= getLiveSnapshot(context, {
      options,
      display: OPT_IN_DISPLAYS.find((known) => known === options.display) ?? 'card',
      qr: QR_MODES.find((known) => known === options.qr) ?? 'auto',
      translator,
      device: deviceOf(platform),
      offline: !platform.isOnline(),
      now: platform.now(),
      // An `Intl` formatter takes longer than the rest of the snapshot.
      timeZone: context.sessionEndsAt ? platform.timeZone() : undefined,
    });
    return snapshot;
  }

  function emit(event: OptInEvent): void {
    guard(() => options.onEvent?.(event));
    guard(() => platform.emitToWindow(`whatsapp-optin:${event.type}`, windowDetail(event)));
  }

  return {
    options,
    platform,
    context: () => context,
    translator: () => translator,
    getSnapshot,
    update,
    emit,
    send(event, change = {}) {
      const previous = context.state;
      const state = transition(previous, event);
      if (state === previous) return false;
      const connectedAt = state === 'connected' ? platform.now() : null;
      update({ reason: null, error: null, notice: null, helpOpen: false, connectedAt, ...change, state });
      for (const listener of stateListeners) listener(context);
      emit({ type: 'statechange', state, previous, reason: context.reason });
      if (state === 'connected') emit({ type: 'connected', sessionExpiresAt: getSnapshot().sessionExpiresAt });
      if (state === 'expired') emit({ type: 'expired' });
      if (state === 'failed' && context.error) emit({ type: 'failure', error: context.error });
      return true;
    },
    onState: (listener) => void stateListeners.push(listener),
    setOptions(changes) {
      Object.assign(options, changes);
      translator = options.translator ?? wordsOf(options.locale);
      update({});
    },
    listen(listener) {
      const mine = () => listener();
      listeners.add(mine);
      return () => listeners.delete(mine) && listeners.size === 0;
    },
  };
}
