import { browserPlatform } from '../browser-platform.js';
import type { Platform } from '../platform.js';
import type { Translator } from '../translator.js';
import { firstFacts } from './first-facts.js';
import { getOptInView } from './get-opt-in-view.js';
import { guard } from './guard.js';
import type { OptIn, OptInEvent, OptInOptions, OptInSnapshot } from './opt-in.js';
import { OPT_IN_DISPLAYS } from './opt-in-display.js';
import { QR_MODES } from './qr-mode.js';
import { deviceOf } from './device-of.js';
import { ownOptions, type OwnOptions } from './own-options.js';
import { getOptInSnapshot, type OptInFacts } from './opt-in-snapshot.js';
import { transition, type OptInHappening } from './opt-in-transition.js';
import { windowDetail } from './window-event.js';

/** Finds the words for the first of these BCP 47 tags that has any, else English. */
export type WordsFor = (tags: readonly string[]) => Translator;

/** What is known of the opt-in, who is told of it, and in which words. The rooms around it (line, help, memory) change it by `happen` and `update`. */
export interface OptInCore {
  readonly options: OwnOptions;
  readonly platform: Platform;
  facts(): OptInFacts;
  translator(): Translator;
  look(): OptInSnapshot;
  update(change: Partial<OptInFacts>): void;
  emit(event: OptInEvent): void;
  /** @returns false where nothing changes. */
  happen(happening: OptInHappening, change?: Partial<OptInFacts>): boolean;
  /** Called after each change of state, before the hosts hear of it. */
  onState(listener: (facts: OptInFacts) => void): void;
  setOptions: OptIn['setOptions'];
  /** A listener of the snapshot. @returns whether it was the last that left, once called. */
  listen(listener: () => void): () => boolean;
}

export function createOptInCore(given: OptInOptions, wordsFor: WordsFor): OptInCore {
  const options = ownOptions(given);
  const platform = options.platform ?? browserPlatform;
  const listeners = new Set<() => void>();
  const stateListeners: ((facts: OptInFacts) => void)[] = [];
  const wordsOf = (locale: string | undefined) =>
    wordsFor([locale, options.pageLocale, ...platform.languages()].filter((tag) => typeof tag === 'string'));
  let translator = options.translator ?? wordsOf(options.locale);
  let facts = firstFacts(options, translator, platform);
  let snapshot: OptInSnapshot | null = null;

  function update(change: Partial<OptInFacts>): void {
    facts = { ...facts, ...change };
    snapshot = null;
    for (const listener of [...listeners]) guard(listener);
  }

  function look(): OptInSnapshot {
    snapshot ??= getOptInSnapshot(
      facts,
      {
        options,
        display: OPT_IN_DISPLAYS.find((known) => known === options.display) ?? 'card',
        qr: QR_MODES.find((known) => known === options.qr) ?? 'auto',
        translator,
        device: deviceOf(platform),
        offline: !platform.isOnline(),
        now: platform.now(),
        // A page pays more for an `Intl` formatter than for all the rest of this.
        timeZone: facts.sessionEndsAt ? platform.timeZone() : undefined,
      },
      getOptInView,
    );
    return snapshot;
  }

  function emit(event: OptInEvent): void {
    guard(() => options.onEvent?.(event));
    guard(() => platform.tellWindow(`whatsapp-optin:${event.type}`, windowDetail(event)));
  }

  return {
    options,
    platform,
    facts: () => facts,
    translator: () => translator,
    look,
    update,
    emit,
    happen(happening, change = {}) {
      const previous = facts.state;
      const state = transition(previous, happening);
      if (state === previous) return false;
      const connectedAt = state === 'connected' ? platform.now() : null;
      update({ reason: null, error: null, notice: null, helpOpen: false, connectedAt, ...change, state });
      for (const listener of stateListeners) listener(facts);
      emit({ type: 'statechange', state, previous, reason: facts.reason });
      if (state === 'connected') emit({ type: 'connected', sessionExpiresAt: look().sessionExpiresAt });
      if (state === 'expired') emit({ type: 'expired' });
      if (state === 'failed' && facts.error) emit({ type: 'failure', error: facts.error });
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
