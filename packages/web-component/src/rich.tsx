/** @jsxRuntime classic */
/** @jsx h */
import type { RichText } from '@whatsapp-optin/sdk';
import { h, type Drawing } from './h.js';

/** Codes and phones keep their own order inside a right-to-left line. */
export function rich(text: RichText): Drawing {
  return text.map((piece) => (typeof piece === 'string' ? piece : <bdi dir="ltr">{piece.isolated}</bdi>));
}
