import { SUPPORTED_LOCALES, type SupportedLocale } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import type { PageState } from './customer-page.js';
import { PAGE_STYLES } from './page-styles.js';
import { renderEnding } from './render-ending.js';
import { renderPage, renderReceipt } from './render-page.js';
import { PAGE_WORDS } from './words/all-words.js';
import type { PageWords } from './words/page-words.js';

const at = (time: string) => new Date(`2026-11-29T${time}:00+03:00`);
const STATE: PageState = {
  now: at('14:31'),
  organizationName: 'Al Noor Clinic',
  timeZone: 'Asia/Riyadh',
  companyNumber: '+966500000000',
  locale: 'en',
  status: 'on',
  until: new Date(at('14:31').getTime() + 24 * 3_600_000),
  ticketNumber: 'A021',
  phone: '+966512344417',
  name: 'Nora',
  wroteFirstAt: new Date('2026-11-27T11:55:00Z'),
  lastWroteAt: at('14:31'),
  sent: { count: 4, lastAt: at('14:10') },
  retentionDays: 30,
  pauseChoices: { later: at('17:00'), evening: at('20:00') },
};
const draw = (changes: Partial<PageState> = {}) =>
  renderPage({ state: { ...STATE, ...changes }, path: '/m/token', asksErase: false });

describe('the page', () => {
  it('names moments as people do', async () => {
    const page = await draw();
    for (const text of [
      'Until tomorrow, 14:31',
      'Nov 27, 14:55',
      'Today, 14:31',
      '4, last: today, 14:10',
      '30 days',
      '+966 50 000 0000',
    ]) {
      expect(page).toContain(text);
    }
    for (const label of ['>1 hour<', '>17:00<', '>Tonight, 20:00<']) expect(page).toContain(label);
  });

  it('has the very styles that its policy names by hash', async () => {
    expect(await draw()).toContain(`<style>${PAGE_STYLES}</style>`);
  });

  it('escapes what others wrote', async () => {
    const evil = '<script>alert("1")</script>';
    const page = await draw({ name: evil, organizationName: evil, ticketNumber: evil });
    expect(page).not.toContain('<script');
    const receipt = await renderReceipt({ state: STATE, path: '/m/token' }, [
      { id: 'x', at: STATE.now, action: 'granted', wording: evil },
    ]);
    expect(receipt).not.toContain('<script');
    expect(receipt).toContain('&lt;script&gt;');
  });

  it('masks the number, and puts Stop before everything else that acts', async () => {
    const page = await draw();
    expect(page).not.toContain('12344');
    expect(/name="action" value="(\w+)"/.exec(page)?.[1]).toBe('stop');
  });

  it.each(['on', 'paused', 'ended'] as const)('offers a stop while it is %s', async (status) => {
    expect(await draw({ status })).toContain('value="stop"');
  });

  it.each(SUPPORTED_LOCALES)('is whole in %s', async (locale) => {
    for (const status of ['on', 'paused', 'stopped', 'ended'] as const) {
      const page = await renderPage({ state: { ...STATE, locale, status }, path: '/m/token', asksErase: true });
      expect(page).not.toContain('\u0000');
      expect(page).not.toMatch(/\{\{|undefined|null|false|Invalid|\[object/);
    }
    expect(await renderEnding('gone', locale)).toContain(PAGE_WORDS[locale].gone);
  });

  it.each(SUPPORTED_LOCALES.filter((locale) => locale !== 'en'))('is translated into %s', (locale: SupportedLocale) => {
    const same = (Object.entries(PAGE_WORDS[locale]) as [keyof PageWords, string][]).filter(
      ([key, text]) => text === PAGE_WORDS.en[key] && !['moment', 'start', 'name'].includes(key),
    );
    expect(same).toEqual([]);
    for (const [key, text] of Object.entries(PAGE_WORDS.en) as [keyof PageWords, string][]) {
      const holes = (of: string) => [...of.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).sort();
      expect([key, holes(PAGE_WORDS[locale][key])]).toEqual([key, holes(text)]);
    }
  });
});
