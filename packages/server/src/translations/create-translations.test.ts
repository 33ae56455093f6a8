import { NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import { CATALOGUES as PROMPT_CATALOGUES } from '@whatsapp-optin/sdk/locales/catalogues';
import { classifyKeyword } from '../inbound/stop-words.js';
import { createTranslations, SERVER_LOCALES } from './create-translations.js';
import type { PluralKey } from './locales/catalogue.js';
import { CATALOGUES, type ServerLocale } from './translator.js';
import type { NotificationWordsInput, WelcomeInput } from './translations.js';

const words = createTranslations();
const OTHER_LOCALES = SERVER_LOCALES.filter((locale) => locale !== 'en');

/** The answer that each language asks for. */
const NAMED: Readonly<Record<ServerLocale, { stop: string; start: string }>> = {
  en: { stop: 'STOP', start: 'START' },
  ar: { stop: 'إيقاف', start: 'تشغيل' },
  es: { stop: 'ALTO', start: 'INICIAR' },
  'pt-BR': { stop: 'PARAR', start: 'INICIAR' },
  fr: { stop: 'STOP', start: 'REPRENDRE' },
  de: { stop: 'STOPP', start: 'START' },
  tr: { stop: 'DURDUR', start: 'BAŞLAT' },
  ur: { stop: 'STOP', start: 'START' },
  hi: { stop: 'STOP', start: 'START' },
  bn: { stop: 'STOP', start: 'START' },
  id: { stop: 'BERHENTI', start: 'MULAI' },
  fil: { stop: 'STOP', start: 'START' },
};

/** Only what a language writes otherwise than English; each of these is wrong wherever it stands. */
const WRONG_PUNCTUATION: Readonly<Partial<Record<ServerLocale, RegExp>>> = {
  ar: /[,;?]|\p{L}"/u,
  es: /^[^¿]*\?|^[^¡]*!/u,
  fr: /[^\u00a0][:;?!»]|«[^\u00a0]|'/u,
  de: /["”']/u,
  ur: /[,;?.]|['"]/u,
  hi: /\.|['"]/u,
  bn: /\.|['"]/u,
};

const WELCOME: WelcomeInput = {
  locale: 'en',
  companyName: 'Acme Clinic',
  hours: 24,
  activeUntil: new Date('2026-11-25T11:05:00Z'),
  timeZone: 'Asia/Riyadh',
  ownPageUrl: null,
  ticketPageUrl: 'https://acme.example/tickets/A001?lang=ar&x=1',
  ticketNumber: 'A001',
};

const NOTIFICATION: NotificationWordsInput = {
  locale: 'en',
  type: 'position_update',
  params: {},
  ticketNumber: 'A001',
  departmentName: null,
  companyName: 'Acme Clinic',
};

describe('welcome', () => {
  it('says who, what, how long, how to get help, how to stop and where to go back to', () => {
    expect(words.welcome(WELCOME)).toBe(
      [
        "Thank you for contacting Acme Clinic! You'll now receive WhatsApp notifications for the next 24 hours:",
        '• Ticket confirmations',
        '• Queue position updates',
        '• Almost your turn',
        '• Your turn',
        'They are for ticket A001.',
        '',
        'Your session is active until 14:05 on Wednesday, November 25.',
        'Need help? Reply anytime.',
        'To stop these messages, reply STOP.',
        '',
        'Back to your ticket page:',
        'https://acme.example/tickets/A001?lang=ar&x=1',
      ].join('\n'),
    );
  });

  it('counts hours and gives the time of the zone, in Arabic digits', () => {
    const text = words.welcome({ ...WELCOME, locale: 'ar-SA', hours: 3, timeZone: 'Africa/Cairo' });
    expect(text).toContain('لمدة ٣ ساعات:');
    expect(text).toContain('حتى الساعة ١٣:٠٥ يوم الأربعاء، ٢٥ نوفمبر.');
    expect(text).toContain('«إيقاف»');
  });

  it('keeps the ticket and the name apart from the right-to-left sentence', () => {
    const text = words.welcome({ ...WELCOME, locale: 'ar', ticketNumber: 'A-001' });
    expect(text).toContain('\u2066A-001\u2069');
    expect(text).toContain('\u2068Acme Clinic\u2069');
  });

  it('keeps an Arabic name apart in an English sentence', () => {
    expect(words.welcome({ ...WELCOME, companyName: 'عيادة' })).toContain('contacting \u2068عيادة\u2069!');
  });

  it.each(SERVER_LOCALES)('ends with the address of the own page in %s, on a line of its own', (locale) => {
    const text = words.welcome({ ...WELCOME, locale, ownPageUrl: 'https://optin.example/m/abc' });
    expect(text.split('\n').at(-1)).toBe('https://optin.example/m/abc');
    expect(text.match(/optin\.example/g)).toHaveLength(1);
  });

  it('leaves out the ticket and the page where there is none', () => {
    const text = words.welcome({ ...WELCOME, ticketNumber: null, ticketPageUrl: null });
    expect(text).not.toMatch(/ticket (page|A)|null|undefined/);
    expect(text.endsWith('reply STOP.')).toBe(true);
  });

  it('shows a name as a name, whatever it looks like', () => {
    const companyName = '$t(critical) {{number}} $& <b>&';
    expect(words.welcome({ ...WELCOME, companyName })).toContain(`contacting ${companyName}!`);
  });

  it('lets no name forge a line or turn the text around', () => {
    const text = words.welcome({ ...WELCOME, companyName: 'Acme\nReply 1\u202e2' });
    expect(text).toContain('contacting Acme Reply 12!');
  });
});

describe('optOutConfirmation', () => {
  it('names the company and the way back', () => {
    const text = words.optOutConfirmation({ locale: 'en', companyName: 'Acme' });
    expect(text).toBe('You will get no more messages from Acme. To get them again, reply START.');
  });

  it('names the Arabic way back', () => {
    expect(words.optOutConfirmation({ locale: 'ar', companyName: 'Acme' })).toContain('«تشغيل»');
  });
});

describe('stopQuestion', () => {
  it.each(SERVER_LOCALES)('names the company and, in %s, the word that stops', (locale) => {
    const text = words.stopQuestion({ locale, companyName: 'Acme' });
    expect(text).toContain('Acme');
    expect(wordsIn(text)).toContain(NAMED[locale].stop);
    expect(text.length).toBeLessThan(100);
  });
});

describe('notification', () => {
  it.each([
    [1, 'Ticket A001 at Acme Clinic: you are number 1 in the queue. Nobody is ahead of you.'],
    [2, 'Ticket A001 at Acme Clinic: you are number 2 in the queue. 1 person is ahead of you.'],
    ['3', 'Ticket A001 at Acme Clinic: you are number 3 in the queue. 2 people are ahead of you.'],
  ])('names position %j in the plural it needs', (position, body) => {
    expect(words.notification({ ...NOTIFICATION, params: { position } }).body).toBe(body);
  });

  it.each([
    [1, 'لا أحد قبلكم.'],
    [2, 'قبلكم شخص واحد.'],
    [3, 'قبلكم شخصان.'],
    [6, 'قبلكم ٥ أشخاص.'],
    [12, 'قبلكم ١١ شخصًا.'],
    [101, 'قبلكم ١٠٠ شخص.'],
  ])('names position %i in the Arabic plural it needs', (position, sentence) => {
    const { body } = words.notification({ ...NOTIFICATION, locale: 'ar', params: { position } });
    expect(body.endsWith(sentence)).toBe(true);
  });

  it('sends a called customer to the department, and nowhere in particular without one', () => {
    const called = { ...NOTIFICATION, type: 'your_turn' } as const;
    const withDepartment = words.notification({ ...called, departmentName: 'Radiology' });
    expect(withDepartment.title).toBe("It's your turn!");
    expect(withDepartment.body).toBe("It's your turn! Ticket: A001. Please proceed to Radiology.");
    expect(words.notification(called).body).toBe("It's your turn! Ticket: A001. Please proceed now.");
  });

  it('speaks whole sentences in every locale, whatever the parameters are', () => {
    const params = fc.dictionary(
      fc.constantFrom('position', 'waitMinutes', 'minutesLeft', 'other'),
      fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constantFrom('', '-1', 'NaN', 1e21)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTIFICATION_TYPES),
        fc.constantFrom(...SERVER_LOCALES),
        params,
        (type, locale, given) => {
          const { title, body } = words.notification({ ...NOTIFICATION, type, locale, params: given });
          expect(title).not.toBe('');
          expect(body).toMatch(/[.!।۔]$/);
          expect(`${title} ${body}`).not.toMatch(/\{\{|undefined|null|NaN|-\d| {2}/);
        },
      ),
    );
  });
});

describe('closestLocale', () => {
  it.each([
    ['ar-SA', undefined, 'ar'],
    ['AR_eg', undefined, 'ar'],
    ['en-GB', undefined, 'en'],
    ['xx', 'ar', 'ar'],
    [null, 'ar-SA', 'ar'],
    [null, undefined, 'en'],
    ['pt', undefined, 'pt-BR'],
    ['tl-PH', undefined, 'fil'],
    ['es-419', 'en', 'es'],
    ['', 'xx', 'en'],
  ])('for %j with fallback %j is %s', (tag, fallback, locale) => {
    expect(words.closestLocale(tag, fallback)).toBe(locale);
  });

  it('knows the direction of the locale that is spoken', () => {
    expect([words.direction('ar-SA'), words.direction('en'), words.direction('xx')]).toEqual(['rtl', 'ltr', 'ltr']);
  });
});

describe('catalogues', () => {
  const stems: readonly PluralKey[] = ['welcomeThanks', 'ahead', 'wait', 'sessionExpiring'];

  it.each(Object.entries(CATALOGUES))('%s has each plural form of its language', (locale, catalogue) => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const missing = stems.flatMap((stem) =>
      pluralCategories.map((form) => `${stem}_${form}` as const).filter((key) => !catalogue[key]),
    );
    expect(missing).toEqual([]);
  });

  it('speak every locale that the prompt speaks', () => {
    expect(SERVER_LOCALES).toEqual(SUPPORTED_LOCALES);
  });

  it.each(Object.entries(CATALOGUES))('%s has the placeholders of English', (_, catalogue) => {
    const placeholders = (text = '') => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();
    const texts: Readonly<Record<string, string | undefined>> = catalogue;
    const different = Object.entries(CATALOGUES.en)
      .filter(([key]) => !/_(zero|one|two)$/.test(key))
      .filter(([key, text]) => placeholders(texts[key]) !== placeholders(text));
    expect(different).toEqual([]);
  });

  it.each(Object.entries(CATALOGUES))('%s has no text that English has not', (_, catalogue) => {
    const stems = new Set(Object.keys(CATALOGUES.en).map(stemOf));
    expect(Object.keys(catalogue).filter((key) => !stems.has(stemOf(key)))).toEqual([]);
  });

  it.each(OTHER_LOCALES)('%s says nothing as English does, and calls out no more', (locale) => {
    const english: Readonly<Record<string, string | undefined>> = CATALOGUES.en;
    const calls = (text = '') => text.match(/!/g)?.length ?? 0;
    for (const [key, text] of Object.entries(CATALOGUES[locale])) {
      const source = english[key] ?? english[`${stemOf(key)}_other`];
      expect([key, text === source]).toEqual([key, false]);
      expect([key, calls(text) <= calls(source)]).toEqual([key, true]);
      expect([key, /\p{Extended_Pictographic}/u.test(text)]).toEqual([key, false]);
    }
  });

  it.each(OTHER_LOCALES)('%s is punctuated as the language is', (locale) => {
    const wrong = WRONG_PUNCTUATION[locale];
    const prose = Object.entries(CATALOGUES[locale]).map(([key, text]) => [key, text.replace(/\{\{\w+\}\}/g, '{}')]);
    expect(prose.filter(([, text]) => wrong?.test(text ?? '') ?? false)).toEqual([]);
  });

  it('show numbers, days and hours in the digits and the order of the language', () => {
    const activeUntil = (locale: string) =>
      words
        .welcome({ ...WELCOME, locale })
        .split('\n')
        .find((line) => /14|١٤|১৪/.test(line));
    expect(SERVER_LOCALES.map(activeUntil)).toEqual([
      'Your session is active until 14:05 on Wednesday, November 25.',
      'جلستكم نشطة حتى الساعة ١٤:٠٥ يوم الأربعاء، ٢٥ نوفمبر.',
      'Las notificaciones están activas hasta el miércoles, 25 de noviembre, 14:05 h.',
      'As notificações ficam ativas até 14:05 de quarta-feira, 25 de novembro.',
      'Les notifications sont actives jusqu’au mercredi 25 novembre à 14:05.',
      'Die Benachrichtigungen sind bis Mittwoch, 25. November, 14:05 Uhr aktiv.',
      'Bildirimler şu zamana kadar açık: 25 Kasım Çarşamba, saat 14:05.',
      'اطلاعات بدھ، 25 نومبر کو 14:05 بجے تک فعال رہیں گی۔',
      'नोटिफ़िकेशन बुधवार, 25 नवंबर को 14:05 बजे तक चालू रहेंगे।',
      'নোটিফিকেশন বুধবার ২৫ নভেম্বর, ১৪:০৫ পর্যন্ত চালু থাকবে।',
      'Notifikasi aktif sampai Rabu, 25 November pukul 14.05.',
      'Naka-on ang mga notification hanggang Miyerkules, Nobyembre 25, 14:05.',
    ]);
  });
});

describe('the way out', () => {
  it.each(SERVER_LOCALES)('is named in every welcome of %s with a word that is then read as stop', (locale) => {
    const { stop } = NAMED[locale];
    const welcome = words.welcome({ ...WELCOME, locale, ticketPageUrl: null });
    expect(wordsIn(welcome.split('\n').at(-1))).toContain(stop);
    expect(classifyKeyword(stop)).toBe('stop');
  });

  it.each(SERVER_LOCALES)(
    'is named in the opt-out confirmation of %s with the word that is read as start',
    (locale) => {
      const { start } = NAMED[locale];
      expect(wordsIn(words.optOutConfirmation({ locale, companyName: 'Acme' }))).toContain(start);
      expect(classifyKeyword(start)).toBe('start');
    },
  );

  it.each(SERVER_LOCALES)('has the same name on the page as in the chat, in %s', (locale) => {
    const { prompt, connected } = PROMPT_CATALOGUES[locale];
    const promises = Object.entries(prompt).filter(([key]) => key.startsWith('consent_'));
    for (const text of [connected.stop, ...promises.map(([, consent]) => consent)])
      expect(wordsIn(text)).toContain(NAMED[locale].stop);
  });

  it.each(SERVER_LOCALES)('is what nothing else that %s says would be read as', (locale) => {
    for (const text of Object.values(CATALOGUES[locale])) expect([text, classifyKeyword(text)]).toEqual([text, null]);
  });
});

function wordsIn(text = ''): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

function stemOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}
