import { getPrewrittenMessage, MESSAGE_STYLES, SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyKeyword } from './stop-words.js';

describe('classifyKeyword', () => {
  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'STOP!!!',
    '🛑 STOP 🛑',
    '"stop"',
    'ＳＴＯＰ',
    '\u200eSTOP\u200f',
    'S\u00adTOP',
    'Stop all',
    'STOPALL',
    'opt-out',
    'Opt Out',
    'OPTOUT',
    'quit',
    'End',
    'Unsubscribe',
    'UNSUBSCRİBE',
    'unsubscrıbe',
    'please stop 🙏',
    'cancel subscription',
    'إيقاف',
    'ايقاف',
    'إيقــــاف',
    'إِيقَاف',
    '«إيقاف»',
    'إيقاف.',
    '\u2067إيقاف\u2069',
    'أوقف',
    'اوقف',
    'توقف',
    'قف',
    'إلغاء الاشتراك',
    'الغاء الإشتراك',
    'الغا الاشتراك',
    'ﺇﻳﻘﺎﻑ',
    'ایقاف',
    'إيقاف الرسائل 🙏',
  ])('takes %j as stop', (text) => {
    expect(classifyKeyword(text)).toBe('stop');
  });

  it.each(['START', 'start', 'UNSTOP', 'Unstop.', 'opt in', 'ابدأ', 'ابدا', 'إبدأ', 'تشغيل', '«تشغيل»', 'بدء'])(
    'takes %j as start',
    (text) => {
      expect(classifyKeyword(text)).toBe('start');
    },
  );

  it.each([
    '',
    '   ',
    '🛑',
    'stop notifications for ticket 42',
    "don't stop",
    'please do not stop sending',
    'nonstop',
    'stopped',
    'the bus stop',
    'weekend',
    'when does it end?',
    'إيقاف السيارة أين؟',
    'موقف',
    'متى يتوقف الطابور؟',
    'start at 5?',
  ])('takes %j as no keyword', (text) => {
    expect(classifyKeyword(text)).toBeNull();
  });

  it.each(['cancel', 'CANCEL', 'إلغاء', 'الغاء'])('leaves %j to staff, since it may give up the place', (text) => {
    expect(classifyKeyword(text)).toBeNull();
  });

  it('reads nothing out of a text of a whole page', () => {
    expect(classifyKeyword('!'.repeat(5000) + 'stop')).toBeNull();
  });

  it('never finds a keyword in a pre-written message, whatever the company and the ticket are called', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('STOP', 'إيقاف', 'End', ''));
    const code = fc.constantFrom(undefined, '0123456789AB');
    const anyMessage = fc.record({
      style: fc.constantFrom(...MESSAGE_STYLES),
      locale: fc.constantFrom(...SUPPORTED_LOCALES),
      company: name,
      number: name,
      code,
    });
    fc.assert(
      fc.property(anyMessage, ({ style, locale, company, number, code: optInCode }) => {
        const organization = { name: company, messageStyle: style };
        const text = getPrewrittenMessage(organization, { number }, { locale, code: optInCode });
        expect(classifyKeyword(text)).toBeNull();
      }),
    );
  });
});
