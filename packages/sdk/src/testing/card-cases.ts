import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import { OPT_IN_DISPLAYS } from '../opt-in/opt-in-display.js';
import type { OptInAction } from '../opt-in/opt-in-view.js';
import type { OptInOptions } from '../opt-in/opt-in.js';
import { OPT_IN_VIEW_CASES } from './opt-in-view-cases.js';

/** One card: the options of its opt-in, and what the customer does before it is read. */
export interface CardCase {
  /** Title of a test. */
  readonly name: string;
  /** Options of the opt-in. */
  readonly options: OptInOptions & { readonly phone: string };
  /** Actions before the card is read, in order. */
  readonly acts: readonly OptInAction[];
}

const TICKET = { phone: '+966500000000', organizationName: 'Acme Clinic', ticketNumber: 'A001' } as const;

/** Every display in every state in English and Arabic, then what else changes a card. */
export const CARD_CASES: readonly CardCase[] = [
  ...['en', 'ar'].flatMap((locale) =>
    OPT_IN_DISPLAYS.flatMap((display) =>
      OPT_IN_STATES.map((testState) => ({
        name: `${display}, ${testState}, ${locale}`,
        options: { ...TICKET, locale, display, testState },
        acts: [],
      })),
    ),
  ),
  ...OPT_IN_VIEW_CASES.map(({ name, options }) => ({ name, options, acts: [] })),
  ...['card', 'bar', 'button', 'qr'].map((display) => ({
    name: `${display} with open help`,
    options: { ...TICKET, locale: 'en', display, testState: 'waiting' } as CardCase['options'],
    acts: ['help' as const],
  })),
  { name: 'a QR that is asked for', options: { ...TICKET, locale: 'en', testState: 'waiting' }, acts: ['show_qr'] },
  { name: 'without a QR', options: { ...TICKET, locale: 'en', testState: 'idle', qr: 'never' }, acts: [] },
  { name: 'with a number that is none', options: { ...TICKET, locale: 'en', phone: '12' }, acts: [] },
];
