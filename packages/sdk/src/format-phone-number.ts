/** ITU-T E.164: codes of one and two digits; all others have three. */
const CALLING_CODE = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * How countries group the digits after the calling code, each with the first digits of its numbers. The longest that fits wins.
 * After the metadata of Google's libphonenumber (Apache-2.0), for the countries where our languages are spoken; countries that group
 * as `threesAndFours` does have no row.
 */
const GROUPS: Readonly<Record<string, string>> = {
  '1 2 2 2 2': '33 212 237',
  '1 2 4 4': '54911',
  '1 3 3 4': '549',
  '1 4 4': '56 61 962',
  '2 2 2 4': '225',
  '2 3 2 2': '41 221',
  '2 3 3': '216 598 961',
  '2 3 4': '27 60 64 233 249 258 353 593 966 971',
  '2 4 4': '4420 54 55',
  '2 5 4': '55',
  '2 6': '357',
  '2 7': '218',
  '2 8': '20',
  '3 2 2 2': '32 34 213',
  '3 3 2 2': '7 90',
  '3 3 3': '614',
  '3 4 3': '628',
  '3 5': '62 965',
  '3 6': '43 254 595',
  '3 7': '43 49 57 58 92',
  '4 6': '44 880',
  '4 7': '49',
  '5 5': '91',
  '8': '591',
};

/**
 * Formats a phone number in groups, for display alone. Links and copied text keep the form without spaces.
 *
 * @param phone - E.164, `+966500000000`
 * @returns `+966 50 000 0000`; a text that is not E.164 as it is.
 */
export function formatPhoneNumber(phone: string): string {
  if (!/^\+[1-9]\d{7,14}$/.test(phone)) return phone;
  const digits = phone.slice(1);
  const callingCode = CALLING_CODE.exec(digits)?.[0] ?? '';
  let rest = digits.slice(callingCode.length);
  const groups = groupsOf(digits, rest.length) ?? threesAndFours(rest.length);
  const pieces = groups.map((size) => {
    const piece = rest.slice(0, size);
    rest = rest.slice(size);
    return piece;
  });
  return [`+${callingCode}`, ...pieces].join(' ');
}

/** The row with the longest beginning of these digits, of those whose groups hold as many as there are. */
function groupsOf(digits: string, count: number): number[] | null {
  let longest = 0;
  let found: number[] | null = null;
  for (const [row, beginnings] of Object.entries(GROUPS)) {
    const groups = row.split(' ').map(Number);
    if (groups.reduce((sum, size) => sum + size) !== count) continue;
    for (const beginning of beginnings.split(' ')) {
      if (!digits.startsWith(beginning) || beginning.length <= longest) continue;
      longest = beginning.length;
      found = groups;
    }
  }
  return found;
}

/** Groups of three, the last ones of four where threes do not come out even. */
function threesAndFours(count: number): number[] {
  const fours = count % 3;
  const threes = Math.floor(count / 3) - fours;
  return threes < 0 ? [count] : [...Array<number>(threes).fill(3), ...Array<number>(fours).fill(4)];
}
