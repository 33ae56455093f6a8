import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { shortLinkPage } from './short-link-page.js';
import { SHORT_LINK_WORDS } from './short-link-words.js';

describe('shortLinkPage', () => {
  it.each([
    ['de-CH,de;q=0.9,en;q=0.5', 'de', 'ltr'],
    ['sv, ur-PK;q=0.8', 'ur', 'rtl'],
    ['pt', 'pt-BR', 'ltr'],
    ['xx', 'en', 'ltr'],
    [null, 'en', 'ltr'],
  ] as const)('speaks, to a browser of %j, %s', async (accepted, locale, direction) => {
    const page = shortLinkPage('gone', accepted);
    const html = await page.text();
    expect([page.status, page.headers.get('content-language')]).toEqual([410, locale]);
    expect(html).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(html).toContain(SHORT_LINK_WORDS[locale].gone.title);
  });

  it('says one thing of a link that is over and another of one that never was', () => {
    expect(shortLinkPage('unknown', 'fr').status).toBe(404);
    for (const { gone, unknown } of Object.values(SHORT_LINK_WORDS)) expect(gone.title).not.toBe(unknown.title);
  });

  it.each(SUPPORTED_LOCALES)('has its own words, without markup, in %s', (locale) => {
    const textsOf = ({ gone, unknown }: (typeof SHORT_LINK_WORDS)[typeof locale]) => [
      gone.title,
      gone.body,
      unknown.title,
      unknown.body,
    ];
    const texts = textsOf(SHORT_LINK_WORDS[locale]);
    expect(texts.filter((text) => /[<>&!]/.test(text))).toEqual([]);
    const english = textsOf(SHORT_LINK_WORDS.en);
    expect(texts.some((text) => english.includes(text))).toBe(locale === 'en');
  });
});
