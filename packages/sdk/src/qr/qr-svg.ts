import { qrPath } from './qr-path.js';

/**
 * The same code as a whole SVG document, black on white, for a file, a mail or a receipt printer. It has no words: name it where
 * it is shown.
 *
 * @throws RangeError where the text does not fit any QR code.
 */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}
