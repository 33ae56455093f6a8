import en from '../locales/en.js';
import { registerEnglish, wordsFor } from '../locales/words.js';
import { initialContext } from './initial-context.js';
import type { OptIn, OptInOptions, OptInSnapshot } from './opt-in.js';
import { createOptInController } from './opt-in-controller.js';
import { OPT_IN_DISPLAYS } from './opt-in-display.js';
import { getLiveSnapshot } from './live-snapshot.js';
import { ownOptions } from './own-options.js';

export { liveCard } from '../card/live-card.js';
export { createCardEffects } from '../panel/card-effects.js';
export { liveStyles } from '../styles/live-styles.js';

registerEnglish(en);

/** `createOptIn` with the words that the page has loaded. Never throws. */
export function createLiveOptIn(options: OptInOptions): OptIn {
  return createOptInController(options, wordsFor);
}

/** The snapshot that a server renders. The device, the time and the browser's storage are unknown. */
export function getServerSnapshot(given: OptInOptions): OptInSnapshot {
  const options = ownOptions(given);
  const { locale, pageLocale } = options;
  const translator = options.translator ?? wordsFor([locale, pageLocale].filter((tag) => typeof tag === 'string'));
  const { display = 'card', qr = 'auto' } = options;
  const context = initialContext(options, translator, { now: () => 0, storage: () => null });
  return getLiveSnapshot(context, {
    options,
    display: OPT_IN_DISPLAYS.find((known) => known === display) ?? 'card',
    qr,
    translator,
    device: null,
    now: 0,
    timeZone: 'UTC',
    offline: false,
  });
}
