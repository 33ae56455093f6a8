/**
 * For hosts in plain JavaScript, whose names no compiler has checked.
 *
 * @throws {TypeError} where `given` is none of the known names; the message lists them.
 */
export function requireOneOf(known: readonly string[], given: unknown, option: string): void {
  if (typeof given === 'string' && known.includes(given)) return;
  throw new TypeError(`${option} must be one of: ${known.join(', ')}, not ${JSON.stringify(given) ?? 'undefined'}.`);
}
