export type CsvValue = string | number | boolean | Date | null;

/** As spreadsheets need it to read UTF-8, and as RFC 4180 ends lines. */
export const CSV_BEGIN = '\ufeff';
const LINE_END = '\r\n';

/** Our phones are a plus and digits: no formula, and they must stay unchanged. */
const PHONE = /^\+[1-9]\d{7,14}$/;
/** What a spreadsheet may take for a formula, full-width signs and leading blanks included. */
const FORMULA = /^[\s\u00a0\u200b-\u200f\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** One line. An apostrophe marks text that a spreadsheet would take for a formula. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvCell).join(',') + LINE_END;
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) && !PHONE.test(value) ? `'${value}` : value;
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
