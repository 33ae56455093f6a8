import { OPT_IN_STATES } from '../contract/opt-in-state.js';
import { OPT_IN_DISPLAYS } from '../opt-in/opt-in-display.js';
import type { OptInAction } from '../opt-in/opt-in-view.js';
import type { OptInOptions } from '../opt-in/opt-in.js';
import { PHONE_USER_AGENT, createFakePlatform, type FakePlatform } from './fake-platform.js';
import { OPT_IN_VIEW_CASES } from './opt-in-view-cases.js';

/** One card: the options of its opt-in, and what the customer does before it is read. */
export interface CardCase {
  /** Title of a test. */
  readonly name: string;
  /** Options of the opt-in. */
  readonly options: Omit<OptInOptions, 'theme'> & { readonly phone: string };
  /** Actions before the card is read, in order. */
  readonly acts: readonly OptInAction[];
  /** @default a desktop's */
  readonly userAgent?: string | undefined;
}

/** The world of a case, whose server never answers. */
export function createCasePlatform({ userAgent }: CardCase): FakePlatform {
  return Object.assign(createFakePlatform({ userAgent }), { answer: () => new Promise<Response>(() => {}) });
}

/** Instagram on an iPhone. */
const IN_APP_USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21G93 Instagram 341.0.3.35.98';

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
  {
    name: 'a QR that is asked for',
    options: { ...TICKET, locale: 'en', testState: 'waiting' },
    acts: ['help', 'show_qr'],
    userAgent: PHONE_USER_AGENT,
  },
  { name: 'without a QR', options: { ...TICKET, locale: 'en', testState: 'idle', qr: 'never' }, acts: [] },
  { name: 'with a number that is none', options: { ...TICKET, locale: 'en', phone: '12' }, acts: [] },
  { name: 'inside another app', options: { ...TICKET, locale: 'en' }, acts: [], userAgent: IN_APP_USER_AGENT },
  {
    name: 'whose link the server is making',
    options: { ...TICKET, locale: 'en', server: 'https://optin.example', publishableKey: 'pk_example' },
    acts: [],
  },
];
