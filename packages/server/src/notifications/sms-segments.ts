/** What a text costs as SMS: a carrier bills each segment. */
export interface SmsSegments {
  encoding: 'GSM-7' | 'UCS-2';
  /** 0 for an empty text. */
  segments: number;
  /** Septets of GSM-7, or UTF-16 units. */
  units: number;
}

/** The default alphabet of GSM 03.38; the escape itself is no character of a text. */
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Its extension table: an escape and a character, two septets that no segment parts. */
const GSM_EXTENDED = new Set('\f^{}\\[~]|€');

/** Units of a message that is one segment, and of each segment of a longer one, whose header takes the rest. */
const CAPACITY = { 'GSM-7': { single: 160, part: 153 }, 'UCS-2': { single: 70, part: 67 } } as const;

/**
 * Counts as phones do (3GPP TS 23.038 and 23.040). One character outside GSM-7, an Arabic letter, an emoji, `ç` or a curly
 * quote, turns the whole text into UCS-2. A segment never ends within an escape or a surrogate pair, so that a text may
 * need one more than its length says.
 */
export function countSmsSegments(text: string): SmsSegments {
  const characters = [...text];
  const isGsm = characters.every((character) => GSM_BASIC.has(character) || GSM_EXTENDED.has(character));
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';
  const widths = characters.map((character) => (isGsm ? (GSM_EXTENDED.has(character) ? 2 : 1) : character.length));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const { single, part } = CAPACITY[encoding];
  if (units <= single) return { encoding, segments: units === 0 ? 0 : 1, units };
  let segments = 1;
  let filled = 0;
  for (const width of widths) {
    if (filled + width > part) {
      segments += 1;
      filled = 0;
    }
    filled += width;
  }
  return { encoding, segments, units };
}
