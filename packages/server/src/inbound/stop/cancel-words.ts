import { foldWords } from './fold.js';

/**
 * Bare "cancel" in each locale: the booking, most often, or the messages. What it means is for the organization to say; by
 * default staff decide.
 */
const CANCEL_WORDS: readonly string[] = [
  'cancel',
  'cancel it',
  'الغاء',
  'إلغاء',
  'الغي',
  'cancelar',
  'cancela',
  'annuler',
  'annulez',
  'abbrechen',
  'stornieren',
  'iptal',
  'iptal et',
  'منسوخ',
  'کینسل',
  'रद्द',
  'रद्द करें',
  'कैंसिल',
  'বাতিল',
  'বাতিল করুন',
  'batal',
  'batalkan',
  'kanselahin',
  'i-cancel',
];

const CANCEL = new Set(CANCEL_WORDS.map((word) => foldWords(word).join('')));
const LONGEST = Math.max(...[...CANCEL].map((word) => word.length));

/** Whether the whole message is a bare "cancel". */
export function isCancelWord(text: string): boolean {
  // Signs that fall away, such as exclamation marks, may make it longer.
  if (text.length > LONGEST * 4) return false;
  return CANCEL.has(foldWords(text).join(''));
}
