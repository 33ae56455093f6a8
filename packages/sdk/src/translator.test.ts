import { createInstance, type i18n } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUES } from './locales/catalogues.js';
import { PLURAL_SUFFIXES, type Catalogue, type TranslationKey } from './locales/catalogue.js';
import { SUPPORTED_LOCALES } from './locales/locales.js';
import { createTranslator } from './translator.js';

/** Awkward values: a placeholder, a nesting call, HTML, a replacement pattern. */
const VALUES = {
  companyName: 'A {{ticketNumber}} <b>& Sons</b> $t(prompt.skip)',
  ticketNumber: "$& $1 'A001'",
  organization: 'عيادة النور',
  ticket: 'A001',
  phone: '+966500000000',
  code: '7K3M-9QXZ-4TRB',
  hours: '٢٤',
  time: '14:05',
  date: 'Monday',
};
const COUNTS = [...Array.from({ length: 201 }, (_, n) => n), 1_000, 1_001, 10_011, 1_000_000, 0.5, 1.5, 2.5];

const keysOf = (locale: (typeof SUPPORTED_LOCALES)[number]): TranslationKey[] => {
  const keys = Object.entries(CATALOGUES[locale]).flatMap(([section, words]) =>
    Object.keys(words).map(
      (entry) => `${section}.${entry.replace(new RegExp(`_(${PLURAL_SUFFIXES.join('|')})$`), '')}`,
    ),
  );
  return [...new Set(keys)] as TranslationKey[];
};

const hasPlurals = (locale: (typeof SUPPORTED_LOCALES)[number], key: TranslationKey) => {
  const [section, entry] = key.split('.') as [keyof Catalogue, string];
  return Object.hasOwn(CATALOGUES[locale][section], `${entry}_other`);
};

describe.each(SUPPORTED_LOCALES)('createTranslator(%s)', (locale) => {
  let theirs: i18n;
  const ours = createTranslator(locale, CATALOGUES[locale]);
  beforeAll(async () => {
    theirs = createInstance();
    await theirs.init({
      lng: locale,
      resources: { [locale]: { translation: CATALOGUES[locale] } },
      interpolation: { escapeValue: false },
    });
  });

  it('says what i18next says, for every key', () => {
    for (const key of keysOf(locale)) expect([key, ours.t(key, VALUES)]).toEqual([key, theirs.t(key, VALUES)]);
  });

  it('says what i18next says, for every count', () => {
    for (const key of keysOf(locale)) {
      for (const count of hasPlurals(locale, key) ? COUNTS : COUNTS.slice(0, 3)) {
        const values = { ...VALUES, count };
        expect([key, count, ours.t(key, values)]).toEqual([key, count, theirs.t(key, values)]);
      }
    }
  });

  it('leaves out a placeholder that has no value, as i18next does', () => {
    for (const key of keysOf(locale)) expect(ours.t(key, { other: 1 })).toBe(theirs.t(key, { other: 1 }));
  });

  it('gives the key of what it does not know', () => {
    expect(ours.t('prompt.unknown' as TranslationKey)).toBe('prompt.unknown');
    expect(ours.t('toString' as TranslationKey)).toBe('toString');
  });
});

it('takes a direction from the language', () => {
  const directions = SUPPORTED_LOCALES.map((locale) => [locale, createTranslator(locale, CATALOGUES[locale]).dir]);
  expect(directions.filter(([, direction]) => direction === 'rtl').map(([locale]) => locale)).toEqual(['ar', 'ur']);
});
