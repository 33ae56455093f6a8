import type { ReactNode } from 'react';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

/** One shape a tone, so that a state is told apart without colour: disc, triangle, cross, ring, dash. */
export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className="woa-shape" viewBox="0 0 12 12" aria-hidden="true">
      {tone === 'good' && <circle cx="6" cy="6" r="5" />}
      {tone === 'warn' && <path d="M6 1.2 11.3 10.8H.7Z" />}
      {tone === 'bad' && <path className="woa-line" d="M2 2l8 8M10 2 2 10" />}
      {tone === 'info' && <circle className="woa-line" cx="6" cy="6" r="4.5" />}
      {tone === 'quiet' && <path className="woa-line" d="M2 6h8" />}
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
