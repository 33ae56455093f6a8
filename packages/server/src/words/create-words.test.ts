import { NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWords } from './create-words.js';
import type { PluralKey } from './locales/catalogue.js';
import { CATALOGUES } from './speak.js';
import type { NotificationWordsInput, WelcomeInput } from './words.js';

const words = createWords();

const WELCOME: WelcomeInput = {
  locale: 'en',
  companyName: 'Acme Clinic',
  hours: 24,
  activeUntil: new Date('2026-11-25T11:05:00Z'),
  timeZone: 'Asia/Riyadh',
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

  it('counts hours and tells the time of the zone, in Arabic digits', () => {
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

describe('notification', () => {
  it.each([
    [1, 'Ticket A001 at Acme Clinic: you are number 1 in the queue. Nobody is ahead of you.'],
    [2, 'Ticket A001 at Acme Clinic: you are number 2 in the queue. 1 person is ahead of you.'],
    ['3', 'Ticket A001 at Acme Clinic: you are number 3 in the queue. 2 people are ahead of you.'],
  ])('tells position %j in the plural it needs', (position, body) => {
    expect(words.notification({ ...NOTIFICATION, params: { position } }).body).toBe(body);
  });

  it.each([
    [1, 'لا أحد قبلكم.'],
    [2, 'قبلكم شخص واحد.'],
    [3, 'قبلكم شخصان.'],
    [6, 'قبلكم ٥ أشخاص.'],
    [12, 'قبلكم ١١ شخصًا.'],
    [101, 'قبلكم ١٠٠ شخص.'],
  ])('tells position %i in the Arabic plural it needs', (position, sentence) => {
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
        fc.constantFrom('en', 'ar'),
        params,
        (type, locale, given) => {
          const { title, body } = words.notification({ ...NOTIFICATION, type, locale, params: given });
          expect(title).not.toBe('');
          expect(body).toMatch(/[.!]$/);
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

  it('uses the same placeholders in every locale', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
    const english = Object.entries(CATALOGUES.en).filter(([key]) => !/_(zero|one|two)$/.test(key));
    const different = english.filter(([key, text]) => {
      const arabic = CATALOGUES.ar[key as keyof typeof CATALOGUES.ar] ?? '';
      return placeholders(arabic).join() !== placeholders(text).join();
    });
    expect(different).toEqual([]);
  });
});
