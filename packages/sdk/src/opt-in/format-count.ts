/**
 * Formats a whole number.
 *
 * @returns the number in the digits that the locale's prose uses.
 */
export function formatCount(locale: string, count: number): string {
  // The first `Intl` formatter of a page takes longer than a whole card. English needs none for a few hours or steps.
  if (locale === 'en' && count < 1_000) return `${count}`;
  return new Intl.NumberFormat(digitsLocale(locale)).format(count);
}

/** CLDR gives bare `ar` Latin digits, for the Maghreb's sake; our Arabic is written with Arabic-Indic ones. */
export function digitsLocale(locale: string): string {
  return locale === 'ar' ? 'ar-u-nu-arab' : locale;
}
