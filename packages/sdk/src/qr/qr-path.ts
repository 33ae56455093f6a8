import { qrModules } from './qr-modules.js';

/** A QR code to be drawn in a square of `size` × `size` modules, its quiet zone included. */
export interface QrPath {
  /** Modules a side, with four of quiet zone on each. */
  readonly size: number;
  /** The dark modules as the `d` of one SVG path: no markup, so that a painter builds nodes and a strict policy is content. */
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
  const rows = qrModules(text);
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (const { 0: run, index } of row.join('').matchAll(/1+/g)) {
      path += `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1h-${run.length}z`;
    }
  }
  return { size: rows.length + QUIET_ZONE * 2, path };
}
