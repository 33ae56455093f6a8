import { qrPath } from './qr-path.js';

/** A thermal printer of 203 dpi prints four dots in half a millimetre: enough for a phone held at arm's length. */
const MODULE_MM = 0.5;
const QUIET_MODULES = 8;

/**
 * The same code as a whole SVG document, black on white alone, for a file, a mail or a receipt printer. It has no words: name
 * it where it is shown.
 *
 * @param options - `minSizeMm`: the least width of the code itself on paper, its quiet zone not counted. @default 20
 * @throws RangeError where the text does not fit any QR code.
 */
export function qrSvg(text: string, options?: { minSizeMm?: number | undefined }): string {
  const { size, path } = qrPath(text);
  const moduleMm = Math.max(MODULE_MM, (options?.minSizeMm ?? 20) / (size - QUIET_MODULES));
  const sideMm = Math.ceil(size * moduleMm * 100) / 100;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sideMm}mm" height="${sideMm}mm" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}
