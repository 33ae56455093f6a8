export { qrPath, type QrPath } from './qr-path.js';
export { qrSvg } from './qr-svg.js';
