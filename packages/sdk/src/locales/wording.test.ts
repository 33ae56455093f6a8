import { describe, expect, it } from 'vitest';
import { MESSAGE_STYLES } from '../contract/message-style.js';
import { formatCount } from '../opt-in/format-count.js';
import { describeSessionEnd } from '../opt-in/session-end.js';
import { createTranslator } from '../translator.js';
import { CATALOGUES } from './catalogues.js';
import { SUPPORTED_LOCALES, type SupportedLocale } from './locales.js';

type Words = readonly (readonly [key: string, text: string])[];

const wordsOf = (locale: SupportedLocale): Words =>
  Object.entries(CATALOGUES[locale]).flatMap(([section, words]) =>
    Object.entries(words as Record<string, string>).map(([entry, text]) => [`${section}.${entry}`, text] as const),
  );
const keysThat = (words: Words, wrong: (text: string, key: string) => boolean) =>
  words.filter(([key, text]) => wrong(text, key)).map(([key, text]) => `${key}: ${text}`);
const count = (text: string, mark: RegExp) => text.match(mark)?.length ?? 0;

const OTHERS = SUPPORTED_LOCALES.filter((locale) => locale !== 'en');
const ENGLISH = new Map(wordsOf('en'));

/** "ref" and "ticket" are words of these languages too. */
const SAME_AS_ENGLISH: Readonly<Partial<Record<SupportedLocale, readonly string[]>>> = {
  fr: ['prompt.description', 'prompt.descriptionTicket'],
  tr: ['message.reference'],
  id: ['message.reference'],
  fil: ['message.reference'],
};

/** Words that speak to a friend; to a customer one says Sie, vous, usted, siz, آپ, आप, আপনি, Anda, kayo. */
const FAMILIAR: Readonly<Partial<Record<SupportedLocale, RegExp>>> = {
  es: /(?<!\p{L})(tú|tu|tus|ti|te|vos)(?!\p{L})/iu,
  'pt-BR': /(?<!\p{L})(tu|teu|tua|te|ti)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})|(?<!\p{L})t’/iu,
  de: /(?<!\p{L})(du|dich|dir|dein\p{L}*)(?!\p{L})/iu,
  tr: /(?<!\p{L})(sen|sana|seni|senin)(?!\p{L})/iu,
  ur: /(?<!\p{L})(تم|تجھے|تمہیں|تمہار\p{L}*)(?!\p{L})/u,
  hi: /(?<![\p{L}\p{M}])(तुम|तू|तुम्हें|तुम्हारा|तुम्हारी|तेरा)(?![\p{L}\p{M}])/u,
  bn: /(?<![\p{L}\p{M}])(তুমি|তুই|তোমার|তোমাকে)(?![\p{L}\p{M}])/u,
  id: /(?<!\p{L})(kamu|kau|engkau|lo|lu)(?!\p{L})|\p{L}mu(?!\p{L})/iu,
  fil: /(?<!\p{L})(ka|mo|ikaw|iyo|iyong)(?!\p{L})/iu,
};

/** Only what a language writes otherwise than English; each of these is wrong wherever it stands. */
const WRONG_PUNCTUATION: Readonly<Partial<Record<SupportedLocale, RegExp>>> = {
  ar: /[,;?]|\p{L}"/u,
  fr: /[^\u00a0][:;?!»]|«[^\u00a0]|'/u,
  de: /["”]/u,
  ur: /[,;?.]|['"]/u,
  hi: /\p{M}\.|\p{L}\.|['"]/u,
  bn: /\p{M}\.|\p{L}\.|['"]/u,
};

describe.each(OTHERS)('the words of %s', (locale) => {
  const words = wordsOf(locale);

  it('are not the English ones', () => {
    const same = words.filter(([key, text]) => ENGLISH.get(key) === text).map(([key]) => key);
    expect(same).toEqual(SAME_AS_ENGLISH[locale] ?? []);
  });

  it('call out no more than the English ones, and smile only in the casual message', () => {
    const english = (key: string) => ENGLISH.get(key.replace(/_\w+$/, '_other')) ?? '';
    expect(keysThat(words, (text, key) => count(text, /!/g) > count(english(key), /!/g))).toEqual([]);
    const smiling = words.filter(([, text]) => /\p{Extended_Pictographic}/u.test(text)).map(([key]) => key);
    expect(smiling).toEqual(['message.casual']);
  });

  it('are punctuated as the language is', () => {
    const wrong = WRONG_PUNCTUATION[locale];
    const prose = words.map(([key, text]) => [key, text.replace(/\{\{\w+\}\}/g, '{}')] as const);
    expect(wrong ? keysThat(prose, (text) => wrong.test(text)) : []).toEqual([]);
    expect(keysThat(prose, (text) => /\.\.\.| {2}|\s$/.test(text))).toEqual([]);
  });

  it('pair their marks', () => {
    const pairs = [
      [/[“„”]/g, 2],
      [/[«»]/g, 2],
      [/[()]/g, 2],
    ] as const;
    expect(keysThat(words, (text) => pairs.some(([mark, each]) => count(text, mark) % each !== 0))).toEqual([]);
    if (locale === 'es') {
      expect(keysThat(words, (text) => count(text, /¿/g) !== count(text, /\?/g))).toEqual([]);
      expect(keysThat(words, (text) => count(text, /¡/g) !== count(text, /!/g))).toEqual([]);
    }
  });

  it('address a customer, not a friend', () => {
    const familiar = FAMILIAR[locale];
    expect(familiar ? keysThat(words, (text) => familiar.test(text)) : []).toEqual([]);
  });

  it('name the same word to stop wherever they say how', () => {
    const named = words
      .filter(([key]) => key === 'connected.stop' || key.startsWith('prompt.consent_'))
      .map(([, text]) => text.match(STOP_WORD)?.[0] ?? '');
    expect(new Set(named).size).toBe(1);
    expect(named[0]).not.toBe('');
  });
});

/** The word to answer with: in capitals, or in Arabic between guillemets at the end. */
const STOP_WORD = /(?<!\p{L})\p{Lu}{3,}(?!\p{L})|«[^»]+»(?=\.$)/u;

it.each(MESSAGE_STYLES)('says the message %s in each language in its own words', (style) => {
  const texts = SUPPORTED_LOCALES.map((locale) => CATALOGUES[locale].message[style]);
  expect(new Set(texts).size).toBe(SUPPORTED_LOCALES.length);
});

it('counts in the digits of the reader', () => {
  const counted = SUPPORTED_LOCALES.map((locale) => formatCount(locale, 24));
  expect(counted).toEqual(['24', '٢٤', '24', '24', '24', '24', '24', '24', '24', '২৪', '24', '24']);
});

it.each([
  ['en', 'You are connected until 14:05 on Wednesday, November 25'],
  ['ar', 'الاتصال قائم حتى الساعة ١٤:٠٥ يوم الأربعاء، ٢٥ نوفمبر'],
  ['es', 'La conexión está activa hasta el miércoles, 25 de noviembre, 14:05 h'],
  ['pt-BR', 'A conexão está ativa até 14:05 de quarta-feira, 25 de novembro'],
  ['fr', 'La connexion est active jusqu’au mercredi 25 novembre à 14:05'],
  ['de', 'Sie sind bis Mittwoch, 25. November, 14:05 Uhr verbunden'],
  ['tr', 'Bağlantınız şu zamana kadar açık: 25 Kasım Çarşamba, saat 14:05'],
  ['ur', 'رابطہ بدھ، 25 نومبر کو 14:05 بجے تک قائم ہے'],
  ['hi', 'कनेक्शन बुधवार, 25 नवंबर को 14:05 बजे तक चालू है'],
  ['bn', 'সংযোগ বুধবার ২৫ নভেম্বর, ১৪:০৫ পর্যন্ত চালু থাকবে'],
  ['id', 'Anda terhubung sampai Rabu, 25 November pukul 14.05'],
  ['fil', 'Konektado kayo hanggang Miyerkules, Nobyembre 25, 14:05'],
] as const)('says until when, as %s says it', (locale, sentence) => {
  const moment = {
    now: Date.parse('2026-11-23T06:00:00Z'),
    endsAt: Date.parse('2026-11-25T11:05:00Z'),
    timeZone: 'Asia/Riyadh',
  };
  expect(describeSessionEnd(createTranslator(locale, CATALOGUES[locale]), moment)).toBe(sentence);
});
