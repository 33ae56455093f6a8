import type { OptInView } from '@whatsapp-optin/sdk';
import { appearancePart, type OptInAppearance, type OptInPart } from '@whatsapp-optin/sdk/styles';
import type { CSSProperties, ReactNode } from 'react';
import type { WhatsAppOptInComponents } from './opt-in-components.js';
import type { OptInStore } from './opt-in-store.js';

/** What every picture of the prompt is painted with. */
export interface Framed {
  readonly store: OptInStore;
  readonly components: WhatsAppOptInComponents;
  readonly headingId: string;
  readonly children: ReactNode;
}

/** What every part of the prompt is painted with. */
export interface Painted extends Framed {
  readonly view: OptInView;
  readonly appearance: OptInAppearance | undefined;
}

/** Class and style of one part: ours, by the last words of its names, then the host's. */
export function dress(
  { appearance }: Pick<Painted, 'appearance'>,
  part: OptInPart,
  names: string = part,
): { className: string; style?: CSSProperties } {
  const ours = names.replace(/[\w-]+/g, 'whatsapp-optin-$&');
  const { className, style } = appearancePart(appearance, part);
  // The first card writes no style: a part that had none must not seem to have lost one that is planted on a prototype.
  return { className: className === undefined ? ours : `${ours} ${className}`, ...(style && { style }) };
}
