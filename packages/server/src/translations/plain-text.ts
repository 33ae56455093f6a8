const RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * A value of a customer or a host on one line: without control characters, which could forge lines of ours, and without
 * direction marks, which could turn our words around.
 */
export function oneLine(value: string): string {
  return value
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/**
 * A name inside a sentence: kept apart, so that its letters do not reorder the sentence. Plain where both run the same
 * way.
 *
 * @see UAX 9, 2.4 Explicit directional isolates
 */
export function isolateName(value: string, direction: 'ltr' | 'rtl'): string {
  const name = oneLine(value);
  const needed = direction === 'rtl' || RIGHT_TO_LEFT_LETTER.test(name);
  return needed && name !== '' ? FIRST_STRONG_ISOLATE + name + POP_ISOLATE : name;
}

/** A ticket number or a code inside a sentence, always read left to right: `A-001` must not become `001-A`. */
export function isolateCode(value: string, direction: 'ltr' | 'rtl'): string {
  const code = oneLine(value);
  const needed = direction === 'rtl' || RIGHT_TO_LEFT_LETTER.test(code);
  if (!needed || code === '') return code;
  const isolate = RIGHT_TO_LEFT_LETTER.test(code) ? FIRST_STRONG_ISOLATE : LEFT_TO_RIGHT_ISOLATE;
  return isolate + code + POP_ISOLATE;
}
