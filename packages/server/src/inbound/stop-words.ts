/** What a whole message asks for: no more notices, or notices again. */
export type Keyword = 'stop' | 'start';

/**
 * Words by locale, each read in every locale: people answer an Arabic notice with "STOP".
 *
 * Only what can mean nothing else to somebody who waits in a queue. A bare "cancel" or "إلغاء" is left out on purpose: it
 * may give up the place in the queue, and staff read it; "cancel subscription" is in. An SMS vendor's own CANCEL still
 * ends SMS, on its side.
 *
 * @see Twilio and AWS lists of required English keywords; FCC 47 CFR 64.1200(a)(10), in force since 2025-04-11
 */
const KEYWORDS: Readonly<Record<string, Readonly<Record<Keyword, readonly string[]>>>> = {
  en: {
    stop: [
      'stop',
      'stop all',
      'stop it',
      'stop now',
      'stop please',
      'please stop',
      'stop messages',
      'stop messaging me',
      'stop notifications',
      'stop updates',
      'stop sending',
      'unsubscribe',
      'unsubscribe me',
      'cancel subscription',
      'cancel notifications',
      'cancel messages',
      'end',
      'quit',
      'revoke',
      'opt out',
      'opt me out',
      'remove me',
      'no more messages',
    ],
    start: ['start', 'start all', 'start messages', 'unstop', 'resume', 'subscribe', 'resubscribe', 'opt in'],
  },
  ar: {
    stop: [
      'إيقاف',
      'إيقاف الرسائل',
      'إيقاف الإشعارات',
      'إيقاف التحديثات',
      'إيقاف الكل',
      'أوقف',
      'أوقفوا',
      'أوقف الرسائل',
      'أوقفوا الرسائل',
      'أوقف الإشعارات',
      'وقف',
      'وقفوا',
      'توقف',
      'توقفوا',
      'قف',
      'ستوب',
      'إلغاء الاشتراك',
      'إلغاء اشتراكي',
      'ألغ الاشتراك',
      'ألغي الاشتراك',
      'إلغاء الإشعارات',
      'إلغاء الرسائل',
      'إنهاء الاشتراك',
      'لا ترسل',
      'لا ترسلوا',
      'لا تراسلوني',
      'لا أريد رسائل',
    ],
    start: ['ابدأ', 'ابدؤوا', 'بدء', 'تشغيل', 'استئناف', 'اشترك', 'اشتراك', 'تفعيل', 'ستارت'],
  },
};

/** Longer than any keyword with its exclamation marks; what is longer says more than a keyword. */
const MAX_LENGTH = 200;

/**
 * Reads a message that is a keyword and nothing else, whatever its case, punctuation, emoji, diacritics, hamza or tatweel.
 * A keyword inside a sentence is no keyword: the pre-written opt-in messages speak of notifications too.
 *
 * @returns `null` for everything else.
 */
export function classifyKeyword(text: string): Keyword | null {
  if (text.length > MAX_LENGTH) return null;
  return BY_FOLDED_WORD.get(fold(text)) ?? null;
}

/**
 * The letters and digits of a text in one spelling. Decomposed, so that accents, Arabic vowels and the hamza of أ إ ؤ ئ
 * are marks, and fall away with punctuation, emoji and spaces: "opt-out" is "optout". Letters that are typed for each other
 * become one; both Turkish i's become the plain one, whatever the locale of the process.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ٱ', 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ک', 'ك')
    .replaceAll(/[ـء]/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const BY_FOLDED_WORD: ReadonlyMap<string, Keyword> = new Map(
  Object.values(KEYWORDS).flatMap(({ stop, start }) => [
    ...stop.map((word) => [fold(word), 'stop'] as const),
    ...start.map((word) => [fold(word), 'start'] as const),
  ]),
);
