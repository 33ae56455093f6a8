const DECIMAL_DIGIT = /\p{Nd}/u;

/** Decimal digits of any script as `0` to `9`; all else stays. Unicode keeps the ten digits of a script in one run, zero first. */
export function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (DECIMAL_DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return `${(point - zero) % 10}`;
  });
}
