/**
 * The letters and digits of a text in one spelling. Decomposed, so that accents, Arabic vowels and the hamza of أ إ ؤ ئ
 * are marks, and fall away with punctuation, emoji and spaces: "opt-out" is "optout". Letters that are typed for each other
 * become one; both Turkish i's become the plain one, whatever the locale of the process. The vowel signs of Devanagari and
 * Bengali stay, because they distinguish words: रोको asks to stop, रुको to wait; বন্ধ is "closed", বন্ধু a friend.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ٱ', 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll(/[ةہھ]/g, 'ه')
    .replaceAll('ک', 'ك')
    .replaceAll('ں', 'ن')
    .replaceAll(/[ـء]/g, '')
    .replaceAll('ँ', 'ं')
    .replaceAll(/[\u093c\u09bc]/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{Script=Devanagari}\p{Script=Bengali}]/gu, '');
}

/** The same, word by word; empty for a text without letters and digits. */
export function foldWords(text: string): string[] {
  return text.split(/[\s\p{P}]+/u).flatMap((word) => fold(word) || []);
}
