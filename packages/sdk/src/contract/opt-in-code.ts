/**
 * The opt-in code ties a WhatsApp message to the page it was written on. Its one form, on every wire and in every row, is
 * `XXXX-XXXX-XXXX`: 12 Crockford base32 symbols, the last of which checks the others. It grants nothing by itself.
 */
import { toAsciiDigits } from './digits.js';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SYMBOLS = 11;
/** A fair source fails one draw in four; that many in a row are a broken source. */
const MAX_DRAWS = 200;
/** Longest WhatsApp text, in UTF-16 units, doubled for its quoting; what lies beyond is not read. */
const MAX_TEXT_LENGTH = 8_192;
const MAX_GAP = 6;

/** Between the groups of a code that was re-typed, wrapped or quoted: white space, any dash, WhatsApp's own marks, `>`. */
const GAP = /^[\s>*~`_.\u0640\u2010-\u2015\u2212-]*$/;
/**
 * Words that announce the code, of every locale's suffix and of people who re-type it. They are looked for in the folded
 * text, so the Hindi and Bengali ones (रेफ़रेंस, कोड, রেফারেন্স, কোড) stand without their vowel signs.
 */
const ANNOUNCED =
  /(?:\bref(?:eren\p{L}{1,4})?|\b[ck]od(?:e|igo)?|المرجع|مرجع|الرمز|رمز|حوالہ|کوڈ|रफरस|कड|রফরনস|কড)(?:\s+(?:is|هو))?[^\p{L}\p{N}]*$/iu;

/**
 * Creates an opt-in code.
 *
 * @param randomBytes - a cryptographically secure source of `n` bytes.
 * @returns a fresh code, `XXXX-XXXX-XXXX`, more than 54 of whose bits are random: draws that a reader could take for a
 * phone, a word or a list of ticket numbers are thrown away.
 * @throws RangeError where the source is not random.
 */
export function createOptInCode(randomBytes: (n: number) => Uint8Array): string {
  for (let draw = 0; draw < MAX_DRAWS; draw += 1) {
    // 256 is a multiple of 32, so the low five bits are without bias.
    const values = Array.from(randomBytes(RANDOM_SYMBOLS).subarray(0, RANDOM_SYMBOLS), (byte) => byte & 31);
    if (values.length < RANDOM_SYMBOLS) break;
    const symbols = values.concat(checkValue(values)).map((value) => SYMBOLS.charAt(value));
    const code = symbols.join('');
    if (looksLikeACode(code)) return group(code);
  }
  throw new RangeError('createOptInCode needs a source of random bytes; this one gave none that make a code.');
}

/**
 * Writes an opt-in code in its one form.
 *
 * @param code - a code in any of the forms that a person may type.
 * @returns `XXXX-XXXX-XXXX`; a text that is no code comes back in capitals, grouped by four, for showing only.
 */
export function formatOptInCode(code: string): string {
  return parseOptInCode(code) ?? group(fold(String(code)).replace(/[^0-9A-Z]/g, ''));
}

/**
 * Finds the opt-in code in what a customer sent: edited, quoted, re-typed in lower case or in other digits, its hyphens
 * lost or changed, O for 0, I or L for 1. The check symbol must agree.
 *
 * One in 32 texts that merely have the shape of a code (a serial number, say) agrees by chance: look it up, and go on
 * without it where it is unknown.
 *
 * @returns `XXXX-XXXX-XXXX`: the first code that a word announces ("ref:"), else the first; `null` where there is none.
 */
export function parseOptInCode(text: string): string | null {
  if (typeof text !== 'string') return null;
  const folded = fold(text.slice(0, MAX_TEXT_LENGTH));
  const words = Array.from(folded.matchAll(/[0-9A-Z]+/g), (found) => ({ symbols: found[0], start: found.index }));
  let first: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const candidate = joinWords(folded, words.slice(at, at + 3));
    const code = candidate && candidate.symbols.replace(/O/g, '0').replace(/[IL]/g, '1');
    if (!code || !looksLikeACode(code) || !agrees(code)) continue;
    if (isAnnounced(folded, candidate)) return group(code);
    if (standsAlone(folded, candidate)) first ??= group(code);
  }
  return first;
}

interface Candidate {
  symbols: string;
  start: number;
  end: number;
  /** Some groups are parted by white space alone. */
  spaced: boolean;
}

/** Twelve symbols in up to three words of whole groups: `7K3M-9QXZ-4TRB`, `7K3M9QXZ 4TRB`, `7K3M9QXZ4TRB`. */
function joinWords(text: string, words: readonly { symbols: string; start: number }[]): Candidate | null {
  let joined: Candidate | undefined;
  for (const { symbols, start } of words) {
    if (symbols.length % 4 !== 0) return null;
    const gap: string = joined ? text.slice(joined.end, start) : '-';
    if (gap.length > MAX_GAP || !GAP.test(gap)) return null;
    joined = {
      symbols: (joined?.symbols ?? '') + symbols,
      start: joined?.start ?? start,
      end: start + symbols.length,
      spaced: (joined?.spaced ?? false) || gap.trim() === '',
    };
    if (joined.symbols.length >= 12) return joined.symbols.length === 12 ? joined : null;
  }
  return null;
}

function isAnnounced(text: string, { start }: Candidate): boolean {
  return ANNOUNCED.test(text.slice(Math.max(0, start - 40), start));
}

/** Not a piece of a longer number (a UUID, say), and not three words of prose that happen to have four letters each. */
function standsAlone(text: string, { symbols, start, end, spaced }: Candidate): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/[0-9A-Z][\u2010-\u2015\u2212-]$/.test(before.slice(-2)) || /^[\u2010-\u2015\u2212-][0-9A-Z]/.test(after))
    return false;
  const nothingElse = !/[\p{L}\p{N}]/u.test(before + after);
  return !spaced || nothingElse || /^(?=.{0,3}\d)(?=.{4,7}\d)(?=.{8,11}\d)/.test(symbols);
}

/** Not a phone (digits only), a word (no digit a letter cannot stand for), nor `A001 A002 A003` (letters before digits). */
function looksLikeACode(code: string): boolean {
  const digits = code.match(/[2-9]/g)?.length ?? 0;
  const letters = code.match(/[A-Z]/g)?.length ?? 0;
  const mixed = [0, 4, 8].some((at) => /[2-9][A-Z]/.test(code.slice(at, at + 4)));
  return digits >= 2 && letters >= 2 && mixed;
}

function agrees(code: string): boolean {
  const values = Array.from(code, (symbol) => SYMBOLS.indexOf(symbol));
  return !values.includes(-1) && checkValue(values.slice(0, RANDOM_SYMBOLS)) === values[RANDOM_SYMBOLS];
}

/** A checksum over the field of 32 elements (x⁵+x²+1): it sees every wrong symbol and every pair that changed places. */
function checkValue(values: readonly number[]): number {
  const timesX = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;
  return timesX(values.reduce((sum, value) => timesX(sum) ^ value, 0));
}

function group(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** Capitals and ASCII digits, whatever the keyboard; marks that cannot be seen are dropped. */
function fold(text: string): string {
  return toAsciiDigits(text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '')).toUpperCase();
}
