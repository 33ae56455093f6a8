import { encode } from 'uqr';

/** A QR code as one SVG path in a square of `size` × `size` modules, quiet zone included. */
export interface QrPath {
  /** Modules a side, with four of quiet zone on each. */
  readonly size: number;
  /** The dark modules, as the attribute `d` of one `<path>`. It is no markup, so it needs no exception in a strict policy. */
  readonly path: string;
}

/** ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/**
 * The QR code of a text, error correction M: a scratched screen or a thermal print still reads.
 *
 * @throws RangeError where the text does not fit any QR code (about 2,300 bytes).
 */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: QUIET_ZONE });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      const length = x - start + 1;
      path += `M${start} ${y}h${length}v1h-${length}z`;
    }
  }
  return { size, path };
}
