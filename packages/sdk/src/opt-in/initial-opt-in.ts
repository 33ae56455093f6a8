import type { Device } from '../device.js';
import type { Translator } from '../translator.js';
import { idle, viewOf } from './idle-view.js';
import { unknownInputs } from './unknown-inputs.js';
import type { OptInSnapshot } from './opt-in.js';
import type { OwnOptions } from './own-options.js';
import { OPT_IN_DISPLAYS } from './opt-in-display.js';
import { INITIAL_CONTEXT, getOptInSnapshot } from './opt-in-snapshot.js';

/** An opt-in before its live part is loaded. */
export interface InitialOptIn {
  readonly snapshot: OptInSnapshot;
  /** False if the live part may change it: another state, another display, an error. */
  readonly isFinal: boolean;
  /** The live part is needed before a tap: for the server, for a QR, or to report a mistake. */
  readonly needsLive: boolean;
}

export interface InitialSurroundings {
  readonly translator: Translator;
  /** `null` while a page is rendered on a server. */
  readonly device: Device | null;
  /** The browser's storage holds a dismissal. */
  readonly wasDismissed: boolean;
  /** The live part could not be loaded: a link without a server is better than none. */
  readonly isAlone: boolean;
}

/** The opt-in of `idle` on a card, by the same rules as the live part. Pure. */
export function initialOptIn(given: OwnOptions, around: InitialSurroundings): InitialOptIn {
  const { translator, device, wasDismissed, isAlone } = around;
  const options = isAlone ? { ...given, server: undefined, testState: undefined } : given;
  const { testState = 'idle', server, optIn, qr = 'auto' } = options;
  const display = OPT_IN_DISPLAYS.find((known) => known === options.display) ?? 'card';
  const adopted = optIn?.id && optIn.clientToken ? optIn : null;
  const snapshot = getOptInSnapshot(
    { ...INITIAL_CONTEXT, optIn: adopted, expiresAt: momentOf(adopted?.expiresAt) },
    { options, display: 'card', qr, translator, device, now: 0, timeZone: undefined, offline: false },
    (input) => viewOf(input, idle(input)),
  );
  const hasLink = snapshot.href !== null;
  // The live part has the words of further channels.
  const isIdleCard = testState === 'idle' && display === 'card' && !wasDismissed && !options.channels;
  const isFinal = isAlone ? hasLink : isIdleCard && (hasLink || Boolean(server));
  const hasMore = Boolean(given.server || given.testState || adopted || snapshot.view.qr);
  return { snapshot, isFinal, needsLive: !isFinal || hasMore || unknownInputs(options).length > 0 };
}

/** @returns milliseconds since 1970; `null` where the text is no moment. */
export function momentOf(text: string | undefined): number | null {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? null : moment;
}
