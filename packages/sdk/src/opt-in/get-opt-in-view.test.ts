import { describe, expect, it } from 'vitest';
import { OPT_IN_STATES, type OptInState } from '../contract/opt-in-state.js';
import { SUPPORTED_LOCALES, type SupportedLocale } from '../locales/locales.js';
import { CATALOGUES } from '../locales/catalogues.js';
import { OPT_IN_VIEW_CASES, createFakePlatform } from '../testing/index.js';
import { createTranslator } from '../translator.js';
import { createOptIn } from './create-opt-in.js';
import { getOptInView } from './get-opt-in-view.js';
import type { OptInViewInput } from './opt-in-view-input.js';
import type { OptInView, RichText } from './opt-in-view.js';
import { plainText } from './rich-text.js';

const NOW = Date.parse('2026-11-24T11:05:00.000Z');
const input = (change: Partial<OptInViewInput> = {}, locale: SupportedLocale = 'en'): OptInViewInput => ({
  state: 'idle',
  translator: createTranslator(locale, CATALOGUES[locale]),
  organizationName: 'Acme Clinic',
  ticketNumber: 'A001',
  phone: '+966500000000',
  href: 'https://wa.me/966500000000?text=Hi',
  live: true,
  noSkip: false,
  errorCode: null,
  sessionEndsAt: null,
  sessionEnded: false,
  now: NOW,
  timeZone: 'Asia/Riyadh',
  ...change,
});
const text = (rich: RichText | null | undefined) => plainText(rich ?? []);
const allText = (view: OptInView): string =>
  [
    view.heading,
    text(view.description),
    ...view.benefits.map((benefit) => benefit.text),
    view.stepsLabel,
    ...view.steps.map((step) => step.text),
    view.link?.label,
    view.skip?.label,
    text(view.status?.text),
    ...view.actions.map((action) => action.label),
    view.number && `${view.number.label} ${text(view.number.text)}`,
    text(view.consent),
  ].join('\n');

describe.each(OPT_IN_VIEW_CASES)('the view of $name', (row) => {
  const { view } = createOptIn({ ...row.options, platform: createFakePlatform() }).getSnapshot();

  it('has the state, the direction and the heading', () => {
    expect([view.state, view.dir, view.heading]).toEqual([row.state, row.dir, row.heading]);
  });

  it('says what it must', () => {
    for (const piece of row.texts) expect(allText(view)).toContain(piece);
    expect(text(view.status?.text)).toContain(row.status ?? '');
    expect(view.status === null).toBe(row.status === null);
  });

  it('offers what it must, and nothing else', () => {
    expect(view.link?.label ?? null).toBe(row.link);
    if (row.link !== null) expect(view.link?.href).toContain('966500000000');
    expect(view.skip?.label ?? null).toBe(row.skip);
    expect(view.actions.map(({ id }) => id)).toEqual(row.actions);
    expect([view.benefits.length, view.steps.length]).toEqual([row.benefits, row.steps]);
  });
});

describe('getOptInView', () => {
  it('says before the tap to press Send and come back', () => {
    expect(allText(getOptInView(input()))).toContain('press Send, then come back here');
  });

  it.each([
    ['a wrong ticket token', 'UNAUTHORIZED'],
    ['a disabled organization', 'WHATSAPP_DISABLED'],
  ] as const)('offers no new try after %s', (_, errorCode) => {
    expect(getOptInView(input({ state: 'failed', errorCode, href: null })).actions).toEqual([]);
  });

  it('checks the first step off while it waits for the second', () => {
    const stepsOf = (state: OptInState) =>
      getOptInView(input({ state })).steps.map(({ id, current, done }) => [id, current, done]);
    expect(stepsOf('idle')).toEqual([
      ['open', false, false],
      ['send', false, false],
      ['return', false, false],
    ]);
    expect(stepsOf('waiting')).toEqual([
      ['open', false, true],
      ['send', true, false],
      ['return', false, false],
    ]);
  });

  it('tells a reader on a computer to scan with the phone', () => {
    expect(getOptInView(input({ qrShown: true })).qr).toMatchObject({
      heading: 'Scan with your phone',
      caption: 'Point your phone’s camera here. This page updates by itself.',
    });
  });

  it('keeps its heading while there is a link, and says what is missing', () => {
    const view = getOptInView(input({ state: 'failed', errorCode: 'SERVER_ERROR' }));
    expect([view.heading, view.icon]).toEqual(["Get notified when it's your turn!", 'chat']);
    expect(view.status).toEqual({
      text: ["We can't show live status right now. You can still send the message."],
      tone: 'warning',
    });
    expect(view.actions).toEqual([{ id: 'restart', label: 'Try again', icon: 'refresh' }]);
  });

  it('shows that there are no updates if there is no link either', () => {
    const view = getOptInView(input({ state: 'failed', errorCode: 'SERVER_ERROR', href: null }));
    expect([view.heading, view.icon, view.status?.tone]).toEqual([
      'WhatsApp updates are not available right now',
      'alert',
      'error',
    ]);
  });

  it('shows a link that is still being made as busy', () => {
    expect(getOptInView(input({ href: null })).link).toMatchObject({ href: null, busy: true });
  });

  it('opens in the same tab if a new one is refused', () => {
    expect(getOptInView(input({ target: '_self' })).link?.target).toBe('_self');
    expect(getOptInView(input()).link?.target).toBe('_blank');
  });

  it('isolates the ticket and the number, in every language', () => {
    for (const locale of SUPPORTED_LOCALES) {
      const view = getOptInView(input({}, locale));
      expect(view.description).toContainEqual({ isolated: 'A001' });
      expect(view.number?.text).toEqual([{ isolated: '+966 50 000 0000' }]);
    }
  });

  it('does not wait for news that cannot come', () => {
    const { status } = getOptInView(input({ state: 'waiting', live: false }));
    expect(status?.tone).toBe('info');
    expect(text(status?.text)).not.toContain('Waiting');
  });

  it.each([
    ['later today', '2026-11-24T15:30:00Z', 'You are connected until 18:30'],
    ['tomorrow', '2026-11-25T11:05:00Z', 'You are connected until 14:05 tomorrow'],
    ['just after midnight', '2026-11-24T21:00:00Z', 'You are connected until 00:00 tomorrow'],
    ['another day', '2026-11-26T11:05:00Z', 'You are connected until 14:05 on Thursday, November 26'],
  ])('says until when one is connected: %s', (_, endsAt, expected) => {
    const view = getOptInView(input({ state: 'connected', sessionEndsAt: Date.parse(endsAt) }));
    expect(text(view.status?.text)).toBe(expected);
  });

  it('counts days in the zone of the page', () => {
    const view = getOptInView(
      input({ state: 'connected', sessionEndsAt: Date.parse('2026-11-24T21:00:00Z'), timeZone: 'America/New_York' }),
    );
    expect(text(view.status?.text)).toBe('You are connected until 16:00');
  });

  it('counts from the day of the page, not of the server', () => {
    const now = Date.parse('2026-11-24T22:30:00Z');
    const view = getOptInView(input({ state: 'connected', now, sessionEndsAt: now + 86_400_000 }));
    expect(text(view.status?.text)).toBe('You are connected until 01:30 tomorrow');
  });

  it('counts a day of 25 hours as one', () => {
    const now = Date.parse('2026-11-01T04:30:00Z');
    const view = getOptInView(
      input({ state: 'connected', now, sessionEndsAt: now + 86_400_000, timeZone: 'America/New_York' }),
    );
    expect(text(view.status?.text)).toBe('You are connected until 23:30');
  });

  it('writes the time in the digits of the language', () => {
    const view = getOptInView(input({ state: 'connected', sessionEndsAt: NOW + 86_400_000 }, 'ar'));
    expect(text(view.status?.text)).toBe('الاتصال قائم حتى الساعة ١٤:٠٥ غدًا');
  });

  it('says that a session has ended, and how to go on', () => {
    const view = getOptInView(input({ state: 'connected', sessionEndsAt: NOW - 1, sessionEnded: true }));
    expect(view.heading).toBe('Your WhatsApp updates have ended');
    expect(view.actions.map(({ id }) => id)).toEqual(['restart']);
  });

  it.each([
    ['Acme Clinic', null, 'Acme Clinic'],
    [null, 'A001', 'Ticket A001'],
    ['Acme Clinic', 'A001', 'Acme Clinic · ticket A001'],
    [null, null, ''],
  ])('describes %s and %s', (organizationName, ticketNumber, expected) => {
    expect(text(getOptInView(input({ organizationName, ticketNumber })).description)).toBe(expected);
  });

  it('has words for every state in every language', () => {
    for (const locale of SUPPORTED_LOCALES) {
      for (const state of OPT_IN_STATES) {
        const view = getOptInView(input({ state, errorCode: 'NETWORK' }, locale));
        expect(allText(view)).not.toMatch(/\{\{|\b(prompt|steps|waiting|connected|expired|declined|failed)\.\w/);
      }
    }
  });
});
