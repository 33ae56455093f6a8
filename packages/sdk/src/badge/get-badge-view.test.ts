import { describe, expect, it } from 'vitest';
import { SUPPORTED_LOCALES } from '../locales/locales.js';
import { BADGE_WORDS } from './badge-words.js';
import { getBadgeView } from './get-badge-view.js';
import { LOADING_SESSION, NO_SESSION, type WhatsAppSessionState } from './session-state.js';

const OPEN: WhatsAppSessionState = {
  hasActiveSession: true,
  expiresAt: new Date('2026-11-24T11:05:09.000Z'),
  status: 'active',
};

describe('the view of a badge', () => {
  it('names the end, the time left and the exact moment', () => {
    expect(getBadgeView({ session: OPEN, minutesLeft: 200, timeZone: 'Asia/Riyadh' })).toEqual({
      locale: 'en',
      dir: 'ltr',
      tone: 'good',
      text: 'WhatsApp active (expires 14:05)',
      left: '3 h 20 min left',
      title: 'Tuesday, November 24, 2026 at 14:05:09 GMT+3',
    });
  });

  it('writes Arabic from right to left, in its digits', () => {
    const view = getBadgeView({ session: OPEN, minutesLeft: 200, locale: 'ar-SA', timeZone: 'Asia/Riyadh' });
    expect([view.locale, view.dir, view.text, view.left]).toEqual([
      'ar',
      'rtl',
      'واتساب متاح (حتى ١٤:٠٥)',
      'بقي ٣ س ٢٠ د',
    ]);
  });

  it.each([
    [60, '1 h 0 min left'],
    [59, '59 min left'],
    [1, '1 min left'],
    [0, 'less than a minute left'],
  ])('with %i minutes says "%s"', (minutesLeft, left) => {
    expect(getBadgeView({ session: { ...OPEN, status: 'expiring' }, minutesLeft })).toMatchObject({
      tone: 'warn',
      left,
    });
  });

  it.each([
    [NO_SESSION, 'quiet', 'No WhatsApp session'],
    [LOADING_SESSION, 'info', 'WhatsApp: checking'],
    [{ ...NO_SESSION, status: 'failed' as const }, 'bad', 'WhatsApp: unknown'],
  ])('without an open session: %o', (session, tone, text) => {
    expect(getBadgeView({ session, minutesLeft: 0 })).toMatchObject({ tone, text, left: null, title: null });
  });

  it('uses words of the host, and English for an unknown language', () => {
    const view = getBadgeView({ session: NO_SESSION, minutesLeft: 0, locale: 'xx', words: { none: 'Offline' } });
    expect([view.locale, view.text]).toEqual(['en', 'Offline']);
  });
});

describe('the words of a badge', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

  it.each(SUPPORTED_LOCALES)('%s fills the placeholders of English, and differs from it', (locale) => {
    const words = Object.entries(BADGE_WORDS[locale]) as [keyof typeof BADGE_WORDS.en, string][];
    for (const [key, text] of words) expect(placeholders(text)).toEqual(placeholders(BADGE_WORDS.en[key]));
    const same = words.filter(([key, text]) => text === BADGE_WORDS.en[key] && !['hours', 'minutes'].includes(key));
    expect(same.length).toBe(locale === 'en' ? 6 : 0);
  });
});
