/** Smaller numbers are seconds; in milliseconds this is March 1973, in seconds the year 5138. */
const FIRST_MILLISECONDS = 1e11;

/** Seconds or milliseconds since 1970, number or digits, or ISO 8601. `null` for anything else. */
export function readVendorTime(time: unknown): Date | null {
  if (typeof time === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(time.trim())) return validDate(Date.parse(time));
  if (typeof time !== 'number' && (typeof time !== 'string' || !/^\s*\d+(\.\d+)?\s*$/.test(time))) return null;
  const value = Number(time);
  if (!(value > 0)) return null;
  return validDate(value < FIRST_MILLISECONDS ? value * 1000 : value);
}

function validDate(ms: number): Date | null {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date;
}
