import { getPrewrittenMessage, MESSAGE_STYLES, SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../../test/stop-corpus/all.js';
import { createTranslations } from '../../translations/create-translations.js';
import { CATALOGUES } from '../../translations/translator.js';
import { KEYWORDS } from '../keywords.js';
import { classifyMessage } from './classify-message.js';
import { foldWords } from './fold.js';
import { LEXICONS } from './lexicons/all.js';

const kindOf = (text: string, locale?: string) => classifyMessage(text, { locale }).kind;

/** Clear STOPs without a question mark, since a mark more would make a question of them. */
const CLEAR = [
  ...PHRASES.filter(({ label, isHeldOut }) => label === 'stop' && !isHeldOut).map(({ text, locale }) => ({
    text,
    locale,
  })),
  ...SUPPORTED_LOCALES.flatMap((locale) => KEYWORDS[locale].stop.map((text) => ({ text, locale }))),
].filter(({ text }) => !/[?؟]/u.test(text));
const clear = fc.constantFrom(...CLEAR);

describe('a message that asks for a stop', () => {
  it.each([
    ['Stop. Thank you', 'bare_word'],
    ['Stop promotions', 'stop_sending'],
    ['لا ترسلوا لي', 'refused_sending'],
    ['No more messages please', 'unwanted'],
    ['turn off notifications', 'end_of_object'],
    ['STOP', 'keyword'],
    ['🇸🇹🇴🇵', 'bare_word'],
    ['🅢🅣🅞🅟', 'bare_word'],
  ])('%j is one by the rule %s', (text, rule) => {
    expect(classifyMessage(text)).toMatchObject({ kind: 'stop', rule });
  });

  it('stays one with polite words of its language before and after it', () => {
    const polite: Readonly<Record<string, readonly string[]>> = {
      en: ['please', 'thanks', 'sorry', 'now'],
      ar: ['لو سمحتم', 'شكرا', 'من فضلك', 'رجاء'],
      es: ['por favor', 'gracias', 'disculpe'],
      'pt-BR': ['por favor', 'obrigado', 'desculpa'],
      fr: ['svp', 'merci', 'désolé'],
      de: ['bitte', 'danke', 'entschuldigung'],
      tr: ['lütfen', 'teşekkürler'],
      ur: ['پلیز', 'شکریہ', 'براہ کرم'],
      hi: ['कृपया', 'धन्यवाद', 'प्लीज'],
      bn: ['দয়া করে', 'ধন্যবাদ', 'প্লিজ'],
      id: ['tolong', 'terima kasih', 'maaf'],
      fil: ['po', 'salamat po', 'please'],
    };
    const words = fc.tuple(clear, fc.nat(), fc.nat(), fc.constantFrom(', ', '. ', '! ', '\n'));
    fc.assert(
      fc.property(words, ([{ text, locale }, before, after, mark]) => {
        const list = polite[locale] ?? [];
        const typed = `${list[before % list.length]}${mark}${text}${mark}${list[after % list.length]}`;
        expect([typed, kindOf(typed, locale)]).toEqual([typed, 'stop']);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays one whatever emoji, marks and case are around it', () => {
    const around = fc.constantFrom('', '🙏', '😡😡', '!', '!!!', '…', ' ', '\u200f', '*', '"', '❤️', '🛑', '\n');
    const changed = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
    );
    fc.assert(
      fc.property(clear, around, around, changed, ({ text, locale }, before, after, change) => {
        const typed = `${before}${change(text)}${after}`;
        expect([typed, kindOf(typed, locale)]).toEqual([typed, 'stop']);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays one with a letter drawn out', () => {
    fc.assert(
      fc.property(clear, fc.nat(), fc.integer({ min: 3, max: 40 }), ({ text, locale }, place, times) => {
        const signs = Array.from(text);
        const letters = signs.flatMap((sign, at) => (/\p{L}/u.test(sign) ? [at] : []));
        const at = letters[place % letters.length] ?? 0;
        const typed = signs.map((sign, index) => (index === at ? sign.repeat(times) : sign)).join('');
        expect([typed, kindOf(typed, locale)]).toEqual([typed, 'stop']);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a message that may ask for a stop', () => {
  it.each([
    'stpo',
    'sttop',
    'unsubscibe',
    'how do I stop?',
    'can you stop',
    'كيف أوقف الرسائل؟',
    'stop until tomorrow',
  ])('%j is unclear', (text) => {
    expect(kindOf(text)).toBe('unclear');
  });

  it.each(['cancel', 'Cancel!', 'إلغاء', 'الغاء', 'iptal', 'रद्द', 'batal'])('%j may mean the booking', (text) => {
    expect(classifyMessage(text)).toMatchObject({ kind: 'unclear', rule: 'cancel_word' });
  });

  it('is at most unclear in a letter of a page', () => {
    const letter = `Stop sending me messages. ${'I waited for a long time at the door. '.repeat(6)}`;
    expect(kindOf(letter)).toBe('unclear');
  });
});

describe('a message that asks for neither', () => {
  it.each(['Hello', 'shop', '🙏', '🛑', '', 'para', 'Where is the bus stop near the white building?'])('%j', (text) => {
    expect(kindOf(text)).toBe('none');
  });

  it.each([
    "Don't turn off the notifications",
    'no desactiven las notificaciones',
    'não desativem as notificações',
    'jangan nonaktifkan notifikasi',
    'wag po paki off ng notifications',
    'لا تطفوا الإشعارات',
  ])('%j, which forbids an end', (text) => {
    expect(kindOf(text)).toBe('none');
  });

  it('is a word that only one of two languages reads as a stop', () => {
    expect(kindOf('pare', 'fil')).toBe('none');
    expect(kindOf('Pare!', 'es-MX')).toBe('stop');
    expect(kindOf('PARE', 'pt-BR')).toBe('stop');
    expect(kindOf('pare', 'en')).toBe('unclear');
    expect(kindOf('pare', undefined)).toBe('unclear');
  });

  it('is whatever stands beside an opt-in code', () => {
    const text = 'Stop sending me messages (ref: 0DP3-ZJ2R-7356)';
    expect(classifyMessage(text, { hasCode: true })).toMatchObject({
      kind: 'none',
      rule: 'opt_in_code',
    });
  });

  it('is no code of stop words', () => {
    expect(classifyMessage('STOP STOP STOP', { hasCode: true }).kind).toBe('stop');
    expect(classifyMessage('stopmessages', { hasCode: true }).kind).toBe('stop');
  });

  it('is every message that we write for customers, with its code or without', () => {
    for (const locale of SUPPORTED_LOCALES)
      for (const messageStyle of MESSAGE_STYLES)
        for (const code of ['0DP3-ZJ2R-7356', undefined]) {
          const text = getPrewrittenMessage({ name: 'Al Noor', messageStyle }, { number: 'A001' }, { locale, code });
          for (const here of [undefined, ...SUPPORTED_LOCALES])
            expect([text, kindOf(text, here)]).toEqual([text, 'none']);
        }
  });

  it('is no stop where a customer sends our own words back', () => {
    const translations = createTranslations();
    for (const locale of SUPPORTED_LOCALES) {
      const welcome = translations.welcome({
        locale,
        companyName: 'Al Noor',
        hours: 24,
        activeUntil: new Date('2026-11-30T12:00:00Z'),
        timeZone: 'Asia/Riyadh',
        ticketPageUrl: null,
        ownPageUrl: null,
        ticketNumber: 'A001',
      });
      for (const text of [welcome, ...Object.values(CATALOGUES[locale])])
        expect([text, kindOf(text, locale)]).not.toEqual([text, 'stop']);
    }
  });
});

describe('any text', () => {
  it('is read, whatever it holds, and to the same result twice', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4096 }),
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc
        .array(fc.constantFrom('stop', "don't", 'لا', 'ترسلوا', ' ', '.', '?', 'messages', 'न', '🙏'), {
          maxLength: 800,
        })
        .map((words) => words.join(' ').slice(0, 4096)),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(classifyMessage(typed)).toEqual(classifyMessage(typed));
      }),
      { numRuns: 300 },
    );
  });

  it('costs time in proportion to its length', () => {
    const slowest = ['stop ', 'ا', 'please stop sending ', '1', '\u0300', 'لا ', '.', '🇸', "don't "].map((part) => {
      const text = part.repeat(4096 / part.length);
      const startedAt = performance.now();
      for (let times = 0; times < 5; times += 1) classifyMessage(text);
      return (performance.now() - startedAt) / 5;
    });
    // Measured: at most 16 ms on one core; the limit leaves room for a busy machine.
    expect(Math.max(...slowest)).toBeLessThan(250);
  });
});

describe('the tables', () => {
  it.each(Object.entries(LEXICONS))('of %s hold phrases of one to eight words', (_locale, lexicon) => {
    const lists: readonly (string | readonly string[])[] = Object.values(lexicon);
    const lengths = lists.flat().map((phrase) => foldWords(phrase).length);
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8);
  });
});
