import { getPrewrittenMessage, MESSAGE_STYLES, SUPPORTED_LOCALES } from '@whatsapp-optin/sdk/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEYWORDS } from './keywords.js';
import { classifyKeyword } from './stop-words.js';

const ALL_KEYWORDS = Object.entries(KEYWORDS).flatMap(([locale, { stop, start }]) => [
  ...stop.map((word) => [locale, word, 'stop'] as const),
  ...start.map((word) => [locale, word, 'start'] as const),
]);

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
    'ALTO',
    '¡Alto!',
    'baja',
    'Cancelar suscripción',
    'cancelar la suscripcion',
    'No más mensajes',
    'PARAR',
    'Sair',
    'DESCADASTRAR',
    'Não quero mais mensagens',
    'ARRET',
    'Arrêt',
    'désabonner',
    'annuler l’abonnement',
    "annuler l'abonnement",
    'STOPP',
    'Abmelden.',
    'AUFHÖREN',
    'aufhoren',
    'DUR',
    'Durdur',
    'BİLDİRİMLERİ DURDUR',
    'bildirimleri durdur',
    'BILDIRIMLERI DURDUR',
    'Aboneliği iptal et',
    'بند',
    'بند کر دیں',
    'بند کردیں۔',
    'میسج نہ بھیجیں',
    'ميسج نه بهيجين',
    'बंद',
    'बन्द करो',
    'रोकें',
    'मैसेज बंद करें।',
    'नोटिफिकेशन बंद करें',
    'Band karo',
    'বন্ধ',
    'বন্ধ করুন।',
    'মেসেজ পাঠাবেন না',
    'BERHENTI',
    'Jangan kirim pesan lagi',
    'setop',
    'Itigil na',
    'paki stop',
    'Wag nang magpadala',
  ])('takes %j as stop', (text) => {
    expect(classifyKeyword(text)).toBe('stop');
  });

  it.each([
    'START',
    'start',
    'UNSTOP',
    'Unstop.',
    'opt in',
    'ابدأ',
    'ابدا',
    'إبدأ',
    'تشغيل',
    '«تشغيل»',
    'بدء',
    'Iniciar',
    'ATIVAR',
    'réactiver',
    'BAŞLAT',
    'baslat',
    'شروع کریں',
    'शुरू करें',
    'শুরু করুন',
    'Mulai',
    'simulan',
  ])('takes %j as start', (text) => {
    expect(classifyKeyword(text)).toBe('start');
  });

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
    'रुको',
    'रुकिए',
    'बाद में',
    'বন্ধু',
    'ওষুধ বন্ধ করব?',
    'رکو',
    'alta',
    'शुरू',
    'dur mu kalk mı',
    'paracetamol',
    'Endoskopie',
  ])('takes %j as no keyword', (text) => {
    expect(classifyKeyword(text)).toBeNull();
  });

  it.each([
    'cancel',
    'CANCEL',
    'إلغاء',
    'الغاء',
    'cancelar',
    'annuler',
    'abbrechen',
    'stornieren',
    'iptal',
    'İPTAL',
    'ıptal',
    'منسوخ',
    'रद्द करें',
    'বাতিল',
    'batal',
    'kanselahin',
    'salir',
    'çık',
    'keluar',
  ])('leaves %j to staff, since it may give up the place', (text) => {
    expect(classifyKeyword(text)).toBeNull();
  });

  it('reads nothing out of a text of a whole page', () => {
    expect(classifyKeyword('!'.repeat(5000) + 'stop')).toBeNull();
  });

  it('takes every word of every locale for what it stands under, in any case', () => {
    for (const [locale, word, keyword] of ALL_KEYWORDS)
      for (const typed of [
        word,
        word.toUpperCase(),
        word.toLocaleUpperCase('tr'),
        `${word}!`,
        `«${word}»`,
        `*${word}*`,
      ])
        expect([locale, typed, classifyKeyword(typed)]).toEqual([locale, typed, keyword]);
  });

  it('lists no word twice in a locale', () => {
    for (const { stop, start } of Object.values(KEYWORDS)) {
      const words = [...stop, ...start];
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it('reads the words of the operator besides, and none of ours otherwise than before', () => {
    const further = { stop: ['Pas de notification', 'start'], start: ['Oui, volontiers'] };
    expect(classifyKeyword('pas de notification!', further)).toBe('stop');
    expect(classifyKeyword('OUI VOLONTIERS', further)).toBe('start');
    expect(classifyKeyword('START', further)).toBe('start');
    expect(classifyKeyword('oui', further)).toBeNull();
    expect(classifyKeyword('🙂', further)).toBeNull();
  });

  it('finds none in a message that goes on after the word', () => {
    const longer = ALL_KEYWORDS.filter(([, word]) => /\p{L}$/u.test(word)).map(([, word]) => `${word} 42`);
    expect(longer.filter((text) => classifyKeyword(text) !== null)).toEqual([]);
  });

  it('never finds a keyword in a pre-written message, whatever the company and the ticket are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('STOP', 'إيقاف', 'End', 'DUR', 'ALTO', 'बंद', ''),
    );
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
