import type { RichText } from '@whatsapp-optin/sdk';
import { createElement, Fragment, type ReactNode } from 'react';

/** Codes and phones keep their own order inside a right-to-left line. */
export function rich(text: RichText): ReactNode {
  const pieces = text.map((piece) => (typeof piece === 'string' ? piece : <bdi dir="ltr">{piece.isolated}</bdi>));
  return createElement(Fragment, null, ...pieces);
}
