/** @jsxImportSource preact */
import type { RichText } from '@whatsapp-optin/sdk';

/** Codes and phones keep their own order inside a right-to-left line. */
export function Rich({ text }: { text: RichText }) {
  return <>{text.map((piece) => (typeof piece === 'string' ? piece : <bdi dir="ltr">{piece.isolated}</bdi>))}</>;
}
