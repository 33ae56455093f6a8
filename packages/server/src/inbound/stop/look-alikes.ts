/** Signs that are typed for a Latin letter: digits, and letters of other alphabets that look the same. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' },
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    е: 'e',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
  },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ ꜱ: 's', ᴛ: 't', ᴏ: 'o', ᴘ: 'p', ø: 'o', σ: 'o' },
};

/** Letters of flags and boxes, which Unicode does not decompose: 🇸 and 🅂. */
const BOXES: readonly (readonly [first: number, last: number])[] = [
  [0x1f1e6, 0x1f1ff],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

/** A folded word with the Latin letters that it looks like; the word itself where it has no such sign. */
export function readLookAlikes(word: string): string {
  // A number is a number.
  if (/^\p{N}*$/u.test(word)) return word;
  return Array.from(word, (sign) => LATIN[sign] ?? sign).join('');
}

/** A text whose boxed letters are plain ones. */
export function unboxLetters(text: string): string {
  return text.replaceAll(/[\u{1f150}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const box = BOXES.find(([first, last]) => code >= first && code <= last);
    return box === undefined ? sign : String.fromCharCode(0x61 + code - box[0]);
  });
}

/** A folded word without repeated signs: "stooopp" is "stop". */
export function withoutRepeats(word: string): string {
  const signs = Array.from(word);
  return signs.filter((sign, at) => sign !== signs[at - 1]).join('');
}

/** Whether a sign stands three times in a row, as no word is spelt. */
export function isDrawnOut(word: string): boolean {
  const signs = Array.from(word);
  return signs.some((sign, at) => at > 1 && sign === signs[at - 1] && sign === signs[at - 2]);
}
