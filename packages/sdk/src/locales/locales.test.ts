import { describe, expect, expectTypeOf, it } from 'vitest';
import { parseOptInCode } from '../contract/opt-in-code.js';
import { CATALOGUES, catalogueOf } from './catalogues.js';
import { PLURAL_SUFFIXES, type Catalogue, type TranslationKey } from './catalogue.js';
import type arabic from './ar.js';
import { SUPPORTED_LOCALES, closestLocale, directionOf } from './locales.js';

const wordsOf = (locale: (typeof SUPPORTED_LOCALES)[number]) =>
  new Map<string, string>(
    Object.entries(CATALOGUES[locale]).flatMap(([section, words]) =>
      Object.entries(words as Record<string, string>).map(([entry, text]) => [`${section}.${entry}`, text] as const),
    ),
  );
const placeholdersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const PLURAL = new RegExp(`_(${PLURAL_SUFFIXES.join('|')})$`);

describe.each(SUPPORTED_LOCALES)('the catalogue %s', (locale) => {
  it('has a text for every plural form of the language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const words = wordsOf(locale);
    const bases = new Set([...words.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')));
    for (const base of bases) for (const category of categories) expect(words.get(`${base}_${category}`)).toBeTruthy();
    expect(bases.size).toBeGreaterThan(0);
  });

  it('has no plural form that the language does not use', () => {
    const categories: string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const suffixes = [...wordsOf(locale).keys()].flatMap((key) => PLURAL.exec(key)?.[1] ?? []);
    expect(suffixes.filter((suffix) => suffix !== 'zero' && !categories.includes(suffix))).toEqual([]);
  });

  it('has no placeholder that English has not, and none missing', () => {
    const english = wordsOf('en');
    for (const [key, text] of wordsOf(locale)) {
      const source = english.get(key) ?? english.get(key.replace(PLURAL, '_other'));
      expect(source, key).toBeDefined();
      // A plural form may spell its number out: "two hours" is one word in Arabic.
      if (!PLURAL.test(key)) expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(source ?? '')]);
    }
  });

  it('has no empty text and no markup', () => {
    for (const [key, text] of wordsOf(locale))
      expect([key, text.trim() !== '' && !/[<>]/.test(text)]).toEqual([key, true]);
  });

  it('announces the code with a word that the parser knows, even where its hyphens are lost', () => {
    const suffix = CATALOGUES[locale].message.reference.replace('{{code}}', '6GCT KBF6 4P5B');
    expect(parseOptInCode(`some words before${suffix}`)).toBe('6GCT-KBF6-4P5B');
  });
});

describe('closestLocale', () => {
  it.each([
    [['ar-SA'], 'ar'],
    [['AR_eg'], 'ar'],
    [['sv-SE', 'ar'], 'ar'],
    [['en-GB', 'ar'], 'en'],
    [['pt-PT'], 'pt-BR'],
    [['es-MX'], 'es'],
    [['tl-PH'], 'fil'],
    [['ur_PK'], 'ur'],
    [['sv'], null],
    [[''], null],
    [[], null],
  ])('finds for %j: %s', (tags, expected) => {
    expect(closestLocale(tags)).toBe(expected);
  });

  it.each([
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['tl', 'fil'],
    ['in-ID', 'id'],
    ['PT-br', 'pt-BR'],
  ])('finds for %s among others: %s', (tag, expected) => {
    expect(closestLocale([tag], ['en', 'pt-BR', 'fil', 'id'])).toBe(expected);
  });
});

it('knows the direction of a language, in any region', () => {
  expect(['ar', 'ur-PK', 'AR-sa', 'en', 'fil'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  expect(SUPPORTED_LOCALES.filter((locale) => directionOf(locale) === 'rtl')).toEqual(['ar', 'ur']);
});

it('finds the catalogue of a regional tag', () => {
  expect(catalogueOf('ar-SA')?.locale).toBe('ar');
  expect(catalogueOf('sv')).toBeNull();
});

it('makes a missing key a type error', () => {
  type Arabic = typeof arabic;
  type WithoutSkip = Omit<Arabic, 'prompt'> & { prompt: Omit<Arabic['prompt'], 'skip'> };
  type WithoutPlural = Omit<Arabic, 'prompt'> & { prompt: Omit<Arabic['prompt'], 'consent_other'> };
  expectTypeOf<Arabic>().toExtend<Catalogue>();
  expectTypeOf<WithoutSkip>().not.toExtend<Catalogue>();
  expectTypeOf<WithoutPlural>().not.toExtend<Catalogue>();
  expectTypeOf<'prompt.consent'>().toExtend<TranslationKey>();
  expectTypeOf<'prompt.consent_other'>().not.toExtend<TranslationKey>();
  expectTypeOf<'prompt.unknown'>().not.toExtend<TranslationKey>();
});
