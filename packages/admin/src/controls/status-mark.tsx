import { TONE_SHAPES, type Tone } from '@whatsapp-optin/sdk/badge';
import type { ReactNode } from 'react';

export type { Tone };

/** The shape of a tone. */
export function Shape({ tone }: { tone: Tone }) {
  const { path, isLine } = TONE_SHAPES[tone];
  return (
    <svg className="woa-shape" viewBox="0 0 12 12" aria-hidden="true">
      <path className={isLine ? 'woa-line' : undefined} d={path} />
    </svg>
  );
}

/** A state by word, shape and colour. */
export function StatusMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="woa-mark" data-tone={tone}>
      <Shape tone={tone} />
      {children}
    </span>
  );
}
