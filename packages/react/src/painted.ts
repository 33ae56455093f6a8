import type { OptInPart } from '@whatsapp-optin/sdk/styles';
import { appearancePart, type OptInAppearance } from '@whatsapp-optin/sdk/styles';
import type { CSSProperties } from 'react';
import type { OptInView } from '@whatsapp-optin/sdk';
import type { WhatsAppOptInComponents } from './opt-in-components.js';
import type { WhatsAppOptIn } from './use-whatsapp-opt-in.js';

/** What every part of the prompt is painted with. */
export interface Painted {
  readonly optIn: WhatsAppOptIn;
  readonly view: OptInView;
  readonly components: WhatsAppOptInComponents;
  readonly appearance: OptInAppearance | undefined;
  readonly headingId: string;
}

/** Class and style of one part: ours, then the host's. */
export function dress(
  { appearance }: Pick<Painted, 'appearance'>,
  part: OptInPart,
  className: string,
): { className: string; style: CSSProperties | undefined } {
  const look = appearancePart(appearance, part);
  return { className: joined(className, look.className), style: look.style };
}

export function joined(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
