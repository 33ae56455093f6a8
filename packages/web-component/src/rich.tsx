/** @jsxImportSource ./picture */
import type { RichText } from '@whatsapp-optin/sdk';
import type { Drawing } from './picture/drawing.js';

/** Codes and phones keep their own order inside a right-to-left line. */
export function rich(text: RichText): Drawing {
  return text.map((piece) => (typeof piece === 'string' ? piece : <bdi dir="ltr">{piece.isolated}</bdi>));
}
